import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  READER,
  startConversation,
} from '../support/conversation.ts'

let chat: Conversation
const articleButtons = (message: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(message).filter((data) => data.startsWith('article:'))
const reader = () => chat.app.readers.byAddress({ chatId: READER, threadId: null })
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

describe('a reader in a private chat', () => {
  test('/start says what this is, names the newest headline and offers buttons', async () => {
    const [message] = await chat.say(READER, '/start')
    expect(message?.text).toContain('خسائر')
    expect(message?.keyboard?.flat().length).toBeGreaterThanOrEqual(3)
  })

  test('/start with the link of an article opens it', async () => {
    const [article] = await chat.app.articles.latest({ offset: 0, limit: 1 })
    const [message] = await chat.say(READER, `/start a${article?.id}`)
    expect(message?.text).toContain(article?.title)
  })

  test('/help lists the commands, and not those of owners', async () => {
    const [message] = await chat.say(READER, '/help')
    expect(message?.text).toContain('/subscribe')
    expect(message?.text).not.toContain('/add')
  })

  test('/latest shows five a page, newest first, and pages within the same message', async () => {
    const [first] = await chat.say(READER, '/latest')
    expect(articleButtons(first)).toHaveLength(5)
    expect(first?.text.indexOf('2024')).toBeGreaterThan(0)
    const second = await chat.press(READER, 'التالي')
    expect(second.messageId).toBe(first?.messageId)
    expect(second.text).not.toBe(first?.text)
    const back = await chat.press(READER, 'السابق')
    expect(back.text).toBe(first?.text)
  })

  test('/latest 2 shows two', async () => {
    const [message] = await chat.say(READER, '/latest 2')
    expect(articleButtons(message)).toHaveLength(2)
  })

  test('an article opens in place of the list, in parts, and the list comes back', async () => {
    const [list] = await chat.say(READER, '/latest')
    const newest = (await chat.app.articles.latest({ offset: 0, limit: 1 }))[0]
    const open = await chat.press(READER, `article:${newest?.id}:1:l1`)
    expect(open.messageId).toBe(list?.messageId)
    expect(open.text).toContain(newest?.title)
    expect(open.text).toContain(newest?.note)
    const again = await chat.press(READER, 'latest:1')
    expect(again.text).toBe(list?.text)
  })

  test.each(['كيم جونج', 'كيم جونغ', 'معاهدة', 'المعاهدات', 'Putin', 'путин'])(
    '/search %s finds reports',
    async (words) => {
      const [message] = await chat.say(READER, `/search ${words}`)
      expect(message?.entities.some(({ type }) => type === 'bold')).toBe(true)
      expect(articleButtons(message)).not.toEqual([])
    },
  )

  test('both spellings of a name find the same reports', async () => {
    const ids = async (words: string) => {
      const [message] = await chat.say(READER, `/search ${words}`)
      return articleButtons(message)
        .map((data) => Number(data.split(':')[1]))
        .sort((a, b) => a - b)
    }
    expect(await ids('جونج')).toEqual(await ids('جونغ'))
    expect(await ids('بيونج يانج')).toEqual(await ids('بيونغ يانغ'))
  })

  test('any other text is a search', async () => {
    const [message] = await chat.say(READER, 'كورسك')
    expect(message?.text).toContain('كورسك')
    expect(message?.keyboard).not.toBeNull()
  })

  test('results are paged within the same message', async () => {
    const [first] = await chat.say(READER, 'روسيا')
    const second = await chat.press(READER, 'التالي')
    expect(second.messageId).toBe(first?.messageId)
    expect(second.text).not.toBe(first?.text)
  })

  test.each([
    '',
    '"',
    '*',
    'AND',
    'NEAR(',
    'ً ٌ ٍ',
    '🎉🎉',
    '"a" OR NEAR(b, 3)',
    'x'.repeat(4000),
    'ج '.repeat(1900),
    '\u0000',
  ])('/search %j gets an answer', async (words) => {
    const [message] = await chat.say(READER, `/search ${words}`)
    expect(message?.text.length).toBeGreaterThan(10)
  })

  test('an empty search offers examples that find something', async () => {
    await chat.say(READER, '/search')
    const shown = await chat.press(READER, 'example:0')
    expect(articleButtons(shown)).not.toEqual([])
  })

  test('/digest shows what would come, and looking changes nothing', async () => {
    const first = await chat.say(READER, '/digest')
    const second = await chat.say(READER, '/digest')
    expect(second.map(({ text }) => text)).toEqual(first.map(({ text }) => text))
    expect(first.map(({ text }) => text).join('\n')).toContain('كورسك')
  })

  test('/unsubscribe ends it, and says so when there was nothing to end', async () => {
    await chat.say(READER, '/subscribe')
    const [first] = await chat.say(READER, '/unsubscribe')
    const [second] = await chat.say(READER, '/unsubscribe')
    expect((await reader())?.subscription).toBeNull()
    expect(second?.text).not.toBe(first?.text)
  })

  test('/forget asks first, then nothing about the chat is left', async () => {
    await chat.say(READER, '/subscribe')
    await chat.say(READER, 'معاهدة')
    await chat.say(READER, '/forget')
    expect(await reader()).not.toBeNull()
    await chat.press(READER, 'forget:yes')
    expect(await reader()).toBeNull()
    expect(await chat.app.conversation.rememberedQuery(READER, 1)).toBeNull()
  })

  test('/privacy answers', async () => {
    const [message] = await chat.say(READER, '/privacy')
    expect(message?.text).toContain('/forget')
  })

  test('English clients are answered in English', async () => {
    const [message] = await chat.say(ENGLISH_READER, '/help')
    expect(message?.text).toMatch(/[a-z]{4}/i)
    expect(message?.text).not.toContain('الأوامر')
  })

  test('someone who blocks the bot is stopped, and resumed on return', async () => {
    await chat.say(READER, '/subscribe')
    chat.loopback.block(READER)
    await chat.settle()
    expect((await reader())?.stopped).toBe('blocked')
    chat.loopback.unblock(READER)
    await chat.settle()
    expect(await reader()).toMatchObject({
      stopped: null,
      subscription: { times: [480] },
    })
  })

  test('forged buttons get a notice and change nothing', async () => {
    const [message] = await chat.say(READER, '/latest')
    for (const data of [
      'draft:1:publish',
      'paste:done',
      'nonsense',
      'article:999:1',
      'search:7:1',
      'settings:times:add:99999',
      'settings:zone:../x',
      'subscribe:zone:Africa/Cairo',
      'subscribe:understood',
    ]) {
      chat.loopback.press(READER, message?.messageId ?? 0, data)
      await chat.settle()
    }
    expect((await reader())?.subscription).toBeNull()
    expect(await chat.app.articles.count()).toBe(6)
  })
})
