import { describe, expect, test } from 'vitest'
import * as feeds from '../../src/messages/feeds.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const NOW = Date.parse('2026-11-22T06:00:00Z')
const ZONE = 'Asia/Riyadh'
const FEED: feeds.FeedCardView = {
  url: 'https://news.example/rss?a=1&b=2',
  title: 'صحيفة المثال',
  state: 'active',
  failures: 0,
  failingSince: null,
  lastError: null,
  succeededAt: NOW,
  nextPollAt: NOW + 900_000,
  items: 12,
  drafts: 3,
}
const CODES = [
  'feed_gone',
  'feed_invalid',
  'feed_robots',
  'fetch_bad_url',
  'fetch_http_status',
  'fetch_timeout',
  'fetch_too_large',
  'fetch_bad_certificate',
  'parse_failed',
  'internal',
  'constructor',
]
const failing = (lastError: string): feeds.FeedCardView => ({
  ...FEED,
  failures: 5,
  failingSince: NOW - 9e7,
  lastError,
})

describe.each(LANGUAGES)('what is said of feeds in %s', (language) => {
  const wording = createWording(language)
  const expectDirection = language === 'ar' ? expectArabicLines : expectSoundDirection

  function messages(title: string | null, url: string) {
    const known = { ...FEED, title, url }
    const list = { firstNumber: 1, page: 1, pages: 1, total: 8, zone: ZONE }
    return [
      feeds.feedList(wording, { ...list, feeds: [] }),
      feeds.feedList(wording, {
        ...list,
        pages: 3,
        feeds: Array.from({ length: 8 }, () => ({ ...failing('fetch_timeout'), title, url })),
      }),
      feeds.feedCard(wording, known, { zone: ZONE }),
      feeds.feedCard(
        wording,
        { ...known, state: 'paused', succeededAt: null },
        { zone: ZONE, note: feeds.feedKnown(wording) },
      ),
      ...[0, 1, 2, 3, 11, 100].flatMap((count) => [
        feeds.feedAdded(wording, { count }),
        feeds.feedPolled(wording, { count }),
      ]),
      ...CODES.flatMap((code) => [
        feeds.feedCard(wording, { ...failing(code), title, url }, { zone: ZONE }),
        feeds.feedPollFailed(wording, code),
        feeds.feedRefused(wording, code, url),
      ]),
      ...(['failing', 'recovered', 'gone'] as const).map((kind) =>
        feeds.feedNotice(wording, { kind, feed: { ...failing('fetch_timeout'), title, url } }),
      ),
      feeds.askFeed(wording),
      feeds.feedsOnPage(wording, url),
      feeds.removeFeedQuestion(wording, known),
      feeds.feedRemoved(wording, known),
      feeds.feedNotThere(wording),
    ]
  }

  test.each([
    ['ordinary', FEED.title, FEED.url],
    ['missing', null, FEED.url],
    ['hostile', HOSTILE, HOSTILE],
  ])('with %s names is sendable and keeps the rules of direction', (_, title, url) => {
    for (const message of messages(title, url)) {
      expectSendable(message)
      expectDirection(parseStrictly(message).text)
      expect(message.markup).not.toContain('!')
    }
  })

  test('the card tells state, last success, trouble and what was brought', () => {
    const text = parseStrictly(feeds.feedCard(wording, failing('fetch_http_status'), { zone: ZONE })).text
    for (const part of ['صحيفة المثال', 'news.example/rss', '2026-11-22 09:00', '5', '12', '3'])
      expect(text).toContain(part)
  })

  test('a feed without a title goes by its host', () => {
    const text = parseStrictly(feeds.feedRemoved(wording, { ...FEED, title: '  ' })).text
    expect(text).toContain('news.example')
  })

  test('the label of a found feed is short', () => {
    for (const feed of [{ url: FEED.url, title: HOSTILE }, { url: HOSTILE, title: null }, FEED])
      expect([...feeds.feedLabel(wording, feed)].length).toBeLessThanOrEqual(60)
  })
})
