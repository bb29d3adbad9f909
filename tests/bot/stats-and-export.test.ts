import { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, onTestFinished, test } from 'vitest'
import { prepareReport } from '../../src/articles/intake.ts'
import type { BotContext } from '../../src/bot/context.ts'
import { type ExportCapabilities, exportCommand, exportPressed } from '../../src/bot/editor/export.ts'
import { type StatsCapabilities, stats } from '../../src/bot/editor/stats.ts'
import { toLoopback } from '../../src/bot/loopback/transformer.ts'
import { type ChatMessage, createLoopback } from '../../src/bot/loopback.ts'
import type { Drawing } from '../../src/charts/drawing.ts'
import { drawMonths } from '../../src/charts/picture.ts'
import type { Figures } from '../../src/charts/statistics.ts'
import { MujazError } from '../../src/errors.ts'
import { createWording } from '../../src/messages/fluent.ts'
import type { Language } from '../../src/messages/language.ts'
import { createArticleArchive } from '../../src/sqlite/archive.ts'
import { createStatistics } from '../../src/sqlite/statistics.ts'
import { addReports, openStore } from '../sqlite/store.ts'
import { OWNER, READER, startConversation } from '../support/conversation.ts'

const EDITOR = 22
type Needs = StatsCapabilities & ExportCapabilities

/** The two commands alone, as the bot runs them for an editor. */
async function desk(language: Language = 'ar', changes: Partial<Needs> = {}) {
  const store = await openStore()
  const { database, clock } = store
  const loopback = createLoopback({
    clock,
    botName: 'موجز',
    username: 'MujazBot',
    people: [{ id: EDITOR, name: 'Editor', languageCode: language }],
  })
  const logged: string[] = []
  const can: Needs = {
    clock,
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (event) => void logged.push(event),
    },
    statistics: createStatistics(database),
    drawing: { months: async (table, labels) => drawMonths(table, labels) },
    archive: createArticleArchive(database),
    story: { name: { ar: 'قصة', en: 'A story' }, entities: [], relevance: { required: [], supporting: [] } },
    ...changes,
  }
  const bot = new Bot<BotContext>('1:test')
  bot.api.config.use(toLoopback(loopback))
  bot.use(async (ctx, next) => {
    ctx.visit = { chatId: EDITOR, userId: EDITOR, role: 'editor', wording: createWording(language) } as never
    await next()
  })
  bot.command('stats', (ctx) => stats(ctx, can))
  bot.command('export', (ctx) => exportCommand(ctx, can, ctx.match))
  bot.on('callback_query:data', (ctx) => exportPressed(ctx, can, ctx.callbackQuery.data.split(':').slice(1)))
  await bot.init()
  let offset = 0
  const settle = async () => {
    const answer = await loopback.call('getUpdates', { offset, timeout: 0 })
    for (const update of (answer.ok ? answer.result : []) as Update[]) {
      offset = update.update_id + 1
      await bot.handleUpdate(update)
    }
  }
  const answers = (): ChatMessage[] => loopback.transcript(EDITOR).filter(({ from }) => from === 'bot')
  return {
    store,
    loopback,
    logged,
    answers,
    async say(text: string) {
      loopback.say(EDITOR, text)
      await settle()
      return answers()
    },
    async press(data: string) {
      loopback.press(EDITOR, answers().at(-1)?.messageId ?? 0, data)
      await settle()
      return answers()
    },
    /** The files of one kind that were sent, as they arrived. */
    files: (kind: 'photo' | 'document') =>
      loopback.calls(EDITOR).flatMap(({ payload, answer }) => {
        const file = payload[kind] as { upload: string; bytes: string } | undefined
        return file === undefined || !answer.ok
          ? []
          : [{ name: file.upload, bytes: Buffer.from(file.bytes, 'base64') }]
      }),
  }
}

const dated = { publishedAt: { value: '2026-10-01', precision: 'day' }, publisher: 'صحيفة الضفاف' } as const

describe('/stats', () => {
  test('sends a picture with the figures below it', async () => {
    const { store, say, files } = await desk()
    await addReports(store, dated, dated, {})
    const [message] = await say('/stats')
    expect(files('photo')).toHaveLength(1)
    expect(files('photo')[0]?.bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(message?.text).toContain('التقارير المنشورة: 3')
    expect(message?.text).toContain('بلا شهر معروف: 1')
    expect(message?.text).toContain('المشتركون: 0')
  })

  test('speaks English to whoever does', async () => {
    const { store, say } = await desk('en')
    await addReports(store, dated)
    expect((await say('/stats'))[0]?.text).toContain('Published reports: 1')
  })

  test('tells the figures alone where there is nothing to draw', async () => {
    const { say, files } = await desk()
    const [message] = await say('/stats')
    expect(files('photo')).toEqual([])
    expect(message?.text).toContain('التقارير المنشورة: 0')
    expect(message?.text).not.toContain('تعذّر رسم')
  })

  test('tells the figures, and that it could not draw, where drawing fails', async () => {
    const drawing: Drawing = {
      months: async () => {
        throw new MujazError('internal', 'The thread died.')
      },
    }
    const { store, say, files, logged } = await desk('ar', { drawing })
    await addReports(store, dated)
    const [message] = await say('/stats')
    expect(files('photo')).toEqual([])
    expect(message?.text).toContain('تعذّر رسم الصورة')
    expect(logged).toEqual(['statistics were not drawn'])
  })

  test('names the publishers that the picture cannot', async () => {
    const { store, say, files } = await desk()
    await addReports(store, { ...dated, publisher: '조선중앙통신' }, dated)
    const [message] = await say('/stats')
    expect(files('photo')).toHaveLength(1)
    expect(message?.text).toMatch(/\u2068#[12]\u2069 في الصورة: \u2068조선중앙통신\u2069/)
  })

  test('sends the text by itself where it is too long for a picture', async () => {
    const many = 1_000_000_000
    const figures: Figures = {
      articles: {
        published: many,
        retracted: many,
        byMonth: ['조', '선', '중', '앙', '통', '신', '사'].map((sign) => ({
          month: '2026-10',
          publisher: sign.repeat(99),
          count: many,
        })),
      },
      readers: { subscribed: many, stopped: [{ reason: 'blocked', count: many }] },
      deliveries: { sent: many, skipped: many, gone: many, failed: many, waiting: many },
      feeds: { active: many, failing: many, paused: many },
      waiting: { drafts: many, deliveries: many, amendments: many },
    }
    const { say, files } = await desk('en', { statistics: { figures: async () => figures } })
    const messages = await say('/stats')
    expect(files('photo')).toHaveLength(1)
    expect(messages.map(({ text }) => text.slice(0, 10))).toEqual(['', 'Statistics'])
  })
})

describe('/export', () => {
  test('asks for the form, and sends the file for the button', async () => {
    const { store, say, press, files } = await desk()
    await addReports(store, { ...dated, title: 'جسر <b> & "جديد"' })
    const [offer] = await say('/export')
    // Rows are laid out from left to right: reversed, they read in order.
    expect(offer?.keyboard?.[0]?.map(({ data }) => data)).toEqual([
      'export:atom',
      'export:csv',
      'export:json',
    ])
    await press('export:csv')
    const [file] = files('document')
    expect(file?.name).toBe('mujaz-2026-11-22.csv')
    expect(file?.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(file?.bytes.toString()).toContain('"جسر <b> & ""جديد"""')
  })

  test.each([
    ['json', '{"format":"mujaz-story","version":1,"articles":[', 'القصة بصيغة \u2068JSON\u2069: تقرير واحد'],
    ['CSV', '\ufeffid,title,body,', 'القصة بصيغة \u2068CSV\u2069: تقرير واحد'],
    ['atom', '<?xml version="1.0" encoding="utf-8"?>', 'القصة بصيغة \u2068Atom\u2069: تقرير واحد'],
  ])('%s sends the file at once', async (form, beginning, caption) => {
    const { store, say, files } = await desk()
    await addReports(store, dated)
    const [message] = await say(`/export ${form}`)
    expect(files('document')[0]?.bytes.toString().startsWith(beginning)).toBe(true)
    expect(message?.text).toBe(caption)
  })

  test('says so where there is nothing to export, and where it is too much for Telegram', async () => {
    const empty = await desk()
    expect((await empty.say('/export json'))[0]?.text).toContain('لا تقارير للتصدير')
    const archive = {
      slice: async () => ({ articles: [], next: null }),
      extent: async () => ({ count: 100_000, changedAt: 0, bytes: 36_000_000 }),
      restore: async () => [],
    }
    const large = await desk('ar', { archive })
    expect((await large.say('/export json'))[0]?.text).toContain('mujaz export')
    expect(large.files('document')).toEqual([])
  })

  test('does nothing for a form that a forged button names', async () => {
    const { store, say, press, files } = await desk()
    await addReports(store, dated)
    await say('/export')
    for (const forged of ['export:', 'export:exe', 'export:__proto__', 'export:json/../x'])
      await press(forged)
    expect(files('document')).toEqual([])
  })
})

describe('the whole bot', () => {
  test('shows figures and gives the story to owners, and to nobody else', async () => {
    const conversation = await startConversation({ seed: true })
    onTestFinished(() => conversation.close())
    const { loopback } = conversation
    const uploads = () => loopback.calls().filter(({ method }) => /^send(?:Photo|Document)$/.test(method))
    const refusal = (await conversation.say(READER, '/no_such_command'))[0]?.text
    for (const command of ['/stats', '/export', '/export json'])
      expect((await conversation.say(READER, command)).map(({ text }) => text)).toEqual([refusal])
    const [offer] = await conversation.say(READER, '/latest')
    loopback.press(READER, offer?.messageId ?? 0, 'export:json')
    await conversation.settle()
    expect(uploads()).toEqual([])
    await conversation.say(OWNER, '/stats')
    await conversation.say(OWNER, '/export atom')
    expect(uploads().map(({ method }) => method)).toEqual(['sendPhoto', 'sendDocument'])
  })
})

describe('the loopback', () => {
  test.each([
    [{ chat_id: EDITOR }, 'Bad Request: there is no photo in the request'],
    [{ chat_id: 5, photo: { upload: 'x', size: 3, bytes: '' } }, 'Bad Request: chat not found'],
    [{ chat_id: EDITOR, photo: { upload: 'x', size: 0, bytes: '' } }, 'Bad Request: file must be non-empty'],
    [{ chat_id: EDITOR, photo: { upload: 'x', size: 10_000_001, bytes: '' } }, 'Request Entity Too Large'],
    [
      { chat_id: EDITOR, photo: { upload: 'x', size: 3, bytes: '' }, caption: 'x'.repeat(1025) },
      'Bad Request: message caption is too long',
    ],
  ])('refuses what Telegram refuses: %#', async (payload, description) => {
    const { loopback } = await desk()
    expect(await loopback.call('sendPhoto', payload)).toMatchObject({ ok: false, description })
  })

  test('refuses to send to whoever has blocked the bot', async () => {
    const { loopback } = await desk()
    loopback.block(EDITOR)
    const answer = await loopback.call('sendDocument', {
      chat_id: EDITOR,
      document: { upload: 'x', size: 3, bytes: '' },
    })
    expect(answer).toMatchObject({ ok: false, error_code: 403 })
    onTestFinished(() => loopback.unblock(EDITOR))
  })
})

test('an article that was restored is found in the figures', async () => {
  const { store, say } = await desk()
  const prepared = prepareReport({
    ...dated,
    title: 'عنوان',
    body: 'نص الخبر.',
    headings: [],
    agency: null,
    author: null,
    url: null,
    language: 'ar',
    eventOn: null,
    topics: [],
    publisherSummary: [],
    note: null,
  })
  const facts = { uid: null, lead: null, revision: 1, retraction: { reason: 'خطأ', at: 1 }, addedAt: 1 }
  await createArticleArchive(store.database).restore([{ prepared, facts }])
  expect((await say('/stats'))[0]?.text).toContain('تقارير مسحوبة: 1')
})
