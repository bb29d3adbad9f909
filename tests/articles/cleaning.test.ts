import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cleanPaste } from '../../src/articles/cleaning.ts'
import type { Draft } from '../../src/articles/draft.ts'

interface Expected {
  readonly drafts: readonly {
    readonly title: string | null
    readonly publisher?: string | null
    readonly agency?: string | null
    readonly author?: string | null
    readonly url?: string | null
    readonly language?: string
    readonly publishedAt?: Draft['publishedAt']
    readonly summary?: readonly string[]
    /** How each block of the body begins (or the whole of it). */
    readonly blocks: readonly string[]
    readonly headings: readonly string[]
  }[]
  /** Reasons that some cut must give. */
  readonly reasons: readonly string[]
}

const FOLDER = new URL('../fixtures/pastes/', import.meta.url)
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8')
const blocksOf = ({ body }: Draft): string[] => body.split('\n\n')
const headingsOf = ({ body, headings }: Draft): string[] =>
  headings.map(({ start, end }) => body.slice(start, end))

describe('A pasted page becomes the drafts that a careful reader would make of it', () => {
  it.each(names)('%s', (name) => {
    const expected = JSON.parse(read(`${name}.json`)) as Expected
    const drafts = cleanPaste(read(`${name}.txt`))
    expect(drafts.map(({ title }) => title)).toEqual(expected.drafts.map(({ title }) => title))
    for (const [index, wanted] of expected.drafts.entries()) {
      const draft = drafts[index] as Draft
      expect(blocksOf(draft).map((block, at) => block.slice(0, wanted.blocks[at]?.length))).toEqual(
        wanted.blocks,
      )
      expect(headingsOf(draft)).toEqual(wanted.headings)
      expect(draft.language).toBe(wanted.language ?? 'ar')
      for (const field of ['publisher', 'agency', 'author', 'url', 'publishedAt'] as const)
        expect([field, draft[field]]).toEqual([field, wanted[field] ?? null])
      expect(draft.publisherSummary).toEqual(wanted.summary ?? [])
    }
    const reasons = new Set(drafts.flatMap(({ cuts }) => cuts.map(({ reason }) => reason as string)))
    expect(expected.reasons.filter((reason) => !reasons.has(reason))).toEqual([])
  })
})

describe('A clean report', () => {
  it.each(names)('%s stays as it is when it is cleaned again', (name) => {
    for (const { title, body } of cleanPaste(read(`${name}.txt`))) {
      const [again] = cleanPaste(title === null ? body : `${title}\n\n${body}`)
      expect([again?.title, again?.body]).toEqual([title, body])
    }
  })
})

describe('Small pastes', () => {
  it.each(['', ' \n\t\n', '\u200f\u200f', 'شارك', '.a{color:red}'])('%j holds no report', (raw) => {
    expect(cleanPaste(raw)).toEqual([])
  })

  it('one line alone is a report without a headline', () => {
    const [draft] = cleanPaste('قطار جديد يصل إلى خاسان')
    expect(draft).toMatchObject({ title: null, body: 'قطار جديد يصل إلى خاسان', cuts: [] })
  })

  it.each([
    ['ru', 'Поезд прибыл на станцию Хасан рано утром.'],
    ['ko', '열차가 오늘 아침 하산역에 도착했다고 한다.'],
    ['en', 'The train reached Khasan early in the morning.'],
    ['ar', 'وصل القطار إلى محطة خاسان في وقت مبكر صباح اليوم، وعلى متنه فريق KN23.'],
    ['und', '2024 / 06 + 18 = ?'],
  ])('the language %s is known by its script', (language, raw) => {
    expect(cleanPaste(raw)[0]?.language).toBe(language)
  })

  it.each([
    ['سي إن إن', 'CNN'],
    ['المصدر: وكالة فرانس برس', 'فرانس برس'],
    ['(أ ف ب)', 'فرانس برس'],
    ['رويترز، وكالات', 'رويترز'],
    ['المصدر: صحيفة الساحل', 'صحيفة الساحل'],
  ])('the credit "%s" names the agency %s', (credit, agency) => {
    const [draft] = cleanPaste(`وصل القطار إلى المحطة في وقت مبكر صباح اليوم.\n\n${credit}`)
    expect(draft?.agency).toBe(agency)
    expect(draft?.body).not.toContain(credit)
  })

  it('every cut names its line', () => {
    const [draft] = cleanPaste(
      'قطار جديد يصل إلى خاسان\n\nشارك\n\nوصل القطار إلى المحطة في وقت مبكر صباح اليوم.\n(انتهى)',
    )
    expect(draft?.cuts).toEqual([
      { line: 3, text: 'شارك', reason: 'share' },
      { line: 6, text: '(انتهى)', reason: 'sign-off' },
    ])
  })
})
