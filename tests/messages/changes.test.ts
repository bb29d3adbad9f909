import { describe, expect, test } from 'vitest'
import * as changes from '../../src/messages/changes.ts'
import * as editing from '../../src/messages/editing.ts'
import { createWording, type Wording } from '../../src/messages/fluent.ts'
import { type Html, trusted, visibleText } from '../../src/messages/html.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import * as taking from '../../src/messages/taking-back.ts'
import { ARTICLE, HOSTILE, HOSTILE_ARTICLE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const botUsername = 'mujaz_bot'
const TOLD = [
  { kind: 'correction', note: HOSTILE },
  { kind: 'correction', note: 'صُحّح التاريخ.' },
  { kind: 'retraction', note: HOSTILE },
  { kind: 'retraction', note: '' },
  { kind: 'restored', note: '' },
] as const
const LENGTHS = ['short', 'normal', 'full'] as const
const ACTS = ['publish', 'edit', 'retract', 'discard'] as const
const stood = '<b>تقرير</b>\nناشر\n<a href="https://t.me/mujaz_bot?start=a7">النص الكامل</a>'

/** Every message about changes, with these texts in it. */
function everyMessage(wording: Wording, article: typeof ARTICLE, text: string): Html[] {
  const named = { id: 7, title: text, botUsername }
  const report = { ...article, revision: 3 }
  return [
    ...TOLD.flatMap((told) => [
      changes.noticeLine(wording, told),
      changes.correctionMessage(wording, { told, card: article, botUsername }),
      ...LENGTHS.flatMap((length) =>
        [true, false].map((brief) =>
          trusted(changes.amendedBlock(wording, stood, { told, card: article, length, botUsername, brief })),
        ),
      ),
    ]),
    changes.receivedNotices(wording, [{ ...named, kind: 'retraction', note: text }], botUsername) as Html,
    changes.articleRetracted(wording, { title: text, reason: text, day: '2026-11-22' }),
    changes.articleRetracted(wording, { title: text, reason: null, day: '2026-11-22' }),
    changes.alertMessage(wording, { card: article, botUsername }),
    editing.editCard(wording, report),
    ...editing.EDITABLE.flatMap((field) => [
      editing.askField(wording, field),
      editing.changeQuestion(wording, { field, before: text, after: text, received: 3 }),
      editing.changeQuestion(wording, { field, before: null, after: null, received: 0 }),
    ]),
    editing.askNote(wording),
    editing.noteNotUsable(wording),
    editing.changeKept(wording, { ...named, revision: 2, told: 11 }),
    editing.changeKept(wording, { ...named, revision: 2, told: null }),
    ...(['same', 'retracted', 'overtaken', 'text', 'address'] as const).map((why) =>
      editing.changeNotKept(wording, why),
    ),
    editing.changeDuplicates(wording, named),
    editing.articleUnknown(wording, 7),
    ...(['edit', 'retract', 'history', 'alert'] as const).map((command) =>
      editing.askArticle(wording, command),
    ),
    ...editing.historyPages(wording, {
      ...named,
      zone: 'Asia/Riyadh',
      versions: [
        {
          revision: 1,
          replaced: { at: 0, by: text.slice(0, 60) },
          changes: [
            { field: 'title', before: text, after: null },
            { field: 'text', before: text, after: `${text} ${text}` },
            { field: 'headings', before: null, after: null },
          ],
        },
        { revision: 2, replaced: null, changes: [] },
      ],
    }),
    taking.askReason(wording, text),
    taking.retractQuestion(wording, { title: text, reason: text.slice(0, 300), received: 2 }),
    taking.retractDone(wording, { ...named, told: 1 }),
    taking.retractedBefore(wording, named),
    taking.undoList(wording, { acts: [], zone: 'UTC', botUsername }),
    taking.undoList(wording, {
      acts: ACTS.flatMap((act) =>
        [true, false].map((undone) => ({
          at: 0,
          act,
          title: undone ? text : null,
          editor: text.slice(0, 60),
          articleId: undone ? 7 : null,
          undone,
        })),
      ),
      zone: 'UTC',
      botUsername,
    }),
    ...ACTS.map((act) => taking.undoDone(wording, { act, title: text })),
    taking.notUndone(wording, 'before'),
    taking.notUndone(wording, 'overtaken'),
    taking.alertQuestion(wording, { title: text, readers: 3, later: 1 }),
    taking.alertForNobody(wording),
    taking.alertSent(wording, { readers: 100, later: 2 }),
  ]
}

describe.each(LANGUAGES)('every message about changes in %s', (language) => {
  const wording = createWording(language)
  test.each([
    ['ordinary', ARTICLE, 'قمة في بيونغ يانغ'],
    ['hostile', HOSTILE_ARTICLE, HOSTILE],
  ])('passes Telegram with %s text in it', (_, article, text) => {
    for (const message of everyMessage(wording, article, text)) {
      expectSendable(message)
      const { text: seen } = parseStrictly(message)
      if (language === 'ar') expectArabicLines(seen)
      else expectSoundDirection(seen)
    }
  })
})

const ar = createWording('ar')
const read = (html: Html) => visibleText(html).replaceAll(/[\u2066-\u2069\u200F]/g, '')

test('a retraction says the reason where there is one', () => {
  expect(read(changes.noticeLine(ar, { kind: 'retraction', note: 'لم يصح' }))).toBe('سُحب هذا التقرير: لم يصح')
  expect(read(changes.noticeLine(ar, { kind: 'retraction', note: '' }))).toBe('سُحب هذا التقرير.')
})

test('what is taken back is struck through and still leads to the report; its lead is gone', () => {
  const block = changes.amendedBlock(ar, stood, {
    told: { kind: 'retraction', note: 'لم يصح' },
    card: ARTICLE,
    length: 'normal',
    botUsername,
    brief: false,
  })
  expect(block).toMatch(/<s><a href="https:\/\/t\.me\/mujaz_bot\?start=a7">.*<\/a><\/s>/)
  expect(block).not.toContain('وصل الرئيس الروسي')
})

test('a long text is shown from where it begins to differ', () => {
  const [before, after] = editing.fromDifference(
    `${'كلمة '.repeat(100)}أولى في النص`,
    `${'كلمة '.repeat(100)}ثانية في النص`,
  )
  expect(before.startsWith('… ')).toBe(true)
  expect(before.length).toBeLessThan(80)
  expect(before).toContain('أولى')
  expect(after).toContain('ثانية')
})

test('nothing stands above a digest of which nothing was corrected', () => {
  expect(changes.receivedNotices(ar, [], botUsername)).toBeNull()
})
