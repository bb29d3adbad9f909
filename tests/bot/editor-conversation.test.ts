import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buttonsOf, type Conversation, OWNER, READER, startConversation } from '../support/conversation.ts'

const TITLE = 'وفد اقتصادي روسي يبدأ مباحثات في بيونغ يانغ'
const FIRST =
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.'
const SECOND =
  'ويرأس الوفد وزير الموارد الطبيعية ألكسندر كوزلوف، ويستمر عمله ثلاثة أيام بحسب وسائل إعلام روسية.'
const PASTE = `${TITLE}\n\nشارك\n\n${FIRST}\n\n${SECOND}\n\n(انتهى)\n\nالموقع : example.org\nنشر الخبر اول مرة بتاريخ : 2024-03-18 09:00:00`

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

async function addDraft(text = PASTE): Promise<number> {
  await chat.say(OWNER, `/add ${text}`)
  const publish = chat.loopback
    .transcript(OWNER)
    .toReversed()
    .flatMap(buttonsOf)
    .find((data) => data.endsWith(':publish'))
  return Number(publish?.split(':')[1])
}

describe('an owner', () => {
  test('sees /add in /help and in the menu', async () => {
    const [message] = await chat.say(OWNER, '/help')
    expect(message?.text).toContain('/add')
  })

  test('gets a draft with what was understood and what was cut, and publishes it', async () => {
    const [card] = await chat.say(OWNER, `/add ${PASTE}`)
    expect(card?.text).toContain(TITLE)
    expect(card?.text).toContain('example.org')
    expect(card?.text).toContain(FIRST)
    const before = await chat.app.articles.count()
    const published = await chat.press(OWNER, 'نشر')
    expect(published.messageId).toBe(card?.messageId)
    expect(await chat.app.articles.count()).toBe(before + 1)
    const [article] = (await chat.app.articles.byIds([await chat.app.articles.newestId()])) ?? []
    expect(article).toMatchObject({
      title: TITLE,
      publisher: 'example.org',
      body: `${FIRST}\n\n${SECOND}`,
      publishedAt: { value: '2024-03-18T09:00:00', precision: 'second' },
    })
  })

  test('can send the text after /add alone, or as a reply to it', async () => {
    await chat.say(OWNER, '/add')
    const [card] = await chat.say(OWNER, PASTE)
    expect(card?.text).toContain(TITLE)
    const [messageId] = chat.loopback.say(OWNER, PASTE)
    await chat.settle()
    const [again] = await chat.say(OWNER, '/add', { replyToMessageId: messageId as number })
    expect(again?.text).toContain(TITLE)
  })

  test('is asked for a title where the text holds none, and for a date on request', async () => {
    const id = await addDraft(`${FIRST}\n\n${SECOND}\n\nالموقع : example.org`)
    const [question] = [await chat.press(OWNER, `draft:${id}:publish`)]
    expect(question).toBeDefined()
    expect(await chat.app.articles.count()).toBe(6)
    await chat.say(OWNER, TITLE)
    await chat.press(OWNER, `draft:${id}:date`)
    const [refused] = await chat.say(OWNER, 'بعد العيد')
    expect(refused?.text).toContain('بعد العيد')
    await chat.say(OWNER, '١٨ آذار ٢٠٢٤')
    expect((await chat.app.drafts.byId(id))?.draft).toMatchObject({
      title: TITLE,
      publishedAt: { value: '2024-03-18', precision: 'day' },
    })
    await chat.press(OWNER, `draft:${id}:publish`)
    expect(await chat.app.articles.count()).toBe(7)
  })

  test('publishes once, however often the button is pressed', async () => {
    const id = await addDraft()
    const card = chat.last(OWNER)
    for (let times = 0; times < 3; times++) chat.loopback.press(OWNER, card.messageId, `draft:${id}:publish`)
    await chat.settle()
    expect(await chat.app.articles.count()).toBe(7)
    expect(await chat.app.drafts.byId(id)).toMatchObject({ state: 'published', articleId: 7 })
  })

  test('is told when the same text is there already, and can only discard it', async () => {
    const first = await addDraft()
    const second = await addDraft()
    await chat.press(OWNER, `draft:${first}:publish`)
    const again = await chat.press(OWNER, `draft:${second}:publish`)
    expect(again.text).toContain('محفوظ من قبل')
    expect(await chat.app.articles.count()).toBe(7)
    const [copy] = await chat.say(OWNER, `/add ${PASTE}`)
    expect(copy?.text).toContain('النص نفسه محفوظ')
    const acts = buttonsOf(copy).map((data) => data.split(':')[2])
    expect(acts).toContain('discard')
    expect(acts).not.toContain('publish')
  })

  test('can discard a draft, which then cannot be published any more', async () => {
    const id = await addDraft()
    const card = chat.last(OWNER)
    await chat.press(OWNER, `draft:${id}:discard`)
    chat.loopback.press(OWNER, card.messageId, `draft:${id}:publish`)
    await chat.settle()
    expect(await chat.app.articles.count()).toBe(6)
    expect((await chat.app.drafts.byId(id))?.state).toBe('discarded')
  })

  test('can paste a text that clients send in several messages', async () => {
    const long = Array.from(
      { length: 60 },
      (_, index) => `${FIRST.slice(0, -1)}، وهي الفقرة رقم ${index}.`,
    ).join('\n\n')
    await chat.say(OWNER, '/add')
    await chat.say(OWNER, `${TITLE}\n\n${long}\n\nالموقع : example.org`)
    const id = Number(
      chat.loopback
        .transcript(OWNER)
        .flatMap(buttonsOf)
        .find((data) => data.endsWith(':publish'))
        ?.split(':')[1],
    )
    const body = (await chat.app.drafts.byId(id))?.draft.body ?? ''
    for (let index = 0; index < 60; index++) expect(body).toContain(`الفقرة رقم ${index}.`)
  })

  test('who writes on later is not taken to send the rest of a long text', async () => {
    await chat.say(OWNER, `/add ${TITLE}\n\n${`${FIRST} `.repeat(25)}\n\nالموقع : example.org`)
    const card = chat.last(OWNER)
    await chat.clock.advance(60_000)
    const [answer] = await chat.say(OWNER, 'معاهدة')
    expect(answer?.text).toContain('نتائج')
    await chat.press(OWNER, buttonsOf(card).find((data) => data.endsWith(':publish')) ?? '')
    expect(await chat.app.articles.count()).toBe(7)
  })

  test('shows an article whole, escaped and in parts, whatever it holds', async () => {
    const nasty = 'قال <b>المتحدث & زميله إن "الأمر" <i>واضح\u202E تمامًا عند 5 < 7 و9 > 3'
    const words = Array.from({ length: 5000 }, (_, index) => `كلمة${index}`)
    const paragraphs = Array.from(
      { length: 100 },
      (_, part) => `${words.slice(part * 50, part * 50 + 50).join(' ')}.`,
    )
    const parts = [`عنوان فيه <b> و& و\u202E علامة`, `${nasty}.`, ...paragraphs, 'الموقع : example.org']
    await chat.say(OWNER, '/add')
    await chat.say(OWNER, parts.join('\n\n'))
    // Nothing of it is about the story: it is offered for itself.
    const publish = buttonsOf(chat.last(OWNER)).find((data) => data.endsWith(':separate')) ?? ''
    await chat.press(OWNER, publish)
    const id = await chat.app.articles.newestId()
    const article = await chat.app.articles.byId(id)
    expect(article?.body).not.toContain('\u202E')
    let shown = (await chat.say(READER, `/start a${id}`))[0]?.text ?? ''
    for (let part = 2; ; part++) {
      const next = buttonsOf(chat.last(READER)).find((data) => data.startsWith(`article:${id}:${part}:`))
      if (next === undefined) break
      shown += `\n${(await chat.press(READER, next)).text}`
    }
    expect(shown).toContain('<b>المتحدث & زميله')
    for (const word of words) expect(shown).toContain(word)
  })
})

describe('anybody else', () => {
  test('gets for /add what they get for a command that does not exist', async () => {
    const [forbidden] = await chat.say(READER, `/add ${PASTE}`)
    const [unknown] = await chat.say(READER, '/wat')
    expect(forbidden?.text).toBe(unknown?.text)
    expect(forbidden?.text).not.toContain('add')
  })

  test('cannot press the buttons of a draft', async () => {
    const id = await addDraft()
    const [message] = await chat.say(READER, '/latest')
    for (const act of ['publish', 'discard', 'title', 'cuts']) {
      chat.loopback.press(READER, message?.messageId ?? 0, `draft:${id}:${act}`)
      await chat.settle()
    }
    expect((await chat.app.drafts.byId(id))?.state).toBe('open')
    expect(chat.last(READER).text).toBe(message?.text)
  })
})
