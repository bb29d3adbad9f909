import type { MessageOrigin } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MujazError } from '../../src/errors.ts'
import type { Fetched, SafeFetch } from '../../src/sources/fetch.ts'
import { buttonsOf, type Conversation, OWNER, READER, startConversation } from '../support/conversation.ts'

const TITLE = 'وفد اقتصادي روسي يبدأ مباحثات في بيونغ يانغ'
const FIRST =
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.'
const SECOND =
  'ويرأس الوفد وزير الموارد الطبيعية ألكسندر كوزلوف، ويستمر عمله ثلاثة أيام بحسب وسائل إعلام روسية.'
const TEXT = [TITLE, FIRST, SECOND].join('\n\n')
const ADDRESS = 'https://news.example/2024/talks'
const PAGE = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${TITLE} - صحيفة المثال</title>
<meta property="og:site_name" content="صحيفة المثال"><meta property="og:title" content="${TITLE}">
<meta property="article:published_time" content="2024-03-18T09:00:00+03:00">
<link rel="canonical" href="${ADDRESS}"></head>
<body><nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav>
<article><h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p></article></body></html>`

const fetched = (body: string, changes: Partial<Fetched> = {}): Fetched => ({
  url: ADDRESS,
  status: 200,
  type: 'text/html',
  charset: 'utf-8',
  body: Buffer.from(body),
  etag: null,
  lastModified: null,
  retryAfter: null,
  movedForGood: false,
  ...changes,
})
const CHANNEL: MessageOrigin = {
  type: 'channel',
  chat: { id: -1001, type: 'channel', title: 'قناة المثال', username: 'example_news' },
  message_id: 77,
  date: Date.parse('2024-03-18T06:30:00Z') / 1000,
}

let chat: Conversation
let answer: SafeFetch
const asked: string[] = []
beforeEach(async () => {
  asked.length = 0
  answer = async () => fetched(PAGE)
  chat = await startConversation(
    {},
    {
      fetch: (url, options) => {
        asked.push(url)
        return answer(url, options)
      },
    },
  )
})
afterEach(() => chat.close())

const waiting = async () => (await chat.app.drafts.waiting({ offset: 0, limit: 20 })).drafts
const bytesOf = (text: string) => Buffer.from(text, 'utf8')

/** What the bot sends while something happens. */
async function answersTo(person: number, happens: () => unknown) {
  const known = new Set(chat.transcriptOf(person).map(({ messageId }) => messageId))
  happens()
  await chat.settle()
  return chat.transcriptOf(person).filter(({ from, messageId }) => from === 'bot' && !known.has(messageId))
}

describe('a forwarded post', () => {
  test('becomes a draft whose source is its channel, with the link to the post', async () => {
    const [card] = await answersTo(OWNER, () => chat.loopback.forward(OWNER, TEXT, CHANNEL))
    expect(card?.text).toContain(TITLE)
    expect(card?.text).toContain('https://t.me/example_news/77')
    expect((await waiting())[0]?.draft).toMatchObject({
      title: TITLE,
      publisher: 'قناة المثال',
      url: 'https://t.me/example_news/77',
      publishedAt: { value: '2024-03-18T09:30', precision: 'minute' },
    })
  })

  test('that was copied from a page keeps what the page said of itself', async () => {
    const page = `${TEXT}\n\nالموقع : example.org\nنشر الخبر اول مرة بتاريخ : 2024-03-01 09:00:00`
    await answersTo(OWNER, () => chat.loopback.forward(OWNER, page, CHANNEL))
    expect((await waiting())[0]?.draft).toMatchObject({
      publisher: 'example.org',
      publishedAt: { value: '2024-03-01T09:00:00', precision: 'second' },
    })
  })

  test('of a private channel has no link, and of a person no publisher', async () => {
    const { username: _username, ...hidden } = CHANNEL.chat as { username: string } & typeof CHANNEL.chat
    await answersTo(OWNER, () => chat.loopback.forward(OWNER, TEXT, { ...CHANNEL, chat: hidden }))
    expect((await waiting())[0]?.draft).toMatchObject({ publisher: 'قناة المثال', url: null })
    const person = { type: 'hidden_user', sender_user_name: 'فلان', date: 1 } as const
    await answersTo(OWNER, () => chat.loopback.forward(OWNER, TEXT, person))
    expect((await waiting())[0]?.draft).toMatchObject({ publisher: null, publishedAt: null })
  })

  test('keeps its channel when a line of it is put back', async () => {
    await answersTo(OWNER, () => chat.loopback.forward(OWNER, `${TITLE}\n\nشارك\n\n${FIRST}`, CHANNEL))
    const id = (await waiting())[0]?.id ?? 0
    await chat.press(OWNER, `draft:${id}:cuts`)
    await chat.press(OWNER, `draft:${id}:line:3:0`)
    expect((await chat.app.drafts.byId(id))?.draft).toMatchObject({
      publisher: 'قناة المثال',
      body: `شارك\n\n${FIRST}`,
    })
  })

  test('of a reader is no draft', async () => {
    await answersTo(READER, () => chat.loopback.forward(READER, TEXT, CHANNEL))
    expect(await waiting()).toEqual([])
  })
})

describe('an address alone', () => {
  test('is read, and the note becomes the card', async () => {
    const sent: string[] = []
    const stop = chat.loopback.onChange(() => sent.push(chat.transcriptOf(OWNER).at(-1)?.text ?? ''))
    const [card] = await answersTo(OWNER, () => chat.loopback.say(OWNER, ADDRESS))
    stop()
    expect(sent.some((text) => text.includes('يُقرأ العنوان'))).toBe(true)
    expect(asked).toEqual([ADDRESS])
    expect(card?.text).toContain(TITLE)
    expect(card?.edited).toBe(true)
    expect((await waiting())[0]?.draft).toMatchObject({
      title: TITLE,
      publisher: 'صحيفة المثال',
      url: ADDRESS,
      body: `${FIRST}\n\n${SECOND}`,
    })
  })

  test('is read behind /add too, and in answer to it', async () => {
    await chat.say(OWNER, `/add ${ADDRESS}`)
    await chat.say(OWNER, '/add')
    await chat.say(OWNER, ADDRESS)
    expect(asked).toHaveLength(2)
    expect(await waiting()).toHaveLength(2)
  })

  test('with words around it is a search', async () => {
    const [found] = await chat.say(OWNER, `ابحث عن ${ADDRESS}`)
    expect(asked).toEqual([])
    expect(found?.text).toContain('نتائج')
  })

  test.each(['fetch_refused_address', 'fetch_timeout', 'fetch_too_large', 'fetch_wrong_type'] as const)(
    'that cannot be fetched (%s) is told with the reason, in the place of the note',
    async (code) => {
      answer = async () => {
        throw new MujazError(code, 'No.')
      }
      const told = await answersTo(OWNER, () => chat.loopback.say(OWNER, ADDRESS))
      expect(told).toHaveLength(1)
      expect(told[0]?.text).toContain(ADDRESS)
      expect(told[0]?.text).not.toContain('يُقرأ العنوان')
      expect(await waiting()).toEqual([])
      expect(await chat.app.readings.unfinished()).toEqual([])
    },
  )

  test('of a page without a report is told so', async () => {
    answer = async () => fetched('<html><body></body></html>')
    const [told] = await answersTo(OWNER, () => chat.loopback.say(OWNER, ADDRESS))
    expect(told?.text).toContain(ADDRESS)
    expect(told?.text).not.toContain('يُقرأ العنوان')
    expect(await waiting()).toEqual([])
  })

  test('does not hold up the chat while it is read', async () => {
    let release: (page: Fetched) => void = () => undefined
    answer = () =>
      new Promise((resolve) => {
        release = resolve
      })
    const message = (id: number, text: string) => ({
      update_id: id,
      message: {
        message_id: id,
        date: 1,
        text,
        chat: { id: OWNER, type: 'private' as const, first_name: 'O' },
        from: { id: OWNER, is_bot: false, first_name: 'O' },
      },
    })
    await chat.handle(message(900_000_001, ADDRESS))
    await chat.handle(message(900_000_002, 'معاهدة'))
    expect(chat.last(OWNER).text).toContain('نتائج')
    release(fetched(PAGE))
    await chat.settle()
    expect(await waiting()).toHaveLength(1)
  })

  test('is forgotten when its editor is dismissed meanwhile', async () => {
    await chat.app.editors.appoint({ userId: READER, name: null }, OWNER)
    answer = async () => {
      await chat.app.editors.dismiss(READER, OWNER)
      return fetched(PAGE)
    }
    await answersTo(READER, () => chat.loopback.say(READER, ADDRESS))
    expect(await waiting()).toEqual([])
    expect(await chat.app.readings.unfinished()).toEqual([])
  })

  test('handled twice is read once', async () => {
    await chat.say(OWNER, ADDRESS)
    const message = chat.loopback.calls(OWNER)
    const update = message.flatMap(({ method, answer: given }) =>
      method === 'getUpdates' && given.ok ? (given.result as { message?: { text?: string } }[]) : [],
    )
    const same = update.find(({ message: said }) => said?.text === ADDRESS)
    if (same !== undefined) await chat.handle(same as Parameters<typeof chat.handle>[0])
    await chat.settle()
    expect(same === undefined ? 1 : asked.length).toBe(1)
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a file', () => {
  const send = (name: string, bytes: Uint8Array, caption?: string, person = OWNER) =>
    answersTo(person, () => chat.loopback.sendFile(person, { name, bytes }, caption))

  test.each<[string, Uint8Array]>([
    ['report.txt', bytesOf(TEXT)],
    ['old.txt', windows1256(TEXT)],
    ['wide.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['page.html', bytesOf(PAGE)],
    ['report.md', bytesOf(`# ${TITLE}\n\n${FIRST}\n\n${SECOND}\n`)],
    ['report.json', bytesOf(JSON.stringify({ title: TITLE, body: `${FIRST}\n\n${SECOND}` }))],
  ])('%s becomes a draft', async (name, bytes) => {
    const [card] = await send(name, bytes)
    expect(card?.text).toContain(TITLE)
    expect((await waiting())[0]?.draft).toMatchObject({ title: TITLE, body: `${FIRST}\n\n${SECOND}` })
  })

  test('is taken with /add below it', async () => {
    await send('report.txt', bytesOf(TEXT), '/add')
    expect(await waiting()).toHaveLength(1)
  })

  test('is taken when /add answers it', async () => {
    await chat.app.editors.appoint({ userId: READER, name: null }, OWNER)
    const id = chat.loopback.sendFile(READER, { name: 'a.txt', bytes: bytesOf(TEXT) })
    await chat.settle()
    await chat.say(READER, '/add', { replyToMessageId: id })
    expect((await waiting()).length).toBeGreaterThan(0)
  })

  test('that holds no text, is too large, or cannot be got, is refused with its name', async () => {
    const picture = await send('picture.txt', Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3, 0, 0]))
    expect(picture[0]?.text).toContain('picture.txt')
    const large = await send('large.txt', Buffer.alloc(6 * 1024 * 1024, 'a'))
    expect(large[0]?.text).toContain('large.txt')
    const huge = await send('huge.txt', Buffer.alloc(21 * 1024 * 1024, 'a'))
    expect(huge[0]?.text).toContain('huge.txt')
    expect(await waiting()).toEqual([])
    expect(await chat.app.readings.unfinished()).toEqual([])
  })

  test('of many reports shows some cards and leaves the others waiting', async () => {
    const reports = Array.from({ length: 14 }, (_, n) => ({
      title: `${TITLE} رقم ${n}`,
      body: `${FIRST} وهو الخبر رقم ${n}.`,
    }))
    const told = await send('many.json', bytesOf(JSON.stringify(reports)))
    const { total } = await chat.app.drafts.waiting({ offset: 0, limit: 1 })
    expect(total).toBe(14)
    expect(told.flatMap(buttonsOf).filter((data) => data.endsWith(':discard'))).toHaveLength(10)
    expect(told.at(-1)?.text).toContain('4 مسودات أخرى')
  })

  test('of a reader is no draft, and nothing is got', async () => {
    await send('report.txt', bytesOf(TEXT), undefined, READER)
    expect(await waiting()).toEqual([])
    expect(chat.loopback.calls(READER).some(({ method }) => method === 'getFile')).toBe(false)
  })
})

/** Arabic as it was written before Unicode. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256')
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  return Uint8Array.from([...text].map((letter) => codes.get(letter) ?? 0x3f))
}
