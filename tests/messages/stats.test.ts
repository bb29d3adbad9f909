import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleLength } from '../../src/messages/html.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import {
  chartWords,
  exportCaption,
  exportEmpty,
  exportOffer,
  exportTooLarge,
  type StatsView,
  statistics,
} from '../../src/messages/stats.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const FULL: StatsView = {
  articles: { published: 123_456, retracted: 3, older: 2, undated: 1 },
  readers: {
    subscribed: 100_000,
    stopped: [
      { reason: 'blocked', count: 12_000 },
      { reason: 'deactivated', count: 300 },
      { reason: 'chat_gone', count: 20 },
      { reason: 'no_rights', count: 2 },
      { reason: 'topic_closed', count: 1 },
    ],
  },
  deliveries: { sent: 700_000, skipped: 1, gone: 2, failed: 3, waiting: 4 },
  feeds: { active: 9, failing: 2, paused: 1 },
  waiting: { drafts: 5, deliveries: 4, amendments: 3 },
  picture: {
    drawn: false,
    substitutes: Array.from({ length: 7 }, () => ({ label: '#4', publisher: HOSTILE })),
  },
}
const EMPTY: StatsView = {
  articles: { published: 0, retracted: 0, older: 0, undated: 0 },
  readers: { subscribed: 0, stopped: [] },
  deliveries: { sent: 0, skipped: 0, gone: 0, failed: 0, waiting: 0 },
  feeds: { active: 0, failing: 0, paused: 0 },
  waiting: { drafts: 0, deliveries: 0, amendments: 0 },
  picture: { drawn: true, substitutes: [] },
}

describe.each(LANGUAGES)('in %s', (language) => {
  const wording = createWording(language)
  const expectDirection = language === 'ar' ? expectArabicLines : expectSoundDirection

  test('every message is sendable and keeps the rules of direction', () => {
    const messages = [
      statistics(wording, FULL),
      statistics(wording, EMPTY),
      exportOffer(wording),
      exportEmpty(wording),
      exportTooLarge(wording),
      ...[0, 1, 2, 3, 11, 100].map((count) => exportCaption(wording, { form: 'JSON', count })),
    ]
    for (const message of messages) {
      expectSendable(message)
      expectDirection(parseStrictly(message).text)
    }
  })

  test('the figures fit below a picture, unless many names cannot be drawn', () => {
    expect(visibleLength(statistics(wording, { ...FULL, picture: EMPTY.picture }))).toBeLessThan(900)
  })

  test('what is zero is left out where it would say nothing', () => {
    const full = statistics(wording, FULL).markup
    const empty = statistics(wording, EMPTY).markup
    expect(empty.split('\n').length).toBeLessThan(full.split('\n').length - 8)
    expect(full).toContain('123,456')
    expect(empty).not.toContain('(')
  })

  test('the words of the picture are short', () => {
    const { title, others, monthNames } = chartWords(wording)
    expect(monthNames).toHaveLength(12)
    expect(new Set(monthNames).size).toBe(12)
    for (const name of monthNames)
      expect(name).toMatch(language === 'ar' ? /^\p{Script=Arabic}{2,7}$/u : /^[A-Z][a-z]{2}$/)
    expect(title.length + others.length).toBeLessThan(60)
  })
})
