import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleText } from '../../src/messages/html.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import {
  cancelQuestion,
  type RunView,
  runBraked,
  runCard,
  runKept,
  runList,
} from '../../src/messages/owner.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const ar = createWording('ar')
const en = createWording('en')

const RUN: RunView = {
  id: 12,
  state: 'running',
  reason: null,
  planned: 12_000,
  sent: 6_000,
  waiting: 5_950,
  failed: 10,
  gone: 40,
  skipped: 0,
  refused: 0,
  startedAt: Date.parse('2026-11-22T05:00:00Z'),
  done: 0.504,
  rate: 27.96,
  secondsLeft: 212,
  secondsTaken: null,
}

describe('a run', () => {
  test('on its way shows what was sent, what waits, the rate and the time left; no trouble where there is none', () => {
    expect(visibleText(runCard(en, RUN)).replaceAll(/[\u{2068}\u{2069}]/gu, '')).toBe(
      [
        'Run 12',
        'State: sending',
        'Sent: 6,000 of 12,000 (50%)',
        'Waiting: 5,950',
        'Failed: 10',
        'Chats that are gone: 40',
        'Rate: 28 a second',
        'Time left: 4 minutes',
        'Started: 2026-11-22 05:00 UTC',
      ].join('\n'),
    )
  })

  test('that has ended shows how long it took', () => {
    const ended = {
      ...RUN,
      state: 'done',
      waiting: 0,
      rate: 4.26,
      secondsLeft: null,
      secondsTaken: 8400,
    } as const
    const text = visibleText(runCard(en, ended))
    expect(text).toContain('State: done')
    expect(text).toContain('Rate: 4.3 a second')
    expect(text).toContain('Took: 2 hours')
    expect(text).not.toContain('Waiting')
    expect(text).not.toContain('Time left')
  })

  test('tells who paused it', () => {
    const paused = { ...RUN, state: 'paused', reason: { by: { owner: 22 } } } as const
    expect(visibleText(runCard(en, paused))).toContain('Reason: decided by owner \u{2068}22\u{2069}')
    expect(visibleText(runCard(ar, { ...paused, reason: { by: 'operator' } }))).toContain(
      'السبب: قرار من سطر الأوامر',
    )
  })

  test('that paused itself says why and what can be done', () => {
    const text = visibleText(
      runBraked(en, { ...RUN, state: 'paused', reason: { stored: '30 of 100 refused' } }),
    )
    expect(text).toContain('has paused itself')
    expect(text).toContain('30 of 100 refused')
    expect(text).toContain('cancelling leaves the news')
  })

  test('is counted in Arabic as Arabic counts', () => {
    const left = (secondsLeft: number) =>
      visibleText(runCard(ar, { ...RUN, secondsLeft })).match(/الوقت المتبقي: (.*)/u)?.[1]
    expect([1, 2, 5, 45, 120, 300, 3600 * 2, 3600 * 30].map(left)).toEqual([
      'ثانية واحدة',
      'ثانيتان',
      '5 ثوانٍ',
      '45 ثانية',
      'دقيقتان',
      '5 دقائق',
      'ساعتان',
      '30 ساعة',
    ])
  })
})

test('a list of no runs says that there are none', () => {
  expect(visibleText(runList(en, []))).toBe('No runs yet.')
})

describe.each(LANGUAGES)('in %s, whatever the reasons hold', (language) => {
  const wording = createWording(language)
  const states = ['running', 'paused', 'cancelled', 'done'] as const
  const runs = states.map((state) => ({ ...RUN, state, reason: { stored: HOSTILE }, refused: 3, skipped: 4 }))

  test.each([
    ['a card', runs.map((run) => runCard(wording, run))],
    ['a brake', runs.map((run) => runBraked(wording, run))],
    ['a list', [runList(wording, [...runs, ...runs]), runList(wording, [])]],
    ['a question', [cancelQuestion(wording, { id: 12, waiting: 2 }), runKept(wording, 12)]],
  ])('%s is sendable and keeps the rules of direction', (_, messages) => {
    for (const message of messages) {
      expectSendable(message)
      const { text } = parseStrictly(message)
      if (language === 'ar') expectArabicLines(text)
      else expectSoundDirection(text)
    }
  })
})
