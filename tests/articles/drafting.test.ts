import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/draft.ts'
import { cleanedAgain, draftsOf } from '../../src/articles/drafting.ts'

const TEXT =
  'عنوان التقرير عن الوفد\n\nشارك\n\nوصل الوفد الروسي إلى بيونغ يانغ اليوم في زيارة رسمية. ثم غادر المطار.'
const ORIGIN = {
  name: ' قناة\nالمثال ',
  url: 'https://t.me/example/1',
  author: 'كاتب',
  postedAt: { value: '2024-06-18T10:00', precision: 'minute' },
} as const

describe('the drafts of a forwarded post', () => {
  test('name the channel where the text names nobody', () => {
    const [draft] = draftsOf({ text: TEXT, facts: { origin: ORIGIN } })
    expect(draft).toMatchObject({
      publisher: 'قناة المثال',
      author: 'كاتب',
      url: 'https://t.me/example/1',
      publishedAt: ORIGIN.postedAt,
    })
  })

  test('believe the text before the channel, and a channel of no usable name is left out', () => {
    const text = `${TEXT}\n\nالموقع : example.org`
    expect(draftsOf({ text, facts: { origin: ORIGIN } })[0]?.publisher).toBe('example.org')
    const nameless = { ...ORIGIN, name: 'ق'.repeat(500) }
    expect(draftsOf({ text: TEXT, facts: { origin: nameless } })[0]?.publisher).toBeNull()
  })
})

describe('a draft that is cleaned again', () => {
  const [before, after] = [
    draftsOf({ text: TEXT, facts: {} })[0],
    draftsOf({ text: TEXT, facts: {} }, [3])[0],
  ] as [Draft, Draft]

  test('keeps what an editor has set, and takes the new text', () => {
    const edited: Draft = {
      ...before,
      title: 'عنوان المحرر',
      publishedAt: { value: '2024', precision: 'year' },
    }
    const again = cleanedAgain(edited, before, after)
    expect(again).toMatchObject({ title: 'عنوان المحرر', publishedAt: { value: '2024' } })
    expect(again.body).toBe(after.body)
    expect(again.body).toContain('شارك')
  })

  test('keeps a chosen lead where its words are still there, and picks it anew where they are gone', () => {
    const start = before.body.indexOf('ثم')
    const lead = [{ start, end: before.body.length }]
    const moved = cleanedAgain({ ...before, lead }, before, after).lead?.[0]
    expect(after.body.slice(moved?.start, moved?.end)).toBe('ثم غادر المطار.')
    const gone = cleanedAgain({ ...after, lead: [{ start: 0, end: 4 }] }, after, before)
    expect(gone).not.toHaveProperty('lead')
  })
})
