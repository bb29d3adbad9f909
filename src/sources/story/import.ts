import type { ArticleArchive } from '../../articles/archive.ts'
import { prepareReport } from '../../articles/intake.ts'
import { MujazError } from '../../errors.ts'
import { canonicalUrl } from '../canonical-url.ts'
import { ATOM_STORY } from './atom.ts'
import { readAtom } from './atom-reading.ts'
import { CSV_STORY, readCsv } from './csv.ts'
import type { StoryFormat } from './export.ts'
import { JSON_STORY, readJson } from './json.ts'
import { fromRecord, type StoryEntry } from './record.ts'

/** What the first characters of a file must hold for its form to be known. */
export const HEAD_LENGTH = 2048

/** Articles that are stored in one transaction. */
const BATCH = 100

export interface ImportOutcome {
  readonly stored: number
  /** Whose text or name is in the store. */
  readonly known: number
  /** Articles that break a rule: their place in the file, from 1, and the rule. */
  readonly refused: readonly { readonly place: number; readonly problem: string }[]
}

/** Which form of an exported story a text is, by how it begins; null for anything else. */
export function recogniseStory(head: string): StoryFormat | null {
  if (JSON_STORY.test(head)) return 'json'
  if (CSV_STORY.test(head)) return 'csv'
  return ATOM_STORY.test(head) ? 'atom' : null
}

/**
 * Puts an exported story back: what is there already stays as it is, so an import that was broken off can be repeated.
 *
 * @param archive where it goes; null checks only and stores nothing
 * @throws MujazError `file_unreadable` where the file is broken; what was read before has been stored
 */
export async function importStory(
  archive: ArticleArchive | null,
  format: StoryFormat,
  chunks: AsyncIterable<string>,
): Promise<ImportOutcome> {
  const refused: { place: number; problem: string }[] = []
  let [stored, known, place] = [0, 0, 0]
  let batch: Prepared[] = []
  const store = async () => {
    const outcomes = archive === null ? batch.map(() => true) : await archive.restore(batch)
    const added = outcomes.filter(Boolean).length
    stored += added
    known += outcomes.length - added
    batch = []
  }
  try {
    for await (const record of READERS[format](chunks)) {
      place += 1
      const entry = prepared(fromRecord(record))
      if ('problem' in entry) refused.push({ place, problem: entry.problem })
      else batch.push(entry)
      if (batch.length >= BATCH) await store()
    }
  } catch (error) {
    if (error instanceof MujazError && error.code === 'file_unreadable') await store()
    throw error
  }
  await store()
  return { stored, known, refused }
}

const READERS: Readonly<
  Record<StoryFormat, (chunks: AsyncIterable<string>) => AsyncGenerator<unknown, void>>
> = { json: readJson, csv: readCsv, atom: readAtom }

type Prepared = Parameters<ArticleArchive['restore']>[0][number]

function prepared(entry: StoryEntry | { problem: string }): Prepared | { problem: string } {
  if ('problem' in entry) return entry
  try {
    const { url } = entry.report
    const page = url === null ? null : canonicalUrl(url)
    return { prepared: { ...prepareReport(entry.report), canonicalUrl: page }, facts: entry.facts }
  } catch (error) {
    if (error instanceof MujazError && error.code === 'draft_invalid') return { problem: error.message }
    throw error
  }
}
