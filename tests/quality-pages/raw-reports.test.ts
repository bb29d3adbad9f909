import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanMaterial, cleanPaste } from '../../src/articles/cleaning.ts'
import type { Draft } from '../../src/articles/draft.ts'
import { draftsOf } from '../../src/articles/drafting.ts'
import { documentMaterials } from '../../src/sources/document/document-materials.ts'
import { createScore, FIELDS, type Wanted } from './score.ts'

// Real reports belong to their publishers and are not kept here, only what becomes of them: titles and bodies as
// fingerprints. Whoever has the five files names their folder: MUJAZ_RAW_REPORTS=… npx vitest run tests/quality-pages
const folder = process.env['MUJAZ_RAW_REPORTS']

const REPORTS = JSON.parse(readFileSync(new URL('raw-reports.json', import.meta.url), 'utf8')) as readonly {
  readonly file: string
  readonly drafts: readonly Wanted[]
}[]
const ORIGIN = { name: 'قناة الساحل', url: 'https://t.me/sahel/7' }
const POSTED = { value: '2026-11-20T10:00', precision: 'minute' } as const

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const WAYS: Readonly<Record<string, (text: string) => Draft[] | Promise<Draft[]>>> = {
  pasted: (text) => cleanPaste(text),
  'as files in UTF-8': (text) => fileOf(Buffer.from(text)),
  'as files in UTF-16': (text) => fileOf(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'as forwarded posts': (text) => draftsOf({ text, facts: { origin: { ...ORIGIN, postedAt: POSTED } } }),
}

async function fileOf(bytes: Buffer): Promise<Draft[]> {
  return (await documentMaterials(bytes, 'report.txt', 'text/plain')).flatMap((each) => cleanMaterial(each))
}

describe.skipIf(folder === undefined)('The five raw reports', () => {
  test.each(Object.keys(WAYS))('%s: 95 of 100 fields are right', async (way) => {
    const score = createScore(fingerprint)
    const isForward = way === 'as forwarded posts'
    for (const { file, drafts } of REPORTS) {
      const found = (await WAYS[way]?.(readFileSync(join(folder ?? '', file), 'utf8'))) ?? []
      // A channel and the day of its post stand in where the text is silent.
      const wanted = drafts.map((draft) => ({
        ...draft,
        publisher: draft.publisher ?? (isForward ? ORIGIN.name : null),
        publishedAt: draft.publishedAt ?? (isForward ? POSTED.value : null),
      }))
      score.add(file, wanted, found)
    }
    for (const field of FIELDS)
      expect(score.share(field), score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})

test('what becomes of the five raw reports is known', () => {
  expect(REPORTS.map(({ drafts }) => drafts.length)).toEqual([1, 1, 1, 2, 1])
})
