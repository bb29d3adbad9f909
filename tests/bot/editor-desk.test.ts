import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Material } from '../../src/articles/material.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

const TITLE = 'وفد اقتصادي روسي يبدأ مباحثات في بيونغ يانغ'
const FIRST =
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.'
const SECOND =
  'ويرأس الوفد وزير الموارد الطبيعية ألكسندر كوزلوف، ويستمر عمله ثلاثة أيام بحسب وسائل إعلام روسية.'
const THIRD = 'وقال بيان مشترك إن الجانبين اتفقا على زيادة رحلات القطار بين البلدين في الربيع المقبل.'
const PASTE = [TITLE, 'شارك', FIRST, SECOND, '(انتهى)', THIRD, 'الموقع : example.org'].join('\n\n')

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

async function addDraft(text = PASTE, editor = OWNER): Promise<number> {
  const [card] = await chat.say(editor, `/add ${text}`)
  return Number(buttonsOf(card)[0]?.split(':')[1])
}
const draftOf = async (id: number) => (await chat.app.drafts.byId(id))?.draft
const newest = async () => chat.app.articles.byId(await chat.app.articles.newestId())

describe('the card', () => {
  test('is edited in place after every change, and the question goes', async () => {
    const id = await addDraft()
    const card = chat.last(OWNER)
    await chat.press(OWNER, `draft:${id}:date`)
    const question = chat.last(OWNER)
    expect(question.messageId).not.toBe(card.messageId)
    expect(await chat.say(OWNER, '١٨ حزيران')).toEqual([])
    const shown = chat.transcriptOf(OWNER)
    expect(shown.find(({ messageId }) => messageId === card.messageId)?.text).toContain(
      '18 يونيو/حزيران 2026',
    )
    expect(shown.some(({ messageId }) => messageId === question.messageId)).toBe(false)
  })

  test.each([
    ['أمس', '2026-11-21', 'day'],
    ['18 يونيو 2024', '2024-06-18', 'day'],
    ['2024-06', '2024-06', 'month'],
    ['١٨ جوان ٢٠٢٤', '2024-06-18', 'day'],
    ['18 جويلية 2024', '2024-07-18', 'day'],
    ['3 غشت 2024', '2024-08-03', 'day'],
    ['نونبر 2024', '2024-11', 'month'],
    ['1 فيفري 2024', '2024-02-01', 'day'],
    ['كانون الأول 2023', '2023-12', 'month'],
    ['2024', '2024', 'year'],
  ])('understands the date «%s» with its precision', async (typed, value, precision) => {
    const id = await addDraft()
    await chat.press(OWNER, `draft:${id}:date`)
    await chat.say(OWNER, typed)
    expect((await draftOf(id))?.publishedAt).toEqual({ value, precision })
  })

  test('asks no more when the question is taken back', async () => {
    const id = await addDraft()
    await chat.press(OWNER, `draft:${id}:title`)
    await chat.press(OWNER, `draft:${id}:ask-no-more`)
    const [answer] = await chat.say(OWNER, 'معاهدة')
    expect(answer?.text).toContain('نتائج')
    expect((await draftOf(id))?.title).toBe(TITLE)
  })
})

describe('the lens', () => {
  test('puts a line back in its place, and cuts it again, and keeps what an editor has set', async () => {
    const id = await addDraft()
    await chat.press(OWNER, `draft:${id}:title`)
    await chat.say(OWNER, 'عنوان من المحرر')
    const lens = await chat.press(OWNER, `draft:${id}:cuts`)
    expect(lens.text).toContain('السطر 3 (أزرار المشاركة): شارك')
    const back = await chat.press(OWNER, `draft:${id}:line:3:0`)
    expect(back.messageId).toBe(lens.messageId)
    expect(back.text).toContain('أُعيد')
    expect(await draftOf(id)).toMatchObject({ title: 'عنوان من المحرر' })
    expect((await draftOf(id))?.body).toContain('شارك\n\n')
    await chat.press(OWNER, `draft:${id}:line:3:0`)
    expect((await draftOf(id))?.body).not.toContain('شارك')
    const card = await chat.press(OWNER, `draft:${id}:card`)
    expect(card.text).toContain('عنوان من المحرر')
  })

  test('does nothing for a line that was not cut', async () => {
    const id = await addDraft()
    const before = await chat.app.drafts.byId(id)
    await chat.press(OWNER, `draft:${id}:cuts`)
    for (const line of [5, 0, 999]) {
      chat.loopback.press(OWNER, chat.last(OWNER).messageId, `draft:${id}:line:${line}:0`)
      await chat.settle()
    }
    expect(await chat.app.drafts.byId(id)).toEqual(before)
  })
})

describe('the choice of sentences', () => {
  test('is literal, within its limits, and stored with the article', async () => {
    const id = await addDraft()
    const page = await chat.press(OWNER, `draft:${id}:lead`)
    expect(page.text).toContain('1. ✓')
    // The only one cannot go: the lead would be picked again.
    await chat.press(OWNER, `draft:${id}:pick:1:0`)
    expect(await draftOf(id)).not.toHaveProperty('lead')
    await chat.press(OWNER, `draft:${id}:pick:3:0`)
    await chat.press(OWNER, `draft:${id}:pick:1:0`)
    const draft = await draftOf(id)
    const chosen = (draft?.lead ?? []).map(({ start, end }) => draft?.body.slice(start, end))
    expect(chosen).toContain(THIRD)
    expect(chosen).not.toContain(FIRST)
    await chat.press(OWNER, `draft:${id}:card`)
    await chat.press(OWNER, `draft:${id}:publish`)
    const article = await newest()
    expect(article?.lead.map(({ start, end }) => article.body.slice(start, end))).toEqual(chosen)
  })

  test('refuses a fifth sentence, and picks by itself on request', async () => {
    const sentences = Array.from(
      { length: 7 },
      (_, n) => `وأعلن الجانب الروسي في بيونغ يانغ القرار رقم ${n}.`,
    )
    const id = await addDraft([TITLE, FIRST, sentences.join(' '), 'الموقع : example.org'].join('\n\n'))
    await chat.press(OWNER, `draft:${id}:lead`)
    for (const number of [3, 4, 5]) await chat.press(OWNER, `draft:${id}:pick:${number}:0`)
    const before = (await draftOf(id))?.lead
    const refused = await chat.press(OWNER, `draft:${id}:pick:6:0`)
    expect(before?.length).toBeLessThanOrEqual(4)
    if (before?.length === 4) expect(refused.text).toContain('لم تُضف')
    for (const number of [7, 8]) await chat.press(OWNER, `draft:${id}:pick:${number}:0`)
    expect((await draftOf(id))?.lead?.length).toBe(4)
    await chat.press(OWNER, `draft:${id}:lead-auto`)
    expect(await draftOf(id)).not.toHaveProperty('lead')
  })

  test('goes along when a line above it comes back', async () => {
    const id = await addDraft()
    await chat.press(OWNER, `draft:${id}:lead`)
    await chat.press(OWNER, `draft:${id}:pick:3:0`)
    const textOf = (draft: Awaited<ReturnType<typeof draftOf>>) =>
      draft?.lead?.map(({ start, end }) => draft.body.slice(start, end))
    const before = textOf(await draftOf(id))
    expect(before).toContain(THIRD)
    await chat.press(OWNER, `draft:${id}:card`)
    await chat.press(OWNER, `draft:${id}:cuts`)
    await chat.press(OWNER, `draft:${id}:line:3:0`)
    expect(textOf(await draftOf(id))).toEqual(before)
  })
})

describe('splitting', () => {
  const OTHER = 'قطار ركاب يصل إلى محطة تومانغانغ الحدودية'
  const OTHER_TEXT =
    'وصل قطار ركاب روسي يوم الثلاثاء إلى محطة تومانغانغ الحدودية في كوريا الشمالية قادمًا من فلاديفوستوك.'

  test('makes two drafts of one, of which nothing is lost', async () => {
    const id = await addDraft([TITLE, FIRST, SECOND, OTHER_TEXT, THIRD, 'الموقع : example.org'].join('\n\n'))
    await chat.press(OWNER, `draft:${id}:split`)
    const card = await chat.press(OWNER, `draft:${id}:split-at:3:0`)
    expect((await draftOf(id))?.body).toBe(`${FIRST}\n\n${SECOND}`)
    expect(card.text).toContain(TITLE)
    const second = await chat.app.drafts.byId(id + 1)
    expect(second?.draft.body).toBe(`${OTHER_TEXT}\n\n${THIRD}`)
    expect(second?.draft.publisher).toBe('example.org')
    expect(buttonsOf(chat.last(OWNER))).toContain(`draft:${id + 1}:title`)
  })

  test('finds the title of the second report by itself', async () => {
    const id = await addDraft([TITLE, FIRST, SECOND, OTHER, OTHER_TEXT, THIRD].join('\n\n'))
    if ((await draftOf(id + 1)) !== undefined) return
    const paragraphs = (await draftOf(id))?.body.split('\n\n') ?? []
    await chat.press(OWNER, `draft:${id}:split`)
    await chat.press(OWNER, `draft:${id}:split-at:${paragraphs.indexOf(OTHER) + 1}:0`)
    expect(await draftOf(id + 1)).toMatchObject({ title: OTHER, body: `${OTHER_TEXT}\n\n${THIRD}` })
  })

  test('says so where it cannot be', async () => {
    const id = await addDraft()
    await chat.press(OWNER, `draft:${id}:split`)
    const message = chat.last(OWNER)
    chat.loopback.press(OWNER, message.messageId, `draft:${id}:split-at:1:0`)
    await chat.settle()
    expect(chat.last(OWNER).text).toContain('لا يمكن التقسيم')
    expect(await chat.app.drafts.byId(id + 1)).toBeNull()
  })
})

describe('the radar', () => {
  test('offers to revise what we have, and the article is revised', async () => {
    const id = await addDraft([TITLE, FIRST, SECOND, 'الموقع : example.org'].join('\n\n'))
    await chat.press(OWNER, `draft:${id}:publish`)
    const article = await newest()
    const again = await addDraft()
    const card = chat.last(OWNER)
    expect(card.text).toContain(TITLE)
    const revise = buttonsOf(card).find((data) => data.startsWith(`draft:${again}:revise:`))
    expect(revise).toBe(`draft:${again}:revise:${article?.id}`)
    const done = await chat.press(OWNER, revise ?? '')
    expect(done.text).toContain('الصيغة الجديدة')
    expect(await newest()).toMatchObject({ id: article?.id, revision: 2 })
    expect((await newest())?.body).toContain(THIRD)
    expect(await chat.app.drafts.byId(again)).toMatchObject({ state: 'published', revises: article?.id })
  })

  test('revises nothing that is not there', async () => {
    const id = await addDraft()
    chat.loopback.press(OWNER, chat.last(OWNER).messageId, `draft:${id}:revise:999`)
    await chat.settle()
    expect((await chat.app.drafts.byId(id))?.state).toBe('open')
  })
})

describe('drafts that wait', () => {
  test('are listed for every editor, feeds included, and each opens its card', async () => {
    await chat.app.editors.appoint({ userId: READER, name: 'ليلى' }, OWNER)
    const own = await addDraft()
    const material: Material = { kind: 'feed', source: 'feed:1', text: `${TITLE} 2\n\n${SECOND}`, facts: {} }
    const database = { feedId: 1, identity: 'a', digest: 'd' }
    await expect(chat.app.feedMaterials.take(material, database)).rejects.toThrow('FOREIGN KEY')
    const [list] = await chat.say(READER, '/drafts')
    expect(list?.text).toContain('مسودة واحدة تنتظر')
    expect(list?.text).toContain(TITLE)
    await chat.press(READER, `draft:${own}:open`)
    expect(chat.last(READER).text).toContain(FIRST)
  })

  test('are told page by page', async () => {
    for (let n = 1; n <= 10; n++) await addDraft(`${TITLE} رقم ${n}\n\n${FIRST}`)
    const [list] = await chat.say(OWNER, '/drafts')
    expect(list?.text).toContain('رقم 10')
    expect(list?.text).not.toContain('رقم 2\n')
    const next = await chat.press(OWNER, 'drafts:1')
    expect(next.text).toContain('رقم 2')
    const far = await chat.press(OWNER, 'drafts:0')
    expect(far.text).toContain('رقم 10')
  })
})

describe('two editors', () => {
  beforeEach(async () => {
    await chat.app.editors.appoint({ userId: READER, name: 'ليلى' }, OWNER)
    await chat.app.editors.appoint({ userId: ENGLISH_READER, name: null }, OWNER)
  })

  test('at once publish once, and the second is told who did it', async () => {
    const id = await addDraft()
    const own = chat.last(OWNER)
    await chat.say(READER, '/drafts')
    await chat.press(READER, `draft:${id}:open`)
    const other = chat.last(READER)
    const before = await chat.app.articles.count()
    chat.loopback.press(READER, other.messageId, `draft:${id}:publish`)
    chat.loopback.press(OWNER, own.messageId, `draft:${id}:publish`)
    await chat.settle()
    expect(await chat.app.articles.count()).toBe(before + 1)
    expect(chat.last(OWNER).text).toContain('صاحب القرار: ليلى')
    expect(chat.last(READER).text).toContain('نُشر التقرير')
  })

  test('are told of an owner without a name, and of an editor by number', async () => {
    const id = await addDraft()
    const card = chat.last(OWNER)
    await chat.say(ENGLISH_READER, '/drafts')
    await chat.press(ENGLISH_READER, `draft:${id}:open`)
    const theirs = chat.last(ENGLISH_READER)
    chat.loopback.press(OWNER, card.messageId, `draft:${id}:discard`)
    chat.loopback.press(ENGLISH_READER, theirs.messageId, `draft:${id}:publish`)
    await chat.settle()
    expect(chat.last(ENGLISH_READER).text).toContain('the owner')
    const second = await addDraft()
    const shown = chat.last(OWNER)
    await chat.say(ENGLISH_READER, '/drafts')
    await chat.press(ENGLISH_READER, `draft:${second}:open`)
    await chat.press(ENGLISH_READER, `draft:${second}:discard`)
    chat.loopback.press(OWNER, shown.messageId, `draft:${second}:publish`)
    await chat.settle()
    expect(chat.last(OWNER).text).toContain(`المحرر \u2068${ENGLISH_READER}\u2069`)
  })

  test('one of whom is dismissed: their card does nothing any more', async () => {
    const id = await addDraft(PASTE, READER)
    const card = chat.last(READER)
    const before = await chat.app.articles.count()
    await chat.app.editors.dismiss(READER, OWNER)
    for (const act of ['publish', 'separate', 'discard', 'title', 'line:3:0', 'pick:2:0', 'split-at:2:0']) {
      chat.loopback.press(READER, card.messageId, `draft:${id}:${act}`)
      await chat.settle()
    }
    expect(await chat.app.articles.count()).toBe(before)
    expect(await chat.app.drafts.byId(id)).toMatchObject({ state: 'open', restored: [] })
  })
})
