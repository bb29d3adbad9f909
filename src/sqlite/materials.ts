import type { Draft } from '../articles/draft.ts'
import type { Material, MaterialFacts, MaterialKind } from '../articles/material.ts'
import type { Clock } from '../clock.ts'
import type { SeenItem } from '../feeds/feed-store.ts'
import type { FeedMaterials } from '../feeds/materials.ts'
import type { Database } from './database.ts'
import { createDraftOpener, type Opener } from './draft-rows.ts'
import { createSeenWriter } from './feeds.ts'

interface MaterialRow {
  id: number
  source: string
  kind: MaterialKind
  text: string
  facts: string
}

/** Keeps what drafts are made from; both are to be called inside a transaction. */
export interface MaterialRows {
  /** Stores a material; `isNew` is false where its source is there already: then the id is that one's. */
  keep(material: Material, by: Opener | null): { readonly id: number; readonly isNew: boolean }
  byId(id: number): Material | null
}

export function createMaterialRows(database: Database, clock: Clock): MaterialRows {
  const insert = database.prepare(
    `INSERT INTO materials (source, kind, text, facts, chat_id, editor_id, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (source) DO NOTHING`,
  )
  const idOf = database.prepare<[string], number>('SELECT id FROM materials WHERE source = ?').pluck()
  const byId = database.prepare<[number], MaterialRow>(
    'SELECT id, source, kind, text, facts FROM materials WHERE id = ?',
  )
  return {
    keep({ source, kind, text, facts }, by) {
      const { changes } = insert.run(
        source,
        kind,
        text,
        JSON.stringify(facts),
        by?.chatId ?? null,
        by?.editorId ?? null,
        clock.now(),
      )
      return { id: idOf.get(source) as number, isNew: changes === 1 }
    },
    byId(id) {
      const row = byId.get(id)
      if (row === undefined) return null
      const { source, kind, text, facts } = row
      return { source, kind, text, facts: JSON.parse(facts) as MaterialFacts }
    },
  }
}

/**
 * What feeds bring, in SQLite.
 * @param clean the drafts of a material
 */
export function createFeedMaterials(
  database: Database,
  clock: Clock,
  clean: (material: Material) => Promise<readonly Draft[]>,
): FeedMaterials {
  const materials = createMaterialRows(database, clock)
  const openDraft = createDraftOpener(database, clock)
  const see = createSeenWriter(database, clock)

  const take = database.transaction(
    (material: Material, drafts: readonly Draft[], item: SeenItem): boolean => {
      const { id, isNew } = materials.keep(material, null)
      see(item, id)
      if (!isNew) return false
      drafts.forEach((draft, place) => {
        openDraft({ draft, materialId: id, place, restored: [], source: `${material.source}/${place}` }, null)
      })
      return drafts.length > 0
    },
  )
  // Cleaned before the transaction: the store is not held meanwhile.
  return { take: async (material, item) => take.immediate(material, await clean(material), item) }
}
