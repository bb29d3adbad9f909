import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/draft.ts'
import { draftsOf } from '../../src/articles/drafting.ts'
import type { Material } from '../../src/articles/material.ts'
import { blocksIn, splitDraft } from '../../src/articles/splitting.ts'

const FOLDER = new URL('../fixtures/pastes/', import.meta.url)
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

const material = (text: string, facts: Material['facts'] = {}): Material => ({
  kind: 'paste',
  source: 'chat:1/message:1',
  text,
  facts,
})
const stored = (draft: Draft, place = 0, restored: readonly number[] = []) => ({
  id: 9,
  draft,
  place,
  restored,
})

/** Every letter and digit that is in a title, a body or a cut. */
const letters = (drafts: readonly Draft[]) =>
  drafts
    .flatMap(({ title, body, cuts }) => [title ?? '', body, ...cuts.map(({ text }) => text)])
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .split('')
    .sort()
    .join('')

describe('splitting', () => {
  test.each(NAMES)('%s at any place loses nothing of the report', (name) => {
    const whole = material(readFileSync(new URL(name, FOLDER), 'utf8'))
    const drafts = draftsOf(whole)
    for (const [place, draft] of drafts.entries()) {
      for (let block = 1; block < blocksIn(draft.body).length; block++) {
        const parts = splitDraft(stored(draft, place), whole, block)
        if (parts === null) continue
        const split = parts.flatMap(({ material: part, restored }) => draftsOf(part, restored))
        // Lines that stood around other reports of the paste are theirs.
        if (drafts.length === 1) expect(letters(split)).toBe(letters(draftsOf(whole)))
        const [above, below] = parts
        expect(above.drafts[0]).toMatchObject({ title: draft.title, publisher: draft.publisher })
        expect(below.drafts.length).toBeGreaterThan(0)
        const seen = [...above.drafts, ...below.drafts]
          .flatMap(({ title, body, cuts }) => [title ?? '', body, ...cuts.map(({ text }) => text)])
          .join('\n')
        // A block may be judged anew where it stands at an end now: then it can be put back.
        for (const { start, end } of blocksIn(draft.body)) {
          expect(seen).toContain(draft.body.slice(start, Math.min(end, start + 20)))
        }
      }
    }
  })

  test('takes along what was put back, by its new line', () => {
    const text = [
      'عنوان التقرير عن الوفد الروسي',
      'فقرة أولى طويلة عن زيارة الوفد الروسي إلى بيونغ يانغ اليوم.',
      'شارك',
      'فقرة ثانية طويلة عن عودة الوفد الروسي إلى موسكو في المساء.',
      'شارك',
      'فقرة ثالثة طويلة عن نتائج الزيارة كما رواها المتحدث.',
    ].join('\n\n')
    const whole = material(text)
    const [draft] = draftsOf(whole, [5, 9])
    const [above, below] = splitDraft(stored(draft as Draft, 0, [5, 9]), whole, 2) ?? []
    expect(above?.restored).toEqual([5])
    expect(below?.restored).toEqual([3])
    expect(above?.drafts[0]?.body.endsWith('شارك')).toBe(true)
    expect(below?.drafts[0]?.body).toContain('شارك')
    expect([above, below].flatMap((part) => part?.material.source)).toEqual([
      'chat:1/message:1/9:7a',
      'chat:1/message:1/9:7b',
    ])
  })

  test('cannot begin before the first block, behind the last, or in a report that is not there', () => {
    const whole = material('عنوان طويل لتقرير\n\nفقرة أولى طويلة عن زيارة الوفد الروسي إلى بيونغ يانغ اليوم.')
    const [draft] = draftsOf(whole)
    for (const block of [0, 1, 7, -1]) expect(splitDraft(stored(draft as Draft), whole, block)).toBeNull()
    expect(splitDraft(stored(draft as Draft, 3), whole, 1)).toBeNull()
  })
})
