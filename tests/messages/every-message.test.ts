import { describe, expect, test } from 'vitest'
import { articleGone, articlePages, latestPage } from '../../src/messages/articles.ts'
import { articleCard } from '../../src/messages/card.ts'
import * as chats from '../../src/messages/chats.ts'
import { COMMANDS, commandDescription } from '../../src/messages/commands.ts'
import {
  badDay,
  noReports,
  nothingReceived,
  receivedHeading,
  reportsHeading,
} from '../../src/messages/day.ts'
import * as desk from '../../src/messages/desk.ts'
import { digestParts, nothingNew } from '../../src/messages/digest.ts'
import * as editor from '../../src/messages/editor.ts'
import { createWording, type Wording } from '../../src/messages/fluent.ts'
import { type Html, visibleLength, visibleText } from '../../src/messages/html.ts'
import { WORDING, type WordingKey } from '../../src/messages/keys.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import type { PreferencesView } from '../../src/messages/preferences.ts'
import type { RadarView } from '../../src/messages/radar.ts'
import * as reader from '../../src/messages/reader.ts'
import { askForWords, nothingFound, searchPage } from '../../src/messages/search.ts'
import * as settings from '../../src/messages/settings.ts'
import * as subscription from '../../src/messages/subscription.ts'
import { OFFERED_ZONES, zoneName } from '../../src/messages/zones.ts'
import { DIGEST_LENGTHS } from '../../src/readers/subscription.ts'
import { ARTICLE, HOSTILE, HOSTILE_ARTICLE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const botUsername = 'mujaz_bot'
const cuts = [
  { line: 1, text: HOSTILE, reason: 'share' },
  { line: 2, text: 'Share on Facebook', reason: 'share' },
  { line: 3, text: 'وسم', reason: 'tags' },
] as const

const PLAIN: PreferencesView = {
  times: [450],
  zone: 'Asia/Riyadh',
  days: 'daily',
  quiet: null,
  silent: false,
  length: 'normal',
  whenNothing: 'skip',
  alerts: false,
  workingDays: [1, 2, 3, 4, 7],
}
const VIEWS: readonly PreferencesView[] = [
  PLAIN,
  { ...PLAIN, times: [0, 1439], zone: 'America/Argentina/Ushuaia', days: 'working' },
  { ...PLAIN, zone: 'Etc/GMT+3', days: [5], quiet: { from: 1320, to: 420 }, whenNothing: 'say' },
  { ...PLAIN, times: [1, 2, 3, 4, 5, 6], zone: 'Africa/Tripoli', days: [1, 6], silent: true, length: 'full' },
]
const NEXT = (['now', 'today', 'tomorrow', 'later'] as const).map((when, index) => ({
  when,
  day: '2024-06-18',
  time: '07:30',
  silently: index % 2 === 1,
}))

const RADAR_OF = (article: typeof ARTICLE, text: string): RadarView => ({
  verdict: 'near-copy',
  nearest: { ...article, link: 'https://t.me/mujaz_bot?start=a7' },
  overlap: 0.5,
  relevance: { found: [text, 'كيم', 'Putin'], missing: [], inPassing: false },
  event: { title: text, happenedOn: '2024-06-19', count: 3 },
})

/** Every message there is, with these texts in it. */
function everyMessage(wording: Wording, article: typeof ARTICLE, text: string): Record<string, Html[]> {
  const five = Array.from({ length: 5 }, () => article)
  const found = five.map((card) => ({
    card,
    snippet: {
      text: card.body,
      hits: Array.from({ length: 200 }, (_, index) => ({ start: index * 4, end: index * 4 + 3 })),
    },
  }))
  const reasons = [
    { what: 'words', points: 3.21 },
    { what: 'letters', points: -0.5 },
    { what: 'nearness', points: 1e9 },
  ] as const
  const draft = { ...article, lead: text, wordCount: 12, publisherSummary: [text] }
  const link = 'https://t.me/mujaz_bot?start=a1'
  return {
    card: [
      articleCard(wording, article, { botUsername }),
      articleCard(wording, article, { botUsername, number: 3 }),
    ],
    latest: [
      latestPage(wording, { cards: five, page: 2, pages: 5, total: 23, botUsername, firstNumber: 6 }),
      latestPage(wording, { cards: [...five, ...five], page: 1, pages: 1, total: 10, botUsername }),
      latestPage(wording, { cards: [], page: 1, pages: 1, total: 0, botUsername }),
    ],
    article: articlePages(wording, article),
    english: articlePages(wording, { ...article, language: 'en' }),
    gone: [articleGone(wording)],
    search: [false, true].map((relaxed) =>
      searchPage(wording, { query: text, results: found, page: 1, pages: 2, total: 7, botUsername, relaxed }),
    ),
    explained: [
      searchPage(wording, {
        query: text,
        results: found.map((each) => ({ ...each, reasons })),
        page: 1,
        pages: 2,
        total: 7,
        botUsername,
        relaxed: true,
        stoodFor: Array.from({ length: 12 }, (_, index) => ({
          word: text,
          near: Array.from({ length: index }, () => text),
        })).slice(1),
      }),
    ],
    nothing: [
      nothingFound(wording, { query: text, names: [text, 'بوتين', 'Putin'], examples: [text, 'معاهدة'] }),
      nothingFound(wording, { query: text, examples: [text, 'معاهدة', 'Kim Jong Un'] }),
      askForWords(wording, { examples: [text, 'معاهدة'] }),
    ],
    digest: DIGEST_LENGTHS.flatMap((length) =>
      digestParts(wording, {
        days: [
          { day: '2024-06-18', cards: five },
          { day: null, cards: five },
        ],
        omitted: 3,
        length,
        rest: { since: 1, upTo: 14 },
        botUsername,
      }),
    ),
    nothingNew: [nothingNew(wording)],
    day: [
      receivedHeading(wording, { day: null }),
      receivedHeading(wording, { day: '2024-06-18' }),
      nothingReceived(wording),
      badDay(wording, { given: text }),
      ...[
        { value: '2024-06-18', precision: 'day' } as const,
        { value: '2024-06', precision: 'month' } as const,
        { value: '2024', precision: 'year' } as const,
      ].flatMap((period) => [reportsHeading(wording, { period }), noReports(wording, { period })]),
    ],
    start: [
      reader.start(wording, { newest: null, botUsername }),
      reader.start(wording, { story: text, newest: article, botUsername }),
    ],
    help: [
      reader.help(wording, {
        commands: [
          { command: 'latest', description: text },
          { command: text, description: text },
        ],
      }),
    ],
    subscribed: VIEWS.flatMap((view) => NEXT.map((next) => subscription.subscribed(wording, { view, next }))),
    unclear: [null, '', text].flatMap((given) =>
      [{}, ...VIEWS].flatMap((understood) => [
        subscription.unclear(wording, { given, understood, whichZone: true }),
        subscription.unclear(wording, { given: given ?? text, understood, whichZone: false }),
      ]),
    ),
    settings: LANGUAGES.flatMap((language) => [
      settings.settings(wording, { language, subscription: null }),
      ...VIEWS.flatMap((view) =>
        NEXT.map((next) => settings.settings(wording, { language, subscription: { view, next } })),
      ),
    ]),
    pages: VIEWS.flatMap((chosen) =>
      (['times', 'zone', 'days', 'quiet', 'length', 'language'] as const).flatMap((setting) => [
        settings.ask(wording, setting),
        settings.ask(wording, setting, { chosen, note: settings.mostTimes(wording, 6) }),
        settings.ask(wording, setting, { chosen, note: settings.lastOne(wording, 'times') }),
        settings.ask(wording, setting, { chosen, note: settings.lastOne(wording, 'days') }),
      ]),
    ),
    typed: (['time', 'zone', 'quiet'] as const).flatMap((what) => [
      settings.askTyped(wording, what),
      settings.badAnswer(wording, what, text),
      settings.answeredByReply(wording, settings.askTyped(wording, what)),
    ]),
    place: [
      settings.askLocation(wording),
      settings.badPlace(wording),
      settings.zoneSet(wording, 'Africa/Cairo'),
    ],
    chats: [
      chats.groupWelcome(wording),
      chats.administratorsOnly(wording),
      chats.channelWelcome(wording, { title: text }),
      chats.channelWelcome(wording, { title: null }),
      chats.pauseNote(wording, { title: text, reason: 'no_rights' }),
      chats.pauseNote(wording, { title: '', reason: 'topic_closed' }),
    ],
    fixed: [
      subscription.unsubscribed(wording),
      subscription.notSubscribed(wording),
      reader.privacy(wording),
      reader.forgetQuestion(wording),
      reader.forgotten(wording),
      reader.cancelled(wording),
      reader.onlyPrivate(wording),
      reader.unknownCommand(wording),
      reader.notAllowed(wording),
      reader.failed(wording),
      reader.tooLong(wording),
      editor.askText(wording),
      editor.askTitle(wording),
      editor.askPublisher(wording),
      editor.askDate(wording),
      editor.titleNotUsable(wording),
      editor.publisherNotUsable(wording),
      editor.dateNotUnderstood(wording, { given: text }),
      editor.published(wording, { title: text, link }),
      editor.alreadyThere(wording, { title: text, link }),
      editor.discarded(wording),
      editor.draftSettled(wording),
      editor.nothingUsable(wording),
    ],
    draft: [
      editor.draftCard(wording, {
        draft,
        cuts: Array.from({ length: 80 }, () => cuts).flat(),
        position: 1,
        count: 2,
        radar: RADAR_OF(article, text),
        missing: ['title', 'publisher', 'date'],
      }),
      editor.draftCard(wording, {
        draft: {
          ...draft,
          title: null,
          publisher: null,
          agency: null,
          author: null,
          url: null,
          publishedAt: null,
          lead: '',
          publisherSummary: [],
          language: 'not a tag <b>',
        },
        cuts: [],
        position: 1,
        count: 1,
        radar: {
          verdict: 'foreign',
          nearest: null,
          overlap: 0,
          relevance: { found: [], missing: [text], inPassing: true },
          event: null,
        },
        missing: [],
      }),
    ],
    desk: [
      desk.lensPage(wording, {
        page: 1,
        pages: 2,
        lines: [
          { line: 1, text, reasons: ['share', 'css'], restored: false },
          { line: 2, text, reasons: ['tags'], restored: true },
        ],
      }),
      desk.lensPage(wording, { page: 1, pages: 1, lines: [] }),
      desk.leadChoice(wording, {
        page: 1,
        pages: 1,
        limits: { sentences: 4, characters: 800 },
        refusal: 'too-many',
        sentences: [
          { number: 1, text, chosen: true },
          { number: 2, text, chosen: false },
        ],
      }),
      desk.splitChoice(wording, { page: 1, pages: 1, impossible: true, paragraphs: [{ number: 2, text }] }),
      desk.waitingDrafts(wording, {
        page: 1,
        pages: 1,
        total: 2,
        drafts: [
          { number: 1, title: text, publisher: text, publishedAt: article.publishedAt },
          { number: 2, title: null, publisher: null, publishedAt: null },
        ],
      }),
      desk.waitingDrafts(wording, { page: 1, pages: 1, total: 0, drafts: [] }),
      ...[0, 1, 2, 3, 11, 100].map((count) => desk.moreDrafts(wording, { count })),
      ...[text, null].flatMap((name) => {
        const by = { userId: 7, name, isOwner: false }
        return [
          desk.publishedBy(wording, { article: { title: text, link }, by }),
          desk.discardedBy(wording, { by: { ...by, isOwner: name === null } }),
          desk.revised(wording, { title: text, link }),
        ]
      }),
      ...(['too-long', 'unusable', 'overtaken'] as const).map((why) => desk.notPublishable(wording, why)),
      ...(['page', 'file'] as const).flatMap((kind) => {
        const view = { kind, name: text }
        return [
          desk.readingNote(wording, view),
          desk.nothingThere(wording, view),
          desk.readingFailed(wording, view),
        ]
      }),
    ],
  }
}

describe.each(LANGUAGES)('messages in %s', (language) => {
  const wording = createWording(language)
  const expectDirection = language === 'ar' ? expectArabicLines : expectSoundDirection

  test.each([
    ['ordinary', ARTICLE, 'معاهدة'],
    ['hostile', HOSTILE_ARTICLE, HOSTILE],
  ])('with %s texts are sendable and keep the rules of direction', (_, article, text) => {
    for (const [name, messages] of Object.entries(everyMessage(wording, article, text))) {
      expect(messages.length, name).toBeGreaterThan(0)
      for (const message of messages) {
        expectSendable(message)
        const seen = parseStrictly(message).text
        expectDirection(seen)
        expect(visibleText(message)).toBe(seen)
        expect(visibleLength(message)).toBe([...seen].length)
      }
    }
  })

  test('every key gives sound markup and sound plain text', () => {
    for (const key of Object.keys(WORDING) as WordingKey[]) {
      for (const value of [HOSTILE, 'كلمة', 0, 1, 2, 3, 11, 100]) {
        const args = Object.fromEntries(WORDING[key].map((name) => [name, value]))
        // The types tie arguments to a key; here they are made for all keys at once.
        const anyKey = wording as unknown as Record<'html' | 'text', (key: string, args: object) => never>
        const message = anyKey.html(key, args) as Html
        expectDirection(parseStrictly(message).text)
        const text = anyKey.text(key, args) as string
        if (!/<\/?(?:b|code)>/.test(text)) expectDirection(text)
      }
    }
  })

  test('descriptions of commands are short, and zones and buttons have names', () => {
    for (const command of COMMANDS) {
      expect([...commandDescription(wording, command)].length).toBeLessThanOrEqual(60)
    }
    for (const zone of OFFERED_ZONES) expect(zoneName(wording, zone)).not.toContain('/')
    expect(reader.expiredButton(wording).length).toBeLessThanOrEqual(200)
    expect(reader.saved(wording).length).toBeLessThanOrEqual(200)
  })

  test('say the same to whoever may not use a command as to whoever invents one', () => {
    expect(reader.notAllowed(wording)).toEqual(reader.unknownCommand(wording))
  })

  test('never shout', () => {
    for (const messages of Object.values(everyMessage(wording, ARTICLE, 'معاهدة'))) {
      for (const message of messages) expect(message.markup).not.toContain('!')
    }
  })
})
