import { describe, expect, test } from 'vitest'
import { digestParts, nothingNew } from '../../src/messages/digest.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleText } from '../../src/messages/html.ts'
import { askForWords, nothingFound, searchPage } from '../../src/messages/search.ts'
import { ARTICLE } from './samples.ts'
import { expectSendable } from './telegram-html.ts'

const ar = createWording('ar')
const en = createWording('en')
const botUsername = 'mujaz_bot'
const page = { query: 'معاهدة', page: 1, pages: 1, total: 1, botUsername, relaxed: false }
const found = (text: string, ...hits: string[]) => ({
  card: ARTICLE,
  snippet: {
    text,
    hits: hits.map((hit) => ({ start: text.indexOf(hit), end: text.indexOf(hit) + hit.length })),
  },
})

describe('search results', () => {
  test('show the hits in bold, in the spelling of the article', () => {
    const { markup } = searchPage(ar, {
      ...page,
      results: [found('…قال كيم جونج أون إن المُعاهدة باقية', 'كيم جونج', 'المُعاهدة')],
    })
    expect(markup).toContain('<b>كيم جونج</b> أون إن <b>المُعاهدة</b> باقية')
    expect(markup).toMatch(/^نتائج البحث عن <b>«معاهدة»<\/b>/)
  })

  test('isolate a foreign name whole, with the hit inside it', () => {
    const { markup } = searchPage(ar, { ...page, results: [found('قالت New York Times أمس', 'York')] })
    expect(markup).toContain('\u{2068}New <b>York</b> Times\u{2069}')
  })

  test('bear hits that overlap, are empty, stand in disorder or outside', () => {
    const text = 'وقع الجانبان معاهدة'
    const hits = [
      { start: 13, end: 19 },
      { start: 4, end: 12 },
      { start: 6, end: 9 },
      { start: 3, end: 3 },
      { start: 15, end: 900 },
    ]
    const message = searchPage(ar, { ...page, results: [{ card: ARTICLE, snippet: { text, hits } }] })
    expectSendable(message)
    expect(visibleText(message)).toContain(text)
  })

  test('say when no report holds all the words', () => {
    expect(visibleText(searchPage(ar, { ...page, results: [], relaxed: true }))).toContain(
      'لا تقرير يضم الكلمات كلها',
    )
  })

  test('say what was looked for in the place of unknown words', () => {
    const stoodFor = [
      { word: 'بوتبن', near: ['بوتين'] },
      { word: 'ترمب', near: ['ترامب', 'ترميم'] },
    ]
    const arabic = visibleText(searchPage(ar, { ...page, results: [], stoodFor }))
    expect(arabic).toContain('لا نتائج للكلمة «بوتبن»، وهذه نتائج «بوتين».')
    expect(arabic).toContain('لا نتائج للكلمة «ترمب»، وهذه نتائج «ترامب» أو «ترميم».')
    expect(visibleText(searchPage(en, { ...page, results: [], stoodFor: stoodFor.slice(1) }))).toContain(
      'these are the results for “\u{2068}ترامب\u{2069}” or “\u{2068}ترميم\u{2069}”.',
    )
  })

  test('give the reasons for a place in one line, without those that count for nothing', () => {
    const reasons = [
      { what: 'words', points: 3.21 },
      { what: 'opening', points: 0.01 },
      { what: 'letters', points: 2 },
    ] as const
    const results = [{ ...found('معاهدة', 'معاهدة'), reasons }]
    expect(visibleText(searchPage(en, { ...page, results }))).toContain(
      '\nwords \u{2068}3.2\u{2069} · letters \u{2068}2.0\u{2069}',
    )
    expect(visibleText(searchPage(ar, { ...page, results }))).toContain('\nكلمات \u{2068}3.2\u{2069} · حروف')
  })

  test('repeat at most 80 signs of the query', () => {
    const query = 'كلمة '.repeat(900)
    for (const message of [
      searchPage(ar, { ...page, query, results: [] }),
      nothingFound(ar, { query, examples: [] }),
    ]) {
      expect(visibleText(message).length).toBeLessThan(200)
    }
  })

  test('without a hit name the nearest names before the examples', () => {
    const text = visibleText(nothingFound(ar, { query: 'x', names: ['بوتين'], examples: ['معاهدة'] }))
    expect(text.indexOf('أقرب الأسماء')).toBeLessThan(text.indexOf('بوتين'))
    expect(text.indexOf('بوتين')).toBeLessThan(text.indexOf('معاهدة'))
    expect(visibleText(nothingFound(ar, { query: 'x', examples: ['معاهدة'] }))).not.toContain('أقرب الأسماء')
  })

  test('without words tell what a search can do, one line each', () => {
    expect(visibleText(askForWords(ar, { examples: [] })).split('\n')).toHaveLength(6)
    for (const example of ['"وزارة الدفاع"', '-صاروخ', 'من:06/2024', 'مصدر:']) {
      expect(visibleText(askForWords(ar, { examples: [] }))).toContain(example)
    }
  })

  test('without a hit or without words offer examples that can be copied clean', () => {
    const examples = ['معاهدة', 'Kim Jong Un']
    for (const message of [nothingFound(ar, { query: 'x', examples }), askForWords(ar, { examples })]) {
      expect(message.markup).toContain('<code>معاهدة</code>')
      expect(message.markup).toContain('\u{2068}<code>Kim Jong Un</code>\u{2069}')
    }
  })
})

describe('a digest', () => {
  const days = [
    { day: '2024-06-18', cards: [ARTICLE, ARTICLE] },
    { day: null, cards: [ARTICLE] },
  ]

  const rest = { since: 4, upTo: 99 }
  const plain = { length: 'normal', rest, botUsername } as const

  test('opens with the number of what is new, goes day by day, and says what it leaves out', () => {
    const [message, ...more] = digestParts(ar, { ...plain, days, omitted: 2 })
    expect(more).toEqual([])
    const text = visibleText(message ?? nothingNew(ar))
    expect(text.split('\n\n').map((block) => block.split('\n')[0])).toEqual([
      'موجز: 5 تقارير جديدة',
      'الثلاثاء 18 يونيو/حزيران 2024',
      ARTICLE.title,
      ARTICLE.title,
      'من غير تاريخ',
      ARTICLE.title,
      'بقي تقريران جديدان آخران',
    ])
    expect(message?.markup).toContain('href="https://t.me/mujaz_bot?start=n4-99"')
  })

  test('leaves nothing unsaid when it leaves nothing out', () => {
    const text = digestParts(ar, { ...plain, days, omitted: 0 })
      .map(({ markup }) => markup)
      .join()
    expect(text).not.toContain('start=n')
  })

  test('comes as headlines, as leads, or as leads with their sources', () => {
    const [short, normal, full] = (['short', 'normal', 'full'] as const).map((length) =>
      digestParts(ar, { ...plain, days, omitted: 0, length })
        .map(visibleText)
        .join('\n'),
    )
    const lead = ARTICLE.body.slice(ARTICLE.lead[0]?.start, ARTICLE.lead[0]?.end)
    expect(short).toContain(`• ${ARTICLE.title}`)
    expect(short).not.toContain(lead)
    expect(normal).toContain(lead)
    expect(normal).not.toContain('المصدر')
    expect(full).toContain(lead)
    expect(full).toContain('المصدر')
  })

  test('goes out in parts, and no heading stands alone at the end of one', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      day: `2024-06-${String((index % 30) + 1).padStart(2, '0')}`,
      cards: [ARTICLE, ARTICLE],
    }))
    const parts = digestParts(en, { ...plain, days: many, omitted: 0, length: 'full' })
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) {
      expectSendable(part)
      expect(visibleText(part)).toMatch(/Full text · Source$/)
    }
    expect(parts.map(visibleText).join('\n').split(ARTICLE.title).length).toBe(121)
  })

  test('of headlines alone stays within the limits, however long they are', () => {
    const long = { ...ARTICLE, title: 'عنوان طويل جدًا '.repeat(40) }
    const hundred = [{ day: '2024-06-18', cards: Array.from({ length: 100 }, () => long) }]
    const parts = digestParts(ar, { ...plain, days: hundred, omitted: 0, length: 'short' })
    expect(parts.length).toBeGreaterThan(5)
    for (const part of parts) expectSendable(part)
  })

  test('with nothing new says so', () => {
    expect(visibleText(nothingNew(ar))).toBe('لا تقارير جديدة الآن.')
  })
})
