import type { Story } from './aliases.ts'

/** Where the story's names and words are kept. */
export interface StoryStore {
  /** Replaces the whole story in one transaction. */
  replace(story: Story): Promise<void>
  /** Null until a story has been loaded. */
  current(): Promise<Story | null>
}
