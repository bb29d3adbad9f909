import type { Material } from '../articles/material.ts'
import type { SeenItem } from './feed-store.ts'

/** Where the news of feeds goes: the desk, whose editors decide with one press. */
export interface FeedMaterials {
  /**
   * Stores the material, opens its drafts (in nobody's chat: they wait in the queue), and marks the item as seen, all in
   * one transaction: killed at any point, an item is either not seen yet or waits as a draft. A source that is stored
   * already (the item came by another feed) is marked as seen and opens nothing.
   * @returns whether anything new waits now
   */
  take(material: Material, item: SeenItem): Promise<boolean>
}
