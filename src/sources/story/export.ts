import type { ArchivedArticle, ArticleArchive } from '../../articles/archive.ts'
import { writeAtom } from './atom.ts'
import { writeCsv } from './csv.ts'
import { writeJson } from './json.ts'

/** The forms in which the story leaves the house, and comes back. */
export const STORY_FORMATS = ['json', 'csv', 'atom'] as const

export type StoryFormat = (typeof STORY_FORMATS)[number]

/** Articles in memory at a time. */
const SLICE = 200

/** Whether a word names a form. */
export function isStoryFormat(word: string): word is StoryFormat {
  return (STORY_FORMATS as readonly string[]).includes(word)
}

/**
 * The whole story in one form, retracted reports included, oldest first; in chunks, so that neither the store nor
 * whoever takes them needs the memory of all.
 *
 * @param title what the story is called
 */
export async function* exportStory(
  archive: ArticleArchive,
  format: StoryFormat,
  title: string,
): AsyncGenerator<string, void> {
  const slices = slicesOf(archive)
  switch (format) {
    case 'json':
      return yield* writeJson(slices)
    case 'csv':
      return yield* writeCsv(slices)
    case 'atom':
      return yield* writeAtom(slices, { title, changedAt: (await archive.extent()).changedAt })
  }
}

async function* slicesOf(archive: ArticleArchive): AsyncGenerator<readonly ArchivedArticle[], void> {
  for (let after: number | null = 0; after !== null; ) {
    const slice = await archive.slice(after, SLICE)
    yield slice.articles
    after = slice.next
    // The store answers at once: without a pause a long export would let nobody else speak.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
