import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buttonsOf, type Conversation, OWNER, READER, startConversation } from '../support/conversation.ts'

let chat: Conversation
const read = (text: string | undefined) => (text ?? '').replace(/\p{Cf}/gu, '')
const answer = async (person: number, text: string) => read((await chat.say(person, text))[0]?.text)

beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

describe('an owner', () => {
  test('appoints an editor by id, who is told and may add reports from then on', async () => {
    await chat.say(READER, '/start')
    expect(await answer(READER, '/add')).toContain('هذا الأمر غير متاح')
    expect(await answer(OWNER, `/editors ${READER}`)).toBe(`عُيّن محررًا: الحساب ${READER}`)
    expect(chat.last(READER).text).toContain('عُيّنت محررًا')
    expect(await answer(READER, '/add')).toContain('نص التقرير')
    expect(await answer(READER, '/help')).toContain('/add')
    expect(chat.loopback.commandsFor(READER, 'ar').map(({ command }) => command)).toContain('add')
  })

  test('appoints by a button and an id with Arabic digits, once', async () => {
    await chat.say(OWNER, '/editors')
    await chat.press(OWNER, 'editor:appoint')
    expect(await answer(OWNER, '١١')).toContain('عُيّن محررًا')
    expect(await answer(OWNER, '/editors 11')).toContain('محرر من قبل')
    expect(await chat.app.editors.list()).toHaveLength(1)
  })

  test('dismisses after a question, and the dismissed can no longer publish the draft before them', async () => {
    await chat.say(OWNER, `/editors ${READER}`)
    await chat.say(
      READER,
      '/add لقاء جديد في موسكو\nصحيفة الاختبار\n\nاجتمع وزيرا خارجية روسيا وكوريا الشمالية في موسكو يوم الأحد وبحثا تنفيذ المعاهدة.',
    )
    const publish = buttonsOf(chat.last(READER)).find((data) => data.endsWith(':publish')) ?? ''
    const before = await chat.app.articles.count()
    await chat.say(OWNER, '/editors')
    const asked = await chat.press(OWNER, `editor:dismiss:${READER}`)
    expect(read(asked.text)).toContain('هل يُعفى')
    await chat.press(OWNER, `editor:gone:${READER}`)
    expect(chat.last(READER).text).toContain('انتهت مهمتك')
    chat.loopback.press(READER, chat.last(READER).messageId, publish)
    await chat.settle()
    expect(await chat.app.articles.count()).toBe(before)
    expect(await answer(READER, '/add')).toContain('هذا الأمر غير متاح')
  })

  test.each([
    ['/editors 22', 'حساب مالك'],
    ['/editors فلان', 'تعذّر معرفة الشخص'],
    ['/editors -100123', 'تعذّر معرفة الشخص'],
    ['/editors 999999999999999999999', 'تعذّر معرفة الشخص'],
  ])('is told why %s appoints nobody', async (line, said) => {
    expect(await answer(OWNER, line)).toContain(said)
    expect(await chat.app.editors.list()).toEqual([])
  })

  test('reads who did what, with what it was before and after', async () => {
    await chat.say(OWNER, `/editors ${READER}`)
    const log = await answer(OWNER, '/audit')
    expect(log).toContain('سجل القرارات')
    expect(log).toContain('مالك · تعيين: المحرر 11')
  })
})

describe('anybody else', () => {
  test.each(['/editors', '/editors 11', '/audit'])('has no %s', async (line) => {
    expect(await answer(READER, line)).toBe(await answer(READER, '/nothing'))
    expect(await chat.app.editors.list()).toEqual([])
  })

  test('an editor neither appoints nor reads the log', async () => {
    await chat.say(OWNER, `/editors ${READER}`)
    expect(await answer(READER, '/editors 33')).toBe(await answer(READER, '/nothing'))
    expect(await answer(READER, '/audit')).toBe(await answer(READER, '/nothing'))
  })
})
