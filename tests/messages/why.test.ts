import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleLength, visibleText } from '../../src/messages/html.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import { type Reason, reasonWords } from '../../src/messages/reasons.ts'
import {
  type SlotView,
  type WhyView,
  whyHidden,
  whyPage,
  whyUnknown,
  whyUsage,
} from '../../src/messages/why.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const en = createWording('en')
const at = (iso: string) => Date.parse(iso)
const seen = (wording: typeof en, view: WhyView) =>
  visibleText(whyPage(wording, view)).replaceAll(/[\u{2068}\u{2069}\u{200F}]/gu, '')

const SLOT: SlotView = {
  slot: '2026-11-22',
  runId: 12,
  state: 'sent',
  reason: null,
  attempts: 0,
  edition: { id: 5, since: 3, upTo: 9, articles: 4, parts: 2 },
  arrived: 2,
  availableAt: null,
  settledAt: at('2026-11-22T04:30:07Z'),
}

const VIEW: WhyView = {
  chatId: -1001234567890,
  threadId: null,
  kind: 'supergroup',
  language: 'ar',
  stopped: null,
  setBy: 33,
  cursor: 9,
  subscription: {
    times: [450],
    zone: 'Africa/Cairo',
    days: 'daily',
    quiet: null,
    silent: false,
    length: 'normal',
    whenNothing: 'skip',
    alerts: false,
    workingDays: [1, 2, 3, 4, 7],
    nextDueAt: at('2026-11-23T05:30:00Z'),
  },
  slots: [SLOT],
  holds: [],
  page: 1,
  pages: 1,
}

describe('what an owner sees of a chat', () => {
  test('is who it is, what it subscribed to, when it is due, and its slots', () => {
    const text = seen(en, VIEW)
    for (const part of [
      'Chat -1001234567890\nSupergroup, language: العربية\nSending: active\nSet up by: 33\nLast report received: 9',
      'Next digest: 2026-11-23 07:30 (2026-11-23 05:30 UTC)',
      'Slot 2026-11-22: sent 2026-11-22 06:30\nEdition 5: 4 reports, after report 3 up to 9\nParts that arrived: 2 of 2\nRun 12',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('in this chat')
  })

  test('names the topic, and which of the readers of the chat it is', () => {
    const text = seen(en, { ...VIEW, threadId: 17, page: 2, pages: 3 })
    expect(text).toContain('Topic 17 of chat -1001234567890\nReader 2 of 3 in this chat')
  })

  test('says why nothing is sent, and until when everybody or this chat has to wait', () => {
    const text = seen(en, {
      ...VIEW,
      stopped: 'topic_closed',
      subscription: null,
      slots: [],
      cursor: null,
      holds: [
        { all: true, until: at('2026-11-22T05:00:30Z') },
        { all: false, until: at('2026-11-22T06:00:00Z') },
      ],
    })
    for (const part of [
      'Sending: stopped, the topic is closed or deleted',
      'No digest received yet',
      'Not subscribed',
      'all chats: until 2026-11-22 05:00 UTC',
      'this chat: until 2026-11-22 06:00 UTC',
      'No slots yet.',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('tells slots apart: the second of a day, one out of turn, one that waits after attempts', () => {
    const first = { id: 6, since: null, upTo: 9, articles: 1, parts: 1 }
    const slots: SlotView[] = [
      { ...SLOT, slot: '2026-11-22#2', state: 'skipped', edition: null, reason: { stored: 'nothing_new' } },
      { ...SLOT, slot: 'now:2026-11-21T12:00:00.000Z', runId: null, edition: first },
      { ...SLOT, slot: `now:${at('2026-11-20T12:00:00Z')}`, state: 'gone', reason: { stored: 'blocked' } },
      {
        ...SLOT,
        state: 'pending',
        reason: { stored: 'ECONNRESET' },
        attempts: 3,
        arrived: 1,
        availableAt: at('2026-11-22T05:00:00Z'),
        settledAt: null,
      },
    ]
    const text = seen(en, { ...VIEW, slots })
    for (const part of [
      'Slot 2026-11-22, digest 2: not sent\nReason: nothing new\nRun 12',
      'Asked for 2026-11-21 14:00: sent 2026-11-22 06:30\nEdition 6: 1 report, a first digest, up to report 9\nParts that arrived: 2 of 1',
      'Asked for 2026-11-20 14:00: chat gone\nReason: the bot was blocked',
      'Slot 2026-11-22: waiting\nReason: ECONNRESET\nEdition 5: 4 reports, after report 3 up to 9\nParts that arrived: 1 of 2\nCounted attempts: 3\nNot before: 2026-11-22 07:00',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('has UTC times where the zone is not known to this machine', () => {
    const subscription = { ...(VIEW.subscription as NonNullable<WhyView['subscription']>), zone: 'Mars/Base' }
    expect(seen(en, { ...VIEW, subscription })).toContain('2026-11-23 05:30 UTC (2026-11-23 05:30 UTC)')
  })

  test('is one message however long the reasons are: the oldest slots are left out', () => {
    const slots = Array.from({ length: 40 }, (_, index) => ({
      ...SLOT,
      slot: `2026-11-${index + 1}`,
      reason: { stored: 'Bad Request: '.repeat(100) },
    }))
    const page = whyPage(en, { ...VIEW, slots })
    expectSendable(page)
    expect(visibleLength(page)).toBeGreaterThan(3000)
    expect(visibleText(page)).toContain('2026-11-1\u{2069}:')
  })
})

describe('a reason', () => {
  test.each<[string, string]>([
    ['nothing_new', 'nothing new'],
    ['too_late', 'more than twelve hours late'],
    ['superseded', 'replaced by a newer digest that covers it'],
    ['cancelled', 'cancelled'],
    ['reader_stopped', 'sending to the chat had stopped'],
    ['blocked', 'the bot was blocked'],
    ['deactivated', 'the account was deleted'],
    ['chat_gone', 'the chat does not exist, or the bot was removed from it'],
    ['no_rights', 'the bot may not write there'],
    ['topic_closed', 'the topic is closed or deleted'],
    ['moved', 'the group has a new id'],
    ['wait 35 s', 'Telegram asked to wait 35 seconds'],
    ['wait 10072 s', 'Telegram asked to wait 3 hours'],
    ['ETIMEDOUT', 'ETIMEDOUT'],
    ['400 Bad Request: <b>', '400 Bad Request: <b>'],
    ['toString', 'toString'],
  ])('%s is said as: %s', (stored, words) => {
    expect(visibleText(reasonWords(en, { stored })).replaceAll(/[\u{2068}\u{2069}]/gu, '')).toBe(words)
  })
})

describe.each(LANGUAGES)('in %s', (language) => {
  const wording = createWording(language)
  const reasons: Reason[] = [
    { stored: HOSTILE },
    { by: 'operator' },
    { by: { owner: 22 } },
    { stored: 'wait 3 s' },
  ]
  const states = ['pending', 'sending', 'sent', 'skipped', 'gone', 'failed'] as const
  const slots = states.flatMap((state) => [
    { ...SLOT, state, reason: { stored: 'ECONNRESET' }, attempts: 2, availableAt: 5 },
    { ...SLOT, state, slot: 'now:5', edition: null, runId: null },
  ])
  const views: WhyView[] = [
    VIEW,
    { ...VIEW, slots, threadId: 4, page: 2, pages: 4, holds: [{ all: true, until: 9 }] },
    ...reasons.map((reason) => ({ ...VIEW, slots: [{ ...SLOT, reason }], stopped: HOSTILE })),
    {
      ...VIEW,
      subscription: null,
      cursor: null,
      setBy: null,
      slots: [{ ...SLOT, slot: HOSTILE.slice(0, 300) }],
    },
  ]

  test('every page is one sendable message that keeps the rules of direction', () => {
    for (const message of [
      ...views.map((view) => whyPage(wording, view)),
      whyUnknown(wording, -100),
      whyUsage(wording),
      whyHidden(wording),
    ]) {
      expectSendable(message)
      const { text } = parseStrictly(message)
      if (language === 'ar') expectArabicLines(text)
      else expectSoundDirection(text)
    }
  })
})
