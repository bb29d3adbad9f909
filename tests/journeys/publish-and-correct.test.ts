import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApi } from '../../src/bot/bot.ts'
import { createCorrecting } from '../../src/bot/correcting.ts'
import { toLoopback } from '../../src/bot/loopback/transformer.ts'
import { createTelegramMessenger } from '../../src/bot/telegram-messenger.ts'
import { createPace } from '../../src/deliveries/pace.ts'
import { createSender } from '../../src/deliveries/sender.ts'
import { createLog } from '../../src/log.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

const TITLE = 'وفد اقتصادي روسي يبدأ مباحثات في بيونغ يانغ'
const BODY =
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.'
const PASTE = `${TITLE}\n\n${BODY}\n\nالموقع : example.org\nنشر الخبر اول مرة بتاريخ : 2024-03-18 09:00:00`

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

/** The sender and the corrector of the program, over the loopback. */
function sending() {
  const { app, clock, loopback } = chat
  const api = createApi({
    token: '1:test',
    apiRoot: 'http://127.0.0.1:1',
    transformers: [toLoopback(loopback)],
  })
  const parts = {
    ...app,
    messenger: createTelegramMessenger(api, { paidBroadcast: false }),
    clock,
    log: createLog('silent', []),
    pace: createPace(28, clock),
  }
  const sender = createSender({ ...parts, ratePerSecond: 28 })
  const corrector = createCorrecting(parts, api, () => 'MujazBot')
  return async () => {
    await clock.runUntil(sender.drain())
    await clock.runUntil(corrector.drain())
  }
}

/** Without the isolates around numbers. */
const plain = (text = '') => text.replaceAll(/[\u2066-\u2069]/g, '')

async function digestAt(iso: string, deliver: () => Promise<void>): Promise<void> {
  chat.clock.jump(iso)
  await chat.digests.tick()
  await deliver()
}

test('a report is published, sent in a digest and corrected: whoever has received it sees the correction', async () => {
  const deliver = sending()
  await chat.say(READER, '/subscribe 10:00')
  await chat.say(ENGLISH_READER, '/subscribe 10:00')
  await digestAt('2026-11-22T07:00:00Z', deliver)

  await chat.say(OWNER, `/add ${PASTE}`)
  await chat.press(OWNER, 'نشر')
  const id = await chat.app.articles.newestId()
  await digestAt('2026-11-23T07:00:00Z', deliver)
  const digest = chat.last(READER)
  expect(digest.text).toContain(TITLE)
  const buttons = buttonsOf(digest)

  await chat.say(OWNER, `/edit ${id}`)
  await chat.press(OWNER, `edit:${id}:title`)
  await chat.say(OWNER, 'وفد اقتصادي روسي يصل إلى بيونغ يانغ')
  await chat.press(OWNER, `edit:${id}:note`)
  await chat.say(OWNER, 'وصل الوفد ولم تبدأ المباحثات بعد.')
  await deliver()
  for (const person of [READER, ENGLISH_READER]) {
    const shown = chat.last(person)
    expect(shown.text).toContain('وصل الوفد ولم تبدأ المباحثات بعد.')
    expect(shown.text).toContain('وفد اقتصادي روسي يصل إلى بيونغ يانغ')
    expect(shown.text).not.toContain(TITLE)
  }
  // The same message as before, with its buttons.
  expect(chat.last(READER).messageId).toBe(digest.messageId)
  expect(buttonsOf(chat.last(READER))).toEqual(buttons)

  const [why] = await chat.say(OWNER, `/why ${READER}`)
  expect(plain(why?.text)).toContain(`تصحيح التقرير ${id}: عُدّلت الرسالة`)
  const [again] = await chat.say(READER, '/day')
  expect(again?.text).not.toContain('صُحّح')
})

test('a report that was published by mistake is taken back from those who have received it, and comes again', async () => {
  const deliver = sending()
  await chat.say(READER, '/subscribe 10:00')
  await digestAt('2026-11-22T07:00:00Z', deliver)
  await chat.say(OWNER, `/add ${PASTE}`)
  await chat.press(OWNER, 'نشر')
  await digestAt('2026-11-23T07:00:00Z', deliver)
  const digest = chat.last(READER)

  const [list] = await chat.say(OWNER, '/undo')
  await chat.press(OWNER, buttonsOf(list)[0] ?? '')
  await deliver()
  const shown = chat.transcriptOf(READER).find(({ messageId }) => messageId === digest.messageId)
  expect(shown?.text).toContain('سُحب هذا التقرير')

  const [waiting] = (await chat.app.drafts.waiting({ offset: 0, limit: 1 })).drafts
  await chat.app.drafts.publish(
    waiting?.id ?? 0,
    chat.app.intake.prepareDraft(waiting?.draft as never),
    OWNER,
  )
  await digestAt('2026-11-24T07:00:00Z', deliver)
  expect(chat.last(READER).messageId).not.toBe(digest.messageId)
  expect(chat.last(READER).text).toContain(TITLE)
})

test('an alert that was wrong is corrected like a digest', async () => {
  const deliver = sending()
  await chat.say(READER, '/subscribe 10:00')
  await chat.say(READER, '/settings')
  await chat.press(READER, 'التنبيهات العاجلة')
  const [article] = await chat.app.articles.latest({ offset: 0, limit: 1 })
  const id = article?.id ?? 0
  await chat.say(OWNER, `/alert ${id}`)
  await chat.press(OWNER, `alert:${id}:yes`)
  await deliver()
  const alert = chat.last(READER)
  expect(alert.text).toContain('تنبيه عاجل')
  await chat.say(OWNER, `/retract ${id} لم يصح الخبر`)
  await chat.press(OWNER, `retract:${id}:yes`)
  await deliver()
  const shown = chat.last(READER)
  expect([shown.messageId, shown.text.includes('لم يصح الخبر')]).toEqual([alert.messageId, true])
  expect(buttonsOf(shown)).toEqual(buttonsOf(alert))
  const [why] = await chat.say(OWNER, `/why ${READER}`)
  expect(plain(why?.text)).toContain(`تنبيه بالتقرير ${id}`)
})
