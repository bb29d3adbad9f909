import { Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import type { BotContext } from '../../src/bot/context.ts'
import { type FeedCapabilities, feedPressed, feeds, feedTyped } from '../../src/bot/editor/feeds.ts'
import { toLoopback } from '../../src/bot/loopback/transformer.ts'
import { createLoopback } from '../../src/bot/loopback.ts'
import { createFeedNotices } from '../../src/bot/owner/feed-notices.ts'
import { MujazError } from '../../src/errors.ts'
import { createFeedDesk } from '../../src/feeds/desk.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { createAuditLog } from '../../src/sqlite/audit.ts'
import { createConversationStore } from '../../src/sqlite/conversation.ts'
import { FEED_URL, feedOf, startPolling } from '../feeds/polling.ts'

const EDITOR = 22
const PAGE =
  '<!doctype html><head><link rel="alternate" type="application/rss+xml" title="أخبار العالم" href="/rss"></head>'

/** The feeds as an editor meets them in the bot. */
async function startDesk() {
  const polling = await startPolling()
  const { database, clock } = polling
  const loopback = createLoopback({
    clock,
    botName: 'موجز',
    username: 'MujazBot',
    people: [{ id: EDITOR, name: 'Editor', languageCode: 'ar' }],
  })
  const conversation = createConversationStore(database, clock)
  const can: FeedCapabilities = {
    feeds: createFeedDesk({ ...polling.parts, poller: polling.poller }),
    conversation,
    defaultZone: 'Asia/Riyadh',
  }
  const bot = new Bot<BotContext>('1:test')
  bot.api.config.use(toLoopback(loopback))
  bot.use(async (ctx, next) => {
    const place = { chatId: EDITOR, threadId: null, userId: EDITOR }
    ctx.visit = { ...place, kind: 'private', role: 'editor', wording: createWording('ar') } as never
    await next()
  })
  bot.command('feeds', (ctx) => feeds(ctx, can, ctx.match))
  bot.on('callback_query:data', async (ctx) => {
    await ctx.answerCallbackQuery()
    await feedPressed(ctx, can, ctx.callbackQuery.data.split(':').slice(1))
  })
  bot.on('message:text', async (ctx) => {
    if ((await conversation.dialog(ctx.visit))?.waitsFor === 'feed')
      await feedTyped(ctx, can, ctx.message.text)
  })
  await bot.init()
  let offset = 0
  const settle = async () => {
    const answer = await loopback.call('getUpdates', { offset, timeout: 0 })
    for (const update of (answer.ok ? answer.result : []) as Update[]) {
      offset = update.update_id + 1
      await bot.handleUpdate(update)
    }
  }
  const fromBot = () => loopback.transcript(EDITOR).filter(({ from }) => from === 'bot')
  const last = () => {
    const message = fromBot().at(-1)
    if (message === undefined) throw new Error('The bot has said nothing.')
    return message
  }
  return {
    ...polling,
    api: bot.api,
    last,
    audit: async (id = 1) =>
      (await createAuditLog(database).of(`feed:${id}`)).map(({ act, detail }) => [act, detail]),
    async say(text: string) {
      loopback.say(EDITOR, text)
      await settle()
      return last().text
    },
    /** Presses the button with this label, or the one whose data is this, on the newest message that has it. */
    async press(button: string) {
      for (const { messageId, keyboard } of fromBot().toReversed()) {
        const found = (keyboard ?? []).flat().find(({ text, data }) => text === button || data === button)
        if (!found?.data) continue
        loopback.press(EDITOR, messageId, found.data)
        await settle()
        return fromBot().find((message) => message.messageId === messageId)?.text ?? ''
      }
      throw new Error(`No button ${button}`)
    },
    forge: async (data: string) => {
      loopback.press(EDITOR, last().messageId, data)
      await settle()
      return last().text
    },
  }
}

describe('/feeds', () => {
  test('begins with an empty list that says how to add one', async () => {
    const desk = await startDesk()
    const text = await desk.say('/feeds')
    expect(text).toContain('لا خلاصات بعد')
    expect(text).toContain('/feeds https://news.example/rss')
  })

  test('with an address adds what stands there and shows it', async () => {
    const desk = await startDesk()
    desk.web.answer = () => feedOf({ guid: 'a' }, { guid: 'b' })
    const text = await desk.say(`/feeds ${FEED_URL}`)
    expect(text).toContain('أُضيفت الخلاصة')
    expect(text).toContain('عنصران')
    expect(text).toContain('صحيفة المثال')
    expect(await desk.say(`/feeds ${FEED_URL}`)).toContain('مضافة من قبل')
    expect(await desk.say('/feeds')).toContain('صحيفة المثال')
    expect(await desk.audit()).toHaveLength(1)
  })

  test('asks for the address when the button is pressed, and can be told to forget it', async () => {
    const desk = await startDesk()
    await desk.say('/feeds')
    await desk.press('إضافة خلاصة')
    await desk.press('إلغاء')
    await desk.say(FEED_URL)
    expect(await desk.feeds.byId(1)).toBeNull()
    await desk.press('feed:add:0')
    expect(await desk.say(FEED_URL)).toContain('أُضيفت الخلاصة')
  })

  test('offers the feeds that a page names', async () => {
    const desk = await startDesk()
    desk.web.answer = (url) => (url === FEED_URL ? feedOf() : PAGE)
    await desk.say('/feeds news.example')
    await desk.press('إضافة: أخبار العالم')
    expect(await desk.feeds.byId(1)).toMatchObject({ url: FEED_URL, title: 'صحيفة المثال' })
  })

  test.each([
    [new MujazError('fetch_refused_address', 'No.'), 'لا يخص هذا العنوان موقعًا عامًا'],
    ['نص', 'لا خلاصة أخبار في هذا العنوان'],
    [new MujazError('parse_timeout', 'No.'), 'تعذّرت قراءة ما في هذا العنوان'],
  ])('says why an address was not added: %s', async (answer, words) => {
    const desk = await startDesk()
    desk.web.answer = () => answer
    expect(await desk.say(`/feeds ${FEED_URL}`)).toContain(words)
    expect(await desk.feeds.byId(1)).toBeNull()
  })

  test('pauses, resumes and polls, with an entry in the log for each', async () => {
    const desk = await startDesk()
    desk.web.answer = () => feedOf({ guid: 'a' })
    await desk.say(`/feeds ${FEED_URL}`)
    expect(await desk.press('إيقاف مؤقت')).toContain('موقوفة')
    expect(await desk.press('استئناف')).toContain('قيد المتابعة')
    expect(await desk.press('قراءتها الآن')).toContain('مسودة جديدة واحدة')
    expect(await desk.press('قراءتها الآن')).toContain('ولا جديد فيها')
    desk.web.answer = () => new MujazError('fetch_timeout', 'No.')
    expect(await desk.press('قراءتها الآن')).toContain('لا يستجيب الموقع')
    expect((await desk.audit()).map(([, detail]) => detail)).toEqual([
      { 'state before': null, 'state after': 'active', address: FEED_URL },
      { 'state before': 'active', 'state after': 'paused' },
      { 'state before': 'paused', 'state after': 'active' },
      { polled: 'now' },
      { polled: 'now' },
      { polled: 'now' },
    ])
  })

  test('removes after asking once more', async () => {
    const desk = await startDesk()
    await desk.say(`/feeds ${FEED_URL}`)
    expect(await desk.press('حذف الخلاصة')).toContain('هل تُحذف')
    expect(await desk.press('لا، إبقاؤها')).toContain('صحيفة المثال')
    await desk.press('حذف الخلاصة')
    expect(await desk.press('نعم، حذفها')).toContain('حُذفت الخلاصة')
    expect(await desk.press('العودة إلى القائمة')).toContain('لا خلاصات بعد')
    expect(await desk.forge('feed:resume:1')).toContain('غير موجودة')
    expect((await desk.feeds.byId(1))?.state).toBe('removed')
  })

  test('turns pages', async () => {
    const desk = await startDesk()
    for (let n = 1; n <= 20; n++) await desk.add(`https://news.example/${n}`)
    expect(await desk.say('/feeds')).toContain('الصفحة 1 من 3')
    await desk.press('التالي')
    expect(await desk.press('التالي')).toContain('الصفحة 3 من 3')
    await desk.press('الخلاصة 20')
    expect(desk.last().text).toContain('https://news.example/20')
  })

  test.each([
    'feed',
    'feed:',
    'feed:drop',
    'feed:drop:9',
    'feed:try:99',
    'feed:list:999',
    'feed:x:1',
    'feed:pause:1e9',
  ])('answers a forged %s without harm', async (data) => {
    const desk = await startDesk()
    await desk.say(`/feeds ${FEED_URL}`)
    const before = await desk.feed()
    await desk.forge(data)
    expect(await desk.feed()).toEqual(before)
  })
})

describe('the owners', () => {
  const notice = async (desk: Awaited<ReturnType<typeof startDesk>>) => {
    await desk.add()
    await desk.feeds.change(1, { lastError: 'fetch_timeout', title: 'صحيفة <المثال>' })
    return { kind: 'failing', feed: await desk.feed() } as const
  }
  const wordingOf = async () => createWording('ar')

  test('are told in a message that leads to the list', async () => {
    const desk = await startDesk()
    await createFeedNotices({ api: desk.api, ownerIds: [EDITOR], wordingOf })(await notice(desk))
    expect(desk.last().text).toContain('خلاصة متعثرة منذ يوم')
    expect(desk.last().text).toContain('<المثال>')
    expect(await desk.press('العودة إلى القائمة')).toContain('الخلاصات')
  })

  test('are told later when nobody can be told now, but not for one who has blocked the bot', async () => {
    const desk = await startDesk()
    const failing = (code: number) => ({
      sendMessage: async () => {
        throw new GrammyError('x', { ok: false, error_code: code, description: 'x' }, 'sendMessage', {})
      },
    })
    const tell = (code: number) => createFeedNotices({ api: failing(code), ownerIds: [1, 2], wordingOf })
    const told = await notice(desk)
    await expect(tell(500)(told)).rejects.toThrow(GrammyError)
    await tell(403)(told)
  })
})
