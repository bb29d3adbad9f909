import { beforeEach, describe, expect, test } from 'vitest'
import { createLoopback, type Loopback } from '../../src/bot/loopback.ts'
import type { Clock } from '../../src/clock.ts'

const READER = 11
const OWNER = 12
const START = Date.UTC(2026, 10, 22, 8)

let now = START
const clock: Clock = { now: () => now, sleep: () => Promise.resolve() }
let loopback: Loopback

beforeEach(() => {
  now = START
  loopback = createLoopback({
    clock,
    botName: 'موجز',
    username: 'mujaz_bot',
    people: [
      { id: READER, name: 'سارة', languageCode: 'ar' },
      { id: OWNER, name: 'Omar', languageCode: 'en' },
    ],
  })
})

async function refusal(method: string, payload: Record<string, unknown>): Promise<string> {
  const answer = await loopback.call(method, payload)
  return answer.ok ? 'accepted' : `${answer.error_code} ${answer.description}`
}

async function accept(method: string, payload: Record<string, unknown>): Promise<any> {
  const answer = await loopback.call(method, payload)
  if (!answer.ok) throw new Error(answer.description)
  return answer.result
}

const send = (text: string, more: Record<string, unknown> = {}) =>
  accept('sendMessage', { chat_id: READER, text, parse_mode: 'HTML', ...more })
const refusedText = (text: string, more: Record<string, unknown> = {}) =>
  refusal('sendMessage', { chat_id: READER, text, parse_mode: 'HTML', ...more })
const button = (key: Record<string, unknown>) => ({ reply_markup: { inline_keyboard: [[key]] } })

describe('methods', () => {
  test('are found whatever the case of their letters, and unknown ones are refused', async () => {
    expect(await accept('GETME', {})).toMatchObject({ is_bot: true, username: 'mujaz_bot' })
    expect(await refusal('sendEverything', {})).toBe('404 Not Found: method not found')
    expect(await refusal('constructor', {})).toBe('404 Not Found: method not found')
  })
})

describe('sending', () => {
  test('answers with a message of the Bot API', async () => {
    expect(await send('<b>خبر</b> عاجل')).toEqual({
      message_id: START / 1000 + 1,
      from: { id: 7_000_000_001, is_bot: true, first_name: 'موجز', username: 'mujaz_bot' },
      chat: { id: READER, type: 'private', first_name: 'سارة' },
      date: START / 1000,
      text: 'خبر عاجل',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
    })
  })

  test.each([
    ['nothing', '', '400 Bad Request: message text is empty'],
    ['white space', ' \n ', '400 Bad Request: text must be non-empty'],
    ['invisible characters', '\u200f\u2068\u2069', '400 Bad Request: text must be non-empty'],
    ['markup alone', '<b></b>', '400 Bad Request: text must be non-empty'],
    ['4097 letters', 'خ'.repeat(4097), '400 Bad Request: message is too long'],
    ['more than 32768 bytes', 'خ'.repeat(16_385), '400 Bad Request: text is too long'],
    [
      'an unknown tag',
      'a<br>',
      '400 Bad Request: can\'t parse entities: unsupported start tag "br" at byte offset 1',
    ],
    [
      'an open tag',
      '<b>a',
      '400 Bad Request: can\'t parse entities: can\'t find end tag corresponding to start tag "b"',
    ],
    ['half a character', '\ud83d', "400 Bad Request: can't parse entities: text must be encoded in UTF-8"],
  ])('refuses %s', async (_what, text, expected) => {
    expect(await refusedText(text)).toBe(expected)
  })

  test('counts characters, not UTF-16 units, and not markup', async () => {
    expect(await refusedText('😀'.repeat(4096))).toBe('accepted')
    expect(await refusedText(`<b>${'a'.repeat(4096)}</b>`)).toBe('accepted')
    expect(await refusedText('😀'.repeat(4097))).toBe('400 Bad Request: message is too long')
  })

  test('refuses a parse mode that is not HTML', async () => {
    expect(await refusedText('a', { parse_mode: 'BBCode' })).toBe('400 Bad Request: unsupported parse_mode')
  })

  test('knows whom it can write to', async () => {
    expect(await refusal('sendMessage', { chat_id: 999, text: 'a' })).toBe('400 Bad Request: chat not found')
    expect(await refusal('sendMessage', { text: 'a' })).toBe('400 Bad Request: chat_id is empty')
    loopback.block(READER)
    expect(await refusedText('a')).toBe('403 Forbidden: bot was blocked by the user')
    loopback.unblock(READER)
    expect(await refusedText('a')).toBe('accepted')
  })

  test('removes embeddings, turns control characters to spaces, trims, and moves the entities along', async () => {
    const message = await send(' \u202b<b>خبر\u202c</b>\tثان\r\n\u2068x\u2069 \n')
    expect(message.text).toBe('خبر ثان\n\u2068x\u2069')
    expect(message.entities).toEqual([{ type: 'bold', offset: 0, length: 3 }])
  })

  test('keeps the last of several marks of direction', async () => {
    expect((await send('أ\u200f\u200f\u200eب')).text).toBe('أ\u200c\u200c\u200eب')
  })

  test('finds commands, links, mentions and hashtags by itself', async () => {
    const message = await send('اكتب /search كلمة، أو https://example.com/a. و @mujaz_bot و #كوريا_الشمالية')
    expect(message.entities.map((entity: { type: string }) => entity.type)).toEqual([
      'bot_command',
      'url',
      'mention',
      'hashtag',
    ])
    expect(message.text.slice(message.entities[1].offset).slice(0, message.entities[1].length)).toBe(
      'https://example.com/a',
    )
  })

  test('drops silently what exceeds a hundred entities, bold before links', async () => {
    const links = '<a href="https://example.com">a</a> '.repeat(80)
    const message = await send(`${'<b>a</b> '.repeat(50)}${links}`)
    const kinds = message.entities.map((entity: { type: string }) => entity.type)
    expect(kinds.filter((kind: string) => kind === 'text_link')).toHaveLength(80)
    expect(kinds.filter((kind: string) => kind === 'bold')).toHaveLength(20)
  })

  test('quotes the message that is answered, and refuses one that is gone', async () => {
    const first = await send('أول')
    const reply = { reply_parameters: { message_id: first.message_id } }
    expect((await send('ثان', reply)).reply_to_message.text).toBe('أول')
    await accept('deleteMessage', { chat_id: READER, message_id: first.message_id })
    expect(await refusedText('ثالث', reply)).toBe('400 Bad Request: message to be replied not found')
    const lenient = { reply_parameters: { message_id: first.message_id, allow_sending_without_reply: true } }
    expect(await refusedText('رابع', lenient)).toBe('accepted')
  })
})

describe('buttons', () => {
  test.each([
    [{ text: 'أ', callback_data: 'ب'.repeat(33) }, '400 Bad Request: BUTTON_DATA_INVALID'],
    [
      { text: 'أ', callback_data: '' },
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      { text: 'أ', url: 'https://localhost/x' },
      "400 Bad Request: inline keyboard button URL 'https://localhost/x' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'أ', url: 'ftp://example.com' },
      "400 Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
    ],
    [{ text: 'أ', callback_data: 'ب'.repeat(32) }, 'accepted'],
    [{ text: 'أ', url: 'https://t.me/mujaz_bot?start=x' }, 'accepted'],
  ])('like %j: %s', async (key, expected) => {
    expect(await refusedText('نص', button(key))).toBe(expected)
  })

  test('must come as an object, and as JSON text when they come in a form', async () => {
    expect(await refusedText('نص', { reply_markup: null })).toBe(
      '400 Bad Request: object expected as reply markup',
    )
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'أ', callback_data: 'a' }]] })
    expect((await send('نص', { reply_markup: markup })).reply_markup.inline_keyboard).toHaveLength(1)
  })

  test('without a text are dropped, and more than a hundred are refused', async () => {
    const keys = [{ text: '', callback_data: 'a' }]
    expect(await send('نص', { reply_markup: { inline_keyboard: [keys] } })).not.toHaveProperty('reply_markup')
    const rows = Array.from({ length: 101 }, () => [{ text: 'أ', callback_data: 'a' }])
    expect(await refusedText('نص', { reply_markup: { inline_keyboard: rows } })).toBe(
      '400 Bad Request: reply markup is too long',
    )
  })

  test('that are pressed wait until they are answered, and the text becomes a notice', async () => {
    const { message_id: messageId } = await send('نص', button({ text: 'أ', callback_data: 'go' }))
    loopback.press(READER, messageId, 'go')
    expect(loopback.presence(READER).pressed).toEqual([{ messageId, data: 'go' }])
    const [update] = await accept('getUpdates', {})
    expect(update.callback_query).toMatchObject({ data: 'go', from: { id: READER }, message: { text: 'نص' } })
    await accept('answerCallbackQuery', { callback_query_id: update.callback_query.id, text: 'حُفظ' })
    expect(loopback.presence(READER).pressed).toEqual([])
    expect(loopback.notices(READER)).toEqual([{ at: START, messageId, text: 'حُفظ', alert: false }])
    expect(loopback.notices(OWNER)).toEqual([])
  })

  test('can be answered for a short time only', async () => {
    const { message_id: messageId } = await send('نص', button({ text: 'أ', callback_data: 'go' }))
    loopback.press(READER, messageId, 'go')
    const [update] = await accept('getUpdates', {})
    now += 16_000
    const expected = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
    const id = update.callback_query.id
    expect(await refusal('answerCallbackQuery', { callback_query_id: id })).toBe(expected)
    expect(await refusal('answerCallbackQuery', { callback_query_id: 'x' })).toBe(expected)
  })

  test('of a deleted message tell the bot no more than its number', async () => {
    const { message_id: messageId } = await send('نص', button({ text: 'أ', callback_data: 'go' }))
    await accept('deleteMessage', { chat_id: READER, message_id: messageId })
    loopback.press(READER, messageId, 'go')
    const [update] = await accept('getUpdates', {})
    expect(update.callback_query.message).toEqual({
      chat: { id: READER, type: 'private', first_name: 'سارة' },
      message_id: messageId,
      date: 0,
    })
  })
})

describe('editing', () => {
  const edit = (messageId: number, text: string, more: Record<string, unknown> = {}) =>
    refusal('editMessageText', { chat_id: READER, message_id: messageId, text, parse_mode: 'HTML', ...more })

  test('changes the message in its place and removes buttons that are not given again', async () => {
    const { message_id: id } = await send('قديم', button({ text: 'أ', callback_data: 'a' }))
    await send('بعده')
    now += 60_000
    expect(await edit(id, 'جديد')).toBe('accepted')
    expect(loopback.transcript(READER)).toMatchObject([
      { messageId: id, text: 'جديد', edited: true, keyboard: null, date: START / 1000 },
      { text: 'بعده', edited: false },
    ])
  })

  test('refuses the same content again', async () => {
    const { message_id: id } = await send('<b>نص</b>')
    expect(await edit(id, '<strong>نص</strong>')).toBe(
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
    expect(await edit(id, 'نص')).toBe('accepted')
  })

  test('refuses what is missing, not its own, or too long', async () => {
    const [spoken = 0] = loopback.say(READER, 'مرحبا')
    const { message_id: id } = await send('نص', { reply_markup: { force_reply: true } })
    expect(await edit(1, 'x')).toBe('400 Bad Request: message to edit not found')
    expect(await edit(spoken, 'x')).toBe("400 Bad Request: message can't be edited")
    expect(await edit(id, 'x')).toBe("400 Bad Request: message can't be edited")
    expect(await edit(id, 'x'.repeat(4097))).toBe('400 Bad Request: MESSAGE_TOO_LONG')
    expect(await edit(id, 'x', { reply_markup: { remove_keyboard: true } })).toBe(
      '400 Bad Request: inline keyboard expected',
    )
  })

  test('changes the buttons alone and keeps the text with its entities', async () => {
    const { message_id: id } = await send('<b>نص</b>')
    const edited = await accept('editMessageReplyMarkup', {
      chat_id: READER,
      message_id: id,
      ...button({ text: 'أ', callback_data: 'a' }),
    })
    expect(edited).toMatchObject({ text: 'نص', entities: [{ type: 'bold' }], reply_markup: {} })
  })

  test('deletes for two days, and once', async () => {
    const { message_id: id } = await send('نص')
    const { message_id: old } = await send('قديم')
    expect(await refusal('deleteMessage', { chat_id: READER, message_id: id })).toBe('accepted')
    expect(await refusal('deleteMessage', { chat_id: READER, message_id: id })).toBe(
      '400 Bad Request: message to delete not found',
    )
    now += 49 * 3_600_000
    expect(await refusal('deleteMessage', { chat_id: READER, message_id: old })).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    )
    expect(loopback.transcript(READER).map(({ text }) => text)).toEqual(['قديم'])
  })
})

describe('people', () => {
  test('write messages that arrive as updates, with their commands marked', async () => {
    loopback.say(READER, '  /search معاهدة \n')
    const [update] = await accept('getUpdates', {})
    expect(update.message).toMatchObject({
      text: '/search معاهدة',
      from: { id: READER, is_bot: false, first_name: 'سارة', language_code: 'ar' },
      entities: [{ type: 'bot_command', offset: 0, length: 7 }],
    })
    expect(update.update_id).toBeGreaterThan(START / 1000)
  })

  test('say nothing with spaces alone', async () => {
    expect(loopback.say(READER, ' \n ')).toEqual([])
    expect(await accept('getUpdates', {})).toEqual([])
  })

  test('send a long text as several messages, cut at the end of a line where there is one', () => {
    const text = `${'أ'.repeat(3000)}\n${'ب '.repeat(1500)}${'😀'.repeat(5000)}`
    const ids = loopback.say(READER, text)
    const parts = loopback.transcript(READER).map((message) => message.text)
    expect(parts).toHaveLength(ids.length)
    expect(parts[0]).toBe('أ'.repeat(3000))
    expect(parts.every((part) => part.isWellFormed() && Array.from(part).length <= 4096)).toBe(true)
    expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  })

  test('answer a message', async () => {
    const { message_id: id } = await send('سؤال')
    loopback.say(READER, 'جواب', { replyToMessageId: id })
    const [update] = await accept('getUpdates', {})
    expect(update.message.reply_to_message).toMatchObject({ message_id: id, text: 'سؤال' })
    expect(loopback.transcript(READER)[1]?.replyTo).toBe(id)
  })

  test('block and return, each once, and cannot write in between', async () => {
    loopback.block(READER)
    loopback.block(READER)
    expect(() => loopback.say(READER, 'x')).toThrow('blocked')
    loopback.unblock(READER)
    const updates = await accept('getUpdates', {})
    const states = updates.map((update: any) => update.my_chat_member.new_chat_member.status)
    expect(states).toEqual(['kicked', 'member'])
  })

  test('have chats of their own, and unknown ones none', async () => {
    loopback.say(READER, 'x')
    expect(loopback.transcript(OWNER)).toEqual([])
    expect(() => loopback.say(999, 'x')).toThrow('No person 999')
  })

  test('see that the bot is typing until it has written or five seconds are over', async () => {
    await accept('sendChatAction', { chat_id: READER, action: 'typing' })
    expect(loopback.presence(READER).typing).toBe(true)
    await send('x')
    expect(loopback.presence(READER).typing).toBe(false)
    await accept('sendChatAction', { chat_id: READER, action: 'typing' })
    now += 5001
    expect(loopback.presence(READER).typing).toBe(false)
    expect(await refusal('sendChatAction', { chat_id: READER, action: 'sleeping' })).toBe(
      '400 Bad Request: wrong parameter action in request',
    )
  })

  test('are watched: every change names whose chat it was', async () => {
    const seen: (number | null)[] = []
    const stop = loopback.onChange((personId) => seen.push(personId))
    loopback.say(READER, 'x')
    await loopback.call('sendMessage', { chat_id: OWNER, text: 'x' })
    await loopback.call('setMyCommands', { commands: [] })
    stop()
    loopback.say(READER, 'y')
    expect(seen).toEqual([READER, OWNER, null])
  })
})

describe('commands', () => {
  const list = (...names: string[]) => names.map((command) => ({ command, description: 'وصف' }))
  const names = (personId: number, language: string) =>
    loopback.commandsFor(personId, language).map(({ command }) => command)

  test('are shown from the nearest list, as clients do, and read back exactly as set', async () => {
    await accept('setMyCommands', { commands: list('default') })
    await accept('setMyCommands', { commands: list('private'), scope: { type: 'all_private_chats' } })
    await accept('setMyCommands', {
      commands: list('arabic'),
      scope: { type: 'all_private_chats' },
      language_code: 'ar',
    })
    const scope = { type: 'chat', chat_id: OWNER }
    await accept('setMyCommands', { commands: list('owner'), scope })
    expect(names(READER, 'ar')).toEqual(['arabic'])
    expect(names(READER, 'en-US')).toEqual(['private'])
    expect(names(OWNER, 'ar')).toEqual(['owner'])
    expect(await accept('getMyCommands', { language_code: 'ar' })).toEqual([])
    await accept('deleteMyCommands', { scope })
    expect(names(OWNER, 'ar')).toEqual(['arabic'])
  })

  const many = (count: number, description: string) =>
    Array.from({ length: count }, (_, n) => ({ command: `c${n}`, description }))

  test.each([
    ['capitals', { commands: [{ command: 'Start', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
    ['Arabic names', { commands: [{ command: 'بدء', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
    [
      'a language of three letters',
      { commands: [], language_code: 'ara' },
      'invalid language code specified',
    ],
    ['an unknown chat', { commands: [], scope: { type: 'chat', chat_id: 5 } }, 'chat not found'],
    ['more than a hundred', { commands: many(101, 'x') }, 'BOT_COMMANDS_TOO_MUCH'],
    ['more than 4 KB of words', { commands: many(20, 'و'.repeat(200)) }, 'BOT_COMMANDS_TOO_MUCH'],
  ])('refuse %s', async (_what, payload, expected) => {
    expect(await refusal('setMyCommands', payload)).toBe(`400 Bad Request: ${expected}`)
  })
})

describe('the log of calls', () => {
  test('keeps the newest five hundred, with answers, of one chat or of all', async () => {
    for (let n = 0; n < 501; n += 1) await loopback.call('sendMessage', { chat_id: READER, text: `${n}` })
    await loopback.call('sendMessage', { chat_id: OWNER, text: '<b>', parse_mode: 'HTML' })
    expect(loopback.calls()).toHaveLength(500)
    expect(loopback.calls(OWNER)).toMatchObject([
      { method: 'sendMessage', payload: { text: '<b>' }, answer: { ok: false, error_code: 400 } },
    ])
  })

  test('keeps no empty polls, and those with updates for the people in them', async () => {
    await loopback.call('getUpdates', {})
    loopback.say(READER, 'x')
    await loopback.call('getUpdates', {})
    expect(loopback.calls(READER).map(({ method }) => method)).toEqual(['getUpdates'])
    expect(loopback.calls(OWNER)).toEqual([])
  })
})
