import { join } from 'node:path'
import fc from 'fast-check'
import type { Message, MessageOrigin } from 'grammy/types'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/sqlite/database.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'
import { type Conversation, OWNER, READER, startConversation } from '../support/conversation.ts'

const TEXT = [
  'وفد اقتصادي روسي يبدأ مباحثات في بيونغ يانغ',
  'شارك',
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.',
  'ويرأس الوفد وزير الموارد الطبيعية ألكسندر كوزلوف، ويستمر عمله ثلاثة أيام بحسب وسائل إعلام روسية.',
  'وقال بيان مشترك إن الجانبين اتفقا على زيادة رحلات القطار بين البلدين في الربيع المقبل.',
  '(انتهى)',
  'الموقع : example.org',
].join('\n\n')
const ACTS = [
  'publish separate revise discard title date publisher ask-no-more lead pick lead-auto cuts line split split-at',
  'open card',
]
  .join(' ')
  .split(' ')
const TABLES = ['articles', 'drafts', 'materials', 'readings', 'audit', 'undoable_acts', 'article_revisions']
const CHANNEL: MessageOrigin = {
  type: 'channel',
  chat: { id: -1001, type: 'channel', title: 'قناة المثال', username: 'example_news' },
  message_id: 77,
  date: 1_718_700_000,
}

let chat: Conversation
/** Another connection to the same file. */
let beside: Database
let draftId: number
beforeEach(async () => {
  const databasePath = join(tempFolder(), 'mujaz.sqlite')
  chat = await startConversation(
    { databasePath },
    { fetch: () => Promise.reject(new Error('Nobody may fetch this.')) },
  )
  beside = await openDatabase(databasePath)
  await chat.app.editors.appoint({ userId: READER, name: 'ليلى' }, OWNER)
  await chat.say(READER, `/add ${TEXT}`)
  draftId = (await chat.app.drafts.waiting({ offset: 0, limit: 1 })).drafts[0]?.id ?? 0
})
afterEach(() => {
  beside.close()
  chat.close()
})

const kept = () => JSON.stringify(TABLES.map((table) => beside.prepare(`SELECT * FROM ${table}`).raw().all()))

type Step = { press: string } | { say: string } | { forward: string } | { file: string }

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...ACTS), fc.nat(9), fc.nat(3))
        .map(([act, a, b]): Step => ({ press: `${act}:${a}:${b}` })),
    },
    fc.constantFrom<Step>(
      { say: '/add' },
      { say: `/add ${TEXT}` },
      { say: TEXT },
      { say: '/drafts' },
      { say: 'https://example.org/a' },
      { say: '/add https://example.org/a' },
      { say: '٢٠٢٤' },
      { forward: TEXT },
      { forward: 'https://example.org/a' },
      { file: 'report.txt' },
    ),
  ),
  { minLength: 1, maxLength: 10 },
)

async function take(person: number, step: Step): Promise<void> {
  if ('press' in step) {
    const { messageId } = chat.last(person)
    chat.loopback.press(person, messageId, `draft:${draftId}:${step.press}`)
  } else if ('say' in step) chat.loopback.say(person, step.say)
  else if ('forward' in step) chat.loopback.forward(person, step.forward, CHANNEL)
  else chat.loopback.sendFile(person, { name: step.file, bytes: Buffer.from(TEXT) }, '/add')
  await chat.settle()
}

test('whoever was dismissed in the middle of a draft changes nothing any more, whatever they send and press', async () => {
  await chat.press(READER, `draft:${draftId}:title`)
  await chat.app.editors.dismiss(READER, OWNER)
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const before = kept()
      for (const step of all) await take(READER, step)
      expect(kept()).toBe(before)
    }),
    { numRuns: 25 },
  )
})

test('an editor who presses anything in any order publishes a draft once, and its lead is literal', async () => {
  const presses = fc.array(
    fc
      .tuple(fc.constantFrom(...ACTS), fc.nat(9), fc.nat(3))
      .map(([act, a, b]): Step => ({ press: `${act}:${a}:${b}` })),
    { minLength: 1, maxLength: 12 },
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(presses, async (all) => {
      run += 1
      await chat.say(READER, `/add ${TEXT.replace('وفد', `وفد ${run}`)}`)
      const { drafts } = await chat.app.drafts.waiting({ offset: 0, limit: 1 })
      draftId = drafts[0]?.id ?? draftId
      for (const step of all) await take(READER, step)
      const draft = await chat.app.drafts.byId(draftId)
      expect(draft).not.toBeNull()
      for (const { start, end } of draft?.draft.lead ?? []) {
        expect(draft?.draft.body.slice(start, end)).toMatch(/\p{L}/u)
        expect(draft?.draft.body.slice(start, end)).not.toContain('\n')
      }
      const published = beside
        .prepare("SELECT count(*) FROM audit WHERE subject = ? AND act IN ('publish', 'discard')")
        .pluck()
        .get(`draft:${draftId}`) as number
      expect(published).toBe(draft?.state === 'open' ? 0 : 1)
    }),
    { numRuns: 25 },
  )
})

test('a message of another bot is no news', async () => {
  const before = kept()
  const message = {
    message_id: 5_000,
    date: 1,
    text: 'https://example.org/a',
    chat: { id: OWNER, type: 'private', first_name: 'O' },
    from: { id: OWNER, is_bot: false, first_name: 'O' },
    via_bot: { id: 1, is_bot: true, first_name: 'other' },
  } as Message
  await chat.handle({ update_id: 1_900_000_000, message: message as never })
  expect(kept()).toBe(before)
})
