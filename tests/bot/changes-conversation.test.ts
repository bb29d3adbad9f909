import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

const EDITOR = 33

let chat: Conversation
let id: number
beforeEach(async () => {
  chat = await startConversation()
  id = (await chat.app.articles.latest({ offset: 0, limit: 1 }))[0]?.id ?? 0
})
afterEach(() => chat.close())

const article = async () => await chat.app.articles.byId(id)
/** The digest, as if it had been sent to this reader. */
async function receive(person: number): Promise<void> {
  await chat.say(person, '/start')
  const reader = await chat.app.readers.byAddress({ chatId: person, threadId: null })
  await chat.digests.deliverNow(reader?.id ?? 0)
  const claims = await chat.app.outbox.claim(10, chat.clock.now(), chat.clock.now() + 1)
  await chat.app.outbox.settle(
    claims.map((claim) => ({
      kind: 'sent',
      id: claim.id,
      messageIds: claim.parts.map((_, part) => part + 1),
    })),
    chat.clock.now(),
  )
}

describe('editing', () => {
  test('begins with a card of what can be changed, from the command and from an opened report', async () => {
    const [card] = await chat.say(OWNER, `/edit ${id}`)
    expect(card?.text).toContain((await article())?.title)
    expect(buttonsOf(card)).toContain(`edit:${id}:title`)
    const [opened] = await chat.say(OWNER, `/start a${id}`)
    expect(buttonsOf(opened)).toEqual(
      expect.arrayContaining([`edit:${id}`, `retract:${id}`, `history:${id}`, `alert:${id}`]),
    )
  })

  test('of a title shows before and after, and saves it quietly', async () => {
    const before = (await article())?.title ?? ''
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, 'العنوان')
    const [question] = await chat.say(OWNER, 'عنوان أدق للتقرير')
    expect(question?.text).toContain(before)
    expect(question?.text).toContain('عنوان أدق للتقرير')
    expect((await article())?.title).toBe(before)
    const kept = await chat.press(OWNER, 'حفظ بلا إشعار')
    expect(kept.text).toContain('حُفظ التغيير')
    expect(await article()).toMatchObject({ title: 'عنوان أدق للتقرير', revision: 2 })
    expect(await chat.app.changes.standing([id])).toEqual([])
  })

  test('as a correction asks what readers are told, and takes the sentence that is offered', async () => {
    await receive(READER)
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:date`)
    const [question] = await chat.say(OWNER, '18 يونيو 2024')
    expect(question?.text).toContain('رسالة واحدة')
    await chat.press(OWNER, 'حفظ تصحيحًا وإبلاغ القراء')
    const kept = await chat.press(OWNER, `edit:${id}:standard`)
    expect(kept.text).toContain('رسالة واحدة')
    expect(await article()).toMatchObject({ publishedAt: { value: '2024-06-18', precision: 'day' } })
    expect(await chat.app.changes.standing([id])).toMatchObject([
      { kind: 'correction', note: 'صُحّح تاريخ النشر في هذا التقرير.' },
    ])
  })

  test('takes a note of one’s own, and refuses one that is too long', async () => {
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:publisher`)
    await chat.say(OWNER, 'صحيفة أخرى')
    await chat.press(OWNER, `edit:${id}:note`)
    const [refused] = await chat.say(OWNER, 'ا'.repeat(400))
    expect(refused?.text).toContain('300')
    await chat.say(OWNER, 'الناشر هو صحيفة أخرى.')
    expect(await chat.app.changes.standing([id])).toMatchObject([{ note: 'الناشر هو صحيفة أخرى.' }])
    expect((await article())?.publisher).toBe('صحيفة أخرى')
  })

  test('of a text takes the messages into which a client has cut it', async () => {
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:text`)
    await chat.say(OWNER, 'الفقرة الأولى من النص الجديد.\nالفقرة الثانية منه.')
    await chat.say(OWNER, 'الفقرة الثالثة، وهي الأخيرة.')
    await chat.press(OWNER, 'حفظ بلا إشعار')
    expect((await article())?.body).toBe(
      'الفقرة الأولى من النص الجديد.\n\nالفقرة الثانية منه.\n\nالفقرة الثالثة، وهي الأخيرة.',
    )
  })

  test('finds words that only the new text has', async () => {
    await chat.say(READER, 'زرافات')
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:text`)
    await chat.say(OWNER, 'وصلت الزرافات إلى حديقة العاصمة في قطار طويل.')
    await chat.press(OWNER, 'حفظ بلا إشعار')
    const [found] = await chat.say(READER, 'الزرافات')
    expect(found?.text).toContain((await article())?.title)
    expect(found?.text).not.toContain('لا نتائج للكلمة')
  })

  test.each([
    ['title', ''.padEnd(301, 'ا')],
    ['date', 'لا تاريخ هنا'],
    ['address', 'ftp://example.org/'],
    ['event', '2024-06'],
  ])('refuses what is no %s, and goes on asking', async (field, typed) => {
    const before = await article()
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:${field}`)
    const [refused] = await chat.say(OWNER, typed)
    expect(refused?.keyboard ?? []).toEqual([])
    expect(await article()).toEqual(before)
  })

  test('can take a value away, and says where nothing would change', async () => {
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:date`)
    await chat.press(OWNER, `edit:${id}:remove:date`)
    await chat.press(OWNER, `edit:${id}:keep`)
    expect((await article())?.publishedAt).toBeNull()
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:title`)
    const [same] = await chat.say(OWNER, (await article())?.title ?? '')
    expect(same?.text).toContain('لا فرق')
  })

  test('of two editors at once keeps the first, and tells the second', async () => {
    await chat.app.editors.appoint({ userId: EDITOR, name: 'محرر' }, OWNER)
    for (const person of [OWNER, EDITOR]) {
      await chat.say(person, `/edit ${id}`)
      await chat.press(person, `edit:${id}:title`)
      await chat.say(person, `عنوان من ${person}`)
    }
    await chat.press(OWNER, `edit:${id}:keep`)
    const second = await chat.press(EDITOR, `edit:${id}:keep`)
    expect(second.text).toContain('changed meanwhile')
    expect((await article())?.title).toBe(`عنوان من ${OWNER}`)
  })

  test('a card that is opened again ends the question: what is said next is a search', async () => {
    const before = await article()
    await chat.say(OWNER, `/edit ${id}`)
    await chat.press(OWNER, `edit:${id}:title`)
    await chat.press(OWNER, 'إلغاء')
    await chat.say(OWNER, 'بيونغ يانغ')
    expect(await article()).toEqual(before)
  })
})

describe('retracting', () => {
  test('asks for the reason, then whether it is meant, and then does it', async () => {
    await receive(READER)
    await chat.say(OWNER, `/retract ${id}`)
    const [question] = await chat.say(OWNER, 'لم يصح الخبر')
    expect(question?.text).toContain('لم يصح الخبر')
    expect(question?.text).toContain('رسالة واحدة')
    expect((await article())?.retraction).toBeNull()
    const done = await chat.press(OWNER, 'نعم، سحب التقرير')
    expect(done.text).toContain('سُحب التقرير')
    expect((await article())?.retraction).toMatchObject({ reason: 'لم يصح الخبر' })
  })

  test('leaves the lists, and a link says that it was retracted and why', async () => {
    const title = (await article())?.title ?? ''
    await chat.say(OWNER, `/retract ${id} لم يصح الخبر`)
    await chat.press(OWNER, `retract:${id}:yes`)
    const [list] = await chat.say(READER, '/latest')
    expect(list?.text).not.toContain(title)
    const [opened] = await chat.say(READER, `/start a${id}`)
    expect(opened?.text).toContain('سُحب هذا التقرير')
    expect(opened?.text).toContain('لم يصح الخبر')
    expect(buttonsOf(opened)).toEqual([])
    const [english] = await chat.say(ENGLISH_READER, `/start a${id}`)
    expect(english?.text).toContain('retracted')
  })

  test('is not done by a button whose question is over', async () => {
    await chat.say(OWNER, `/retract ${id} لم يصح الخبر`)
    await chat.press(OWNER, 'إلغاء')
    await chat.say(OWNER, '/latest')
    await chat.handle({
      update_id: 99_999,
      callback_query: {
        id: 'x',
        from: { id: OWNER, is_bot: false, first_name: 'Owner' },
        chat_instance: 'x',
        data: `retract:${id}:yes`,
        message: { message_id: 1, date: 0, chat: { id: OWNER, type: 'private', first_name: 'Owner' } },
      },
    })
    expect((await article())?.retraction).toBeNull()
  })

  test('shows above a digest that is read again what has become of its reports', async () => {
    await receive(READER)
    await chat.say(OWNER, `/retract ${id} لم يصح الخبر`)
    await chat.press(OWNER, `retract:${id}:yes`)
    const again = await chat.say(READER, '/day')
    const notice = again.findIndex(({ text }) => text.includes('لم يصح الخبر'))
    expect(notice).toBeGreaterThanOrEqual(0)
    expect(again[notice + 1]?.text).toContain((await article())?.title)
  })
})

describe('undoing', () => {
  test('lists the last acts, and brings back what a press names', async () => {
    const title = (await article())?.title ?? ''
    await chat.say(OWNER, `/retract ${id} لم يصح الخبر`)
    await chat.press(OWNER, `retract:${id}:yes`)
    const [list] = await chat.say(OWNER, '/undo')
    expect(list?.text).toContain('سحب')
    const [button] = buttonsOf(list)
    const after = await chat.press(OWNER, button ?? '')
    expect(buttonsOf(after)).toEqual([])
    expect(after.text).toContain('جرى التراجع عنه')
    expect(await article()).toMatchObject({ title, retraction: null })
  })

  test('twice does it once', async () => {
    await chat.say(OWNER, `/retract ${id} لم يصح الخبر`)
    await chat.press(OWNER, `retract:${id}:yes`)
    await chat.say(OWNER, '/undo')
    await chat.say(OWNER, '/undo')
    await chat.press(OWNER, 'undo:1')
    await chat.press(OWNER, 'undo:1')
    expect(chat.last(OWNER).text).toContain('من قبل')
  })

  test('says so where there is nothing to undo', async () => {
    const [empty] = await chat.say(OWNER, '/undo')
    expect(empty?.text).toContain('لا شيء')
  })
})

test('the history tells each revision, who changed it, and what', async () => {
  const before = (await article())?.title ?? ''
  await chat.say(OWNER, `/edit ${id}`)
  await chat.press(OWNER, `edit:${id}:title`)
  await chat.say(OWNER, 'عنوان أدق للتقرير')
  await chat.press(OWNER, `edit:${id}:keep`)
  const [history] = await chat.say(OWNER, `/history ${id}`)
  expect(history?.text).toContain(before)
  expect(history?.text).toContain('عنوان أدق للتقرير')
  expect(history?.text).toContain('المنشورة الآن')
})

describe('an alert', () => {
  test('is counted before it is sent, and sent after it is confirmed', async () => {
    await chat.say(READER, '/subscribe 08:00')
    await chat.say(READER, '/settings')
    const settings = await chat.press(READER, 'التنبيهات العاجلة')
    expect(settings.text).toContain('فور ورودها')
    const [question] = await chat.say(OWNER, `/alert ${id}`)
    expect(question?.text).toContain('قارئ واحد')
    expect(await chat.app.outbox.counts()).toMatchObject({ pending: 0 })
    const sent = await chat.press(OWNER, `alert:${id}:yes`)
    expect(sent.text).toContain('في الطريق إلى قارئ واحد')
    expect(await chat.app.outbox.counts()).toMatchObject({ pending: 1 })
    const [again] = await chat.say(OWNER, `/alert ${id}`)
    expect(again?.text).toContain('لا قارئ')
  })

  test('for nobody asks nothing', async () => {
    const [nobody] = await chat.say(OWNER, `/alert ${id}`)
    expect(nobody?.keyboard ?? []).toEqual([])
  })
})

describe('a reader who is no editor', () => {
  test.each(['/edit', '/retract', '/history', '/undo', '/alert'])('does not know %s', async (command) => {
    const [answer] = await chat.say(READER, `${command} ${id}`)
    expect(answer?.text).not.toContain((await article())?.title ?? '')
    const [opened] = await chat.say(READER, `/start a${id}`)
    expect(buttonsOf(opened).filter((data) => /^(?:edit|retract|history|undo|alert):/.test(data))).toEqual([])
  })
})

test.each(['edit', 'retract', 'history', 'alert'])(
  '/%s without a number says how it is used',
  async (command) => {
    const [usage] = await chat.say(OWNER, `/${command}`)
    expect(usage?.text).toContain(`/${command} 12`)
    const [unknown] = await chat.say(OWNER, `/${command} 99999`)
    expect(unknown?.text).toContain('99999')
  },
)
