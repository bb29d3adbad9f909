import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChatMessage } from '../../src/bot/loopback.ts'
import {
  buttonsOf,
  type Conversation,
  ENGLISH_READER,
  OWNER,
  READER,
  startConversation,
} from '../support/conversation.ts'

let chat: Conversation
beforeEach(async () => {
  chat = await startConversation()
})
afterEach(() => chat.close())

/** Ids of the articles in a list of results, in its order. */
function idsOf(message: ChatMessage | undefined): number[] {
  const ids = buttonsOf(message).flatMap((data) => /^article:(\d+):/.exec(data)?.[1] ?? [])
  // Rows are laid out from left to right, so Arabic ones are reversed.
  return ids.map(Number).toReversed()
}

async function ask(words: string, person = READER): Promise<ChatMessage | undefined> {
  const [message] = await chat.say(person, `/search ${words}`)
  return message
}

async function titles(words: string): Promise<string[]> {
  const articles = await chat.app.articles.byIds(idsOf(await ask(words)))
  return articles.map(({ title }) => title)
}

function bolds({ text, entities }: ChatMessage): string[] {
  return entities
    .filter(({ type }) => type === 'bold')
    .map(({ offset, length }) => text.slice(offset, offset + length))
}

const buttonWith = (message: ChatMessage | undefined, label: string) =>
  (message?.keyboard ?? []).flat().find(({ text }) => text.includes(label))

describe('a search', () => {
  test('finds the same reports in the same order however a name is spelled', async () => {
    const plain = idsOf(await ask('كيم جونغ'))
    expect(plain.length).toBeGreaterThan(3)
    for (const words of ['كيم جونج', 'Kim Jong', 'کیم جونغ', 'كيـم جُونغ', 'KIM JONG', 'ﻛﻴﻢ جونغ']) {
      expect(idsOf(await ask(words)), words).toEqual(plain)
    }
  })

  test.each([
    ['المعاهدات', 'معاهدة'],
    ['صاروخ', 'صواريخ'],
    ['للعقوبات', 'العقوبات'],
    ['Putin', 'بوتين'],
    ['путин', 'بوتين'],
    ['Ушаков', 'أوشاكوف'],
  ])('for %s finds %s', async (words, spelled) => {
    const message = await ask(words)
    expect(idsOf(message)).not.toEqual([])
    expect(message?.text).toContain(spelled)
  })

  test('shows its hits in bold, in the spelling of the report', async () => {
    const message = (await ask('المعاهدات Ushakov')) as ChatMessage
    expect(bolds(message).some((hit) => /معاهدة$/.test(hit))).toBe(true)
    expect(bolds(message)).toContain('يوري أوشاكوف')
  })

  test('for a phrase finds only reports that hold it as it stands', async () => {
    expect(await titles('"قذائف مدفعية"')).toHaveLength(2)
    expect(await titles('"مدفعية قذائف"')).toEqual([])
    const message = (await ask('«السلاح النووي»')) as ChatMessage
    expect(bolds(message)).toContain('السلاح النووي')
  })

  test('leaves out what was excluded, in every spelling', async () => {
    const all = idsOf(await ask('كوريا'))
    const without = idsOf(await ask('كوريا -Zelensky'))
    expect(all.length).toBeGreaterThan(without.length)
    for (const article of await chat.app.articles.byIds(without)) {
      expect(article.body).not.toContain('زيلينسكي')
    }
    expect(without.length).toBeGreaterThan(0)
  })

  test('leaves it out as well where nothing else, or only a filter, was asked for', async () => {
    const [kursk] = await titles('كورسك من:2024-12')
    expect(await titles('من:2024-06')).toContain(kursk)
    expect(await titles('من:2024-06 -كورسك')).not.toContain(kursk)
    expect(await titles('-كورسك')).not.toContain(kursk)
    expect(await titles('-كورسك')).toHaveLength(5)
  })

  test('keeps to a period, both ends included', async () => {
    const days = async (words: string) =>
      (await chat.app.articles.byIds(idsOf(await ask(words)))).map(({ publishedAt }) =>
        publishedAt?.value.slice(0, 10),
      )
    expect(await days('من:2024-06 إلى:2024-06')).toEqual(['2024-06-19', '2024-06-18', '2024-06-18'])
    expect(await days('كيم من:٢٠٢٣-٠٩-١٣ إلى:١٣/٩/٢٠٢٣')).toEqual(['2023-09-13'])
    expect(await days('since:2024-12')).toEqual(['2024-12-26'])
    expect(await days('بوتين until:2022')).toEqual([])
  })

  test('keeps to a source by any of its names', async () => {
    const byYonhap = await titles('مصدر:يونهاب')
    expect(byYonhap).toHaveLength(1)
    expect(await titles('source:Yonhap')).toEqual(byYonhap)
    expect(await titles('بوتين المصدر:"وكالة يونهاب"')).toEqual(byYonhap)
    expect(await titles('مصدر:"سي إن إن"')).toHaveLength(1)
  })

  test('with nothing but a filter shows leads, newest first, and cannot be turned round', async () => {
    const message = await ask('مصدر:CNN')
    expect(message?.text).toContain('وصل إلى كوريا الشمالية الرئيس الروسي')
    expect(buttonWith(message, 'أولًا')).toBeUndefined()
  })

  test('with unfinished or wrong syntax is a search for the words', async () => {
    const plain = idsOf(await ask('معاهدة'))
    for (const words of ['"معاهدة', 'معاهدة -', 'معاهدة من:', '«معاهدة', 'معاهدة "" -""']) {
      expect(idsOf(await ask(words)), words).toEqual(plain)
    }
  })
})

describe('the order of the results', () => {
  test('turns to the newest first and back within the same message', async () => {
    const first = (await ask('معاهدة بوتين')) as ChatMessage
    const newest = await chat.press(READER, 'الأحدث أولًا')
    expect(newest.messageId).toBe(first.messageId)
    const days = (await chat.app.articles.byIds(idsOf(newest))).map(
      ({ publishedAt }) => publishedAt?.value ?? '',
    )
    expect(days).toEqual(days.toSorted().toReversed())
    const back = await chat.press(READER, 'الأقرب أولًا')
    expect(back.text).toBe(first.text)
    expect(back.messageId).toBe(first.messageId)
  })

  test('is kept while paging', async () => {
    await ask('روسيا')
    await chat.press(READER, 'الأحدث أولًا')
    const second = await chat.press(READER, 'التالي')
    expect(buttonsOf(second)).toContainEqual(expect.stringMatching(/^search:\d+:1:n$/))
    expect(buttonWith(second, 'الأقرب أولًا')).toBeDefined()
    const [oldest] = await chat.app.articles.byIds(idsOf(second))
    expect(oldest?.publishedAt?.value).toBe('2023-09-11')
  })

  test('is not offered for a single result', async () => {
    expect(buttonWith(await ask('كورسك زيلينسكي'), 'أولًا')).toBeUndefined()
  })
})

describe('a word that no report has', () => {
  test('gives way to the nearest one, and the answer says so', async () => {
    const message = (await ask('بيسكوق')) as ChatMessage
    expect(idsOf(message)).not.toEqual([])
    expect(message.text).toMatch(/لا نتائج للكلمة «بيسكوق»، وهذه نتائج «[^»]*بيسكوف/)
    expect(bolds(message).join(' ')).toContain('بيسكوف')
  })

  test('beside others as well, in English too', async () => {
    const message = (await ask('الكرملين مانتوروق', ENGLISH_READER)) as ChatMessage
    expect(message.text).toMatch(/Nothing found for “.?مانتوروق.?”; these are the results for “.?مانتوروف/)
  })

  test('and is near to none leads to names and examples that find something', async () => {
    const message = await ask('xyzzy')
    expect(idsOf(message)).toEqual([])
    expect(buttonsOf(message).filter((data) => data.startsWith('example:'))).toHaveLength(3)
    expect(idsOf(await chat.press(READER, 'example:1'))).not.toEqual([])
  })

  test('and is near to a name offers it as a button that finds it', async () => {
    const message = await ask('Zelenskky')
    const button = buttonsOf(message).find((data) => data.startsWith('search:'))
    expect(button).toBeDefined()
    expect(message?.text).toContain('أقرب الأسماء')
    expect(idsOf(await chat.press(READER, button ?? ''))).not.toEqual([])
  })
})

describe('/search?', () => {
  test.each(['/search? معاهدة بوتين', '/search؟ معاهدة بوتين', '/search?معاهدة بوتين'])(
    '%s tells owners why, on every page',
    async (words) => {
      const [message] = await chat.say(OWNER, words)
      expect(message?.text).toMatch(/كلمات .?\d+\.\d/)
      expect(idsOf(message).length).toBeGreaterThan(1)
      expect(buttonsOf(message)).toContainEqual(expect.stringMatching(/^search:\d+:1:nr$/))
    },
  )

  test('keeps the reasons when the pages turn', async () => {
    await chat.say(OWNER, '/search? روسيا')
    expect((await chat.press(OWNER, 'التالي')).text).toMatch(/كلمات .?\d+\.\d/)
  })

  test('is an ordinary search for everybody else, also with a forged button', async () => {
    const [message] = await chat.say(READER, '/search? معاهدة بوتين')
    expect(idsOf(message)).toEqual(idsOf(await ask('معاهدة بوتين')))
    expect(message?.text).not.toMatch(/كلمات .?\d+\.\d/)
    chat.loopback.press(READER, message?.messageId ?? 0, 'search:1:1:r')
    await chat.settle()
    expect(chat.last(READER).text).not.toMatch(/كلمات .?\d+\.\d/)
  })

  test('without words asks for some', async () => {
    const [message] = await chat.say(OWNER, '/search?')
    expect(message?.text).toContain('"وزارة الدفاع"')
  })

  test('ends a question of the bot like any command', async () => {
    await chat.say(OWNER, '/add')
    await chat.say(OWNER, '/search? معاهدة')
    expect(await chat.app.conversation.dialog({ chatId: OWNER, threadId: null, userId: OWNER })).toBeNull()
  })
})

test.each([
  '"',
  '""',
  '-',
  '-"',
  '*',
  'AND OR NOT',
  'NEAR(كيم بوتين, 2)',
  'title:كيم',
  '^كيم',
  '{title}: كيم',
  'كيم\u0000بوتين',
  '" OR 1=1 --',
  'من:9999-99 إلى:0000',
  'من:2024-06 من:2024-06 '.repeat(9),
  'مصدر:" OR "',
  "source:'; DROP TABLE articles; --",
  '-كيم '.repeat(40),
  '"كيم" '.repeat(40),
  '<b>كيم</b> & <a href="x">',
  '\u202e\u2067كيم\u2069',
  'كيم '.repeat(900),
])('/search %j gets one sound answer', async (words) => {
  const said = await chat.say(READER, `/search ${words}`)
  expect(said).toHaveLength(1)
  expect(said[0]?.text.length).toBeGreaterThan(10)
  expect(await chat.app.articles.count()).toBe(6)
})

test('a forged page or flag of a list does no harm', async () => {
  const message = (await ask('روسيا')) as ChatMessage
  const id = /^search:(\d+):/.exec(buttonsOf(message).find((data) => data.startsWith('search:')) ?? '')?.[1]
  for (const data of [
    `search:${id}:999`,
    `search:${id}:0:nnrrxx`,
    `search:${id}:-1:`,
    `search:${id}`,
    'search',
    'search:x:y:z',
  ]) {
    chat.loopback.press(READER, message.messageId, data)
    await chat.settle()
    expect(chat.last(READER).text.length).toBeGreaterThan(10)
  }
})

test('the way back from an article leads to the list as it was ordered', async () => {
  await ask('معاهدة بوتين')
  const newest = await chat.press(READER, 'الأحدث أولًا')
  await chat.press(READER, buttonsOf(newest)[0] ?? '')
  expect((await chat.press(READER, 'العودة إلى القائمة')).text).toBe(newest.text)
})
