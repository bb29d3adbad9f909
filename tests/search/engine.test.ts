import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import { createSearch } from '../../src/search/engine.ts'
import { type Knowledge, planSearch } from '../../src/search/query.ts'
import type { SearchOrder, SearchPlan } from '../../src/search/search-index.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { openDatabase } from '../../src/sqlite/database.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { createSpellings } from '../../src/story/spellings.ts'
import { addReports, openStore } from '../sqlite/store.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'

const spellings = createSpellings(readSeeds().story.entities)
const KNOW: Knowledge = {
  spellingsOf: (words) => spellings.of(words),
  publishers: ['صحيفة', 'وكالة النسيم', 'دار المدار'],
  today: '2026-11-22',
}
const NOTHING: SearchPlan = {
  terms: [],
  words: [],
  must: [],
  without: [],
  since: null,
  until: null,
  sources: null,
}
const FILLER = 'جملة تملأ المكان ولا تقول شيئا. '

interface Asked {
  readonly order?: SearchOrder
  readonly offset?: number
  readonly limit?: number
}

async function withReports(...reports: Partial<Report>[]) {
  const store = await openStore()
  await addReports(store, ...reports)
  const engine = createSearch(createSearchIndex(store.database))
  return {
    ...store,
    engine,
    add: (...more: Partial<Report>[]) => addReports(store, ...more),
    /** What is found for words as the bot plans them, and the ids in order. */
    async search(words: string, { order = 'relevance', offset = 0, limit = 10 }: Asked = {}) {
      const result = await engine.find(planSearch(words, KNOW), { order, offset, limit })
      return { ...result, ids: result.hits.map(({ articleId }) => articleId) }
    },
  }
}

describe('a search', () => {
  test('finds the articles that hold all the words, in any form', async () => {
    const { search } = await withReports(
      { title: 'معاهدة جديدة', body: 'وقع الطرفان معاهدة للدفاع.' },
      { title: 'أخبار الطقس', body: 'أمطار غزيرة.' },
      { title: 'مؤتمر', body: 'ناقشوا المعاهدات ولم يذكروا شيئا آخر.' },
    )
    expect(await search('المعاهدةُ')).toMatchObject({ total: 2, matched: 'all', ids: [1, 3] })
    expect(await search('معاهدة الدفاع')).toMatchObject({ total: 1, matched: 'all', ids: [1] })
  })

  test('gives what holds some of the words where nothing holds all, and says so', async () => {
    const { search } = await withReports(
      { title: 'معاهدة', body: 'نص عن الصواريخ.' },
      { title: 'طقس', body: 'أمطار.' },
    )
    expect(await search('صواريخ أمطار')).toMatchObject({ total: 2, matched: 'any' })
    expect(await search('أمطار زلازل')).toMatchObject({ total: 1, matched: 'any', ids: [2] })
    expect(await search('زلازل براكين')).toMatchObject({ total: 0, ids: [] })
    expect(await search('زلازل')).toMatchObject({ total: 0, matched: 'all', ids: [] })
  })

  test('puts a word in the title above the same word in the body, even where it comes three times', async () => {
    const { search } = await withReports(
      { title: 'أخبار', body: `قمر وقمر ثم قمر. ${FILLER.repeat(3)}` },
      { title: 'قمر', body: `كلام. ${FILLER.repeat(3)}` },
      { title: 'غير ذلك', body: FILLER.repeat(3) },
    )
    const { ids, hits } = await search('قمر')
    expect(ids).toEqual([2, 1])
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0)
  })

  test('puts the newer of two equals first, and pages without losing or repeating any', async () => {
    const { search } = await withReports(
      ...Array.from({ length: 7 }, (_, index) => ({ title: 'قمة', body: `رقم ${index + 100}.` })),
    )
    expect((await search('قمة')).ids).toEqual([7, 6, 5, 4, 3, 2, 1])
    for (const order of ['relevance', 'newest'] as const) {
      const pages = [0, 3, 6, 9].map((offset) => search('قمة', { order, offset, limit: 3 }))
      const found = await Promise.all(pages)
      expect(found.flatMap(({ ids }) => ids)).toEqual([7, 6, 5, 4, 3, 2, 1])
      expect(found.map(({ total }) => total)).toEqual([7, 7, 7, 7])
    }
  })

  test('counts to two hundred, and every one of them can be reached', async () => {
    const { search } = await withReports(
      ...Array.from({ length: 230 }, (_, index) => ({ title: 'قمة', body: `رقم ${index + 1000}.` })),
    )
    for (const order of ['relevance', 'newest'] as const) {
      const { total, ids } = await search('قمة', { order, limit: 300 })
      expect(total).toBe(200)
      expect(new Set(ids).size).toBeGreaterThanOrEqual(200)
    }
    expect(await search('قمة', { offset: 195, limit: 5 })).toMatchObject({ total: 200 })
    expect((await search('قمة', { offset: 195, limit: 5 })).ids).toHaveLength(5)
  })

  test('says what each hit owes its place to; the reasons add up', async () => {
    const { search } = await withReports(
      { title: 'قمة المعاهدة', body: 'وقعوا المعاهدة في القمة.' },
      { title: 'خبر', body: 'لا قمة اليوم. والمعاهدة غدا.' },
    )
    const { hits } = await search('قمة المعاهدة')
    expect(hits).toHaveLength(2)
    for (const { score, reasons } of hits) {
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score)
    }
    expect(hits[0]?.reasons.map(({ what }) => what)).toContain('title')
    expect(hits[1]?.reasons.map(({ what }) => what)).not.toContain('title')
  })

  test.each([
    ['كيم جونج', 'كيم جونغ أون'],
    ['كيم جونغ', 'كيم جونج أون'],
    ['کیم جونغ', 'كيم جونج أون'],
    ['Kim Jong', 'كيم جونغ أون'],
    ['جونق', 'كيم جونغ-أون'],
    ['Putin', 'بوتين'],
    ['Путин', 'فلاديمير بوتين'],
    ['بوتين', 'Vladimir Putin'],
    ['بيونج يانج', 'بيونغ يانغ'],
    ['بيونغ يانغ', 'بيونجيانج'],
    ['Pyongyang', 'بيونج يانج'],
    ['فوستوشني', 'قاعدة فوستوتشني الفضائية'],
    ['فوستوتشني', 'فوستوشني'],
    ['Vostochny Cosmodrome', 'فوستوشني'],
    ['DPRK', 'كوريا الشمالية'],
    ['كوريا الشمالية', 'КНДР'],
    ["Democratic People's Republic of Korea", 'كوريا الشمالية'],
    ["People's Republic of China", 'الصين'],
    ['Война на Украине', 'الحرب في أوكرانيا'],
    ['المعاهدات', 'معاهدة'],
    ['صاروخ', 'الصواريخ'],
  ])('of %s finds a report about %s', async (words, name) => {
    const { search } = await withReports(
      { title: 'خبر', body: `ورد في التقرير اسم ${name} أمس.` },
      { title: 'خبر آخر', body: 'لا اسم هنا ولا مكان.' },
    )
    expect(await search(words)).toMatchObject({ matched: 'all', ids: [1] })
  })

  test.each([
    ['عقوبات', 'لعقوبات'],
    ['عقوبة', 'لعقوبات'],
    ['لعقوبات', 'العقوبات'],
    ['لافروف', 'بلافروف'],
    ['ولافروف', 'لافروف'],
    ['كيم جونغ أون', 'لكيم جونغ أون'],
  ])('of %s finds a report with %s, particles or not', async (words, form) => {
    const { search } = await withReports(
      { title: 'خبر', body: `وقال إنه ${form} أمس.` },
      { title: 'خبر آخر', body: 'لا شيء من ذلك هنا.' },
    )
    expect(await search(words)).toMatchObject({ ids: [1], widened: [] })
  })

  test.each([
    ['وزارة', 'زارها'],
    ['بطاقة', 'الطاقة'],
  ])('of %s, which many reports have, does not find %s, which only lacks a letter', async (words, other) => {
    const { search } = await withReports(
      ...Array.from({ length: 5 }, (_, index) => ({ title: words, body: `رقم ${index}.` })),
      { title: 'خبر', body: `وقال إنه ${other} أمس.` },
    )
    expect((await search(words)).ids).toEqual([5, 4, 3, 2, 1])
  })

  test('of two words that are neighbours in a name does not find them apart', async () => {
    const { search } = await withReports({ title: 'خبر', body: 'كوريا الجنوبية في المنطقة الشمالية.' })
    expect((await search('كوريا الشمالية')).ids).toEqual([])
  })

  test('of an article as long as articles may be is no different', async () => {
    const { search } = await withReports(
      { title: 'طويل', body: `${FILLER.repeat(3000)}وفي آخره المعاهدة.` },
      { title: 'قصير', body: 'المعاهدة.' },
    )
    expect((await search('معاهدة')).ids).toEqual([2, 1])
    expect((await search('معاهدة مكان')).ids).toEqual([1])
  })
})

describe('an unknown word', () => {
  test('is looked for by the near ones that the reports have, and the result says which', async () => {
    const { search } = await withReports(
      { title: 'إطلاق صاروخ', body: 'أطلقوا صاروخا.' },
      { title: 'خبر', body: 'كلام آخر.' },
    )
    const { ids, total, matched, widened } = await search('صاروح')
    expect({ ids, total, matched }).toEqual({ ids: [1], total: 1, matched: 'all' })
    expect(widened).toEqual([{ word: 'صاروح', to: ['صاروخ', 'صاروخا'] }])
  })

  test('among known ones is the only one that is widened', async () => {
    const { search } = await withReports(
      { title: 'معاهدة الدفاع', body: 'نص.' },
      { title: 'معاهدة الحدود', body: 'نص آخر.' },
    )
    const { ids, widened } = await search('معاهدة الدفااع')
    expect(ids).toEqual([1])
    expect(widened.map(({ word }) => word)).toEqual(['الدفااع'])
  })

  test('that nothing is near to stays unknown', async () => {
    const { search } = await withReports({ title: 'معاهدة', body: 'نص.' })
    expect(await search('براكين')).toMatchObject({ total: 0, widened: [] })
    expect(await search('2027')).toMatchObject({ total: 0, widened: [] })
  })

  test('never stands for another year', async () => {
    const { search } = await withReports({ title: 'قمة 2024', body: 'انعقدت القمة عام 2024.' })
    expect(await search('2023')).toMatchObject({ total: 0, widened: [] })
  })

  test('is known as soon as it stands in a report', async () => {
    const { search, add } = await withReports({ title: 'صاروخ', body: 'نص.' })
    expect((await search('صاروخا')).ids).toEqual([1])
    expect((await search('زلزال')).ids).toEqual([])
    await add({ title: 'زلزال', body: 'هزة أرضية.' })
    expect(await search('زلزال')).toMatchObject({ ids: [2], widened: [] })
  })

  test('by its sound, a rare one also finds the frequent spelling', async () => {
    const { search } = await withReports(
      { title: 'زيارة جرونوفيتش', body: 'نص أول.' },
      { title: 'كلمة غرونوفيتش', body: 'نص ثان.' },
      { title: 'خبر', body: 'نص ثالث.' },
    )
    const { ids, widened } = await search('جرونوفيتش')
    expect(ids).toEqual([1, 2])
    expect(widened).toEqual([])
  })
})

describe('what an article must or must not have', () => {
  const REPORTS: Partial<Report>[] = [
    { title: 'قطار', body: 'وصل قطار الزعيم.', publisher: 'دار المدار', eventOn: '2024-05-31' },
    { title: 'قطار الشحن', body: 'وصلت قطارات محملة بالفحم.', agency: 'وكالة النسيم', eventOn: '2024-06-01' },
    { title: 'سفينة', body: 'رست سفينة محملة بالفحم في الميناء.', eventOn: '2024-06-30' },
    { title: 'قطارات', body: 'الزعيم لم يصل. قطار آخر غدا.', publisher: 'دار المدار', eventOn: '2024-07-01' },
  ]

  test.each([
    ['قطار -فحم', [4, 1]],
    ['قطار -زعيم', [2]],
    ['فحم -قطار -سفن', []],
    ['"قطار الزعيم"', [1]],
    ['"الزعيم القطار"', []],
    ['"قطار الزعيم" -دفاع', [1]],
    ['قطار من:2024-06', [4, 2]],
    ['قطار إلى:2024-06', [2, 1]],
    ['قطار since:2024-06-01 until:2024-06-30', [2]],
    ['قطار مصدر:المدار', [4, 1]],
    ['source:النسيم', [2]],
    ['مصدر:المدار مصدر:النسيم', [4, 2, 1]],
    ['من:2024-06 إلى:2024-06', [3, 2]],
    ['من:2024-06 -قطار', [3]],
    ['مصدر:المدار -قطار', []],
    ['-قطار', [3]],
    ['-قطار -سفينة', []],
    ['من:2025', []],
  ])('%s', async (words, wanted) => {
    const { search } = await withReports(...REPORTS)
    const newest = await search(words, { order: 'newest' })
    expect(newest.ids).toEqual(wanted)
    expect(newest.total).toBe(wanted.length)
    const best = await search(words)
    expect(best.ids.toSorted()).toEqual(wanted.toSorted())
    expect(best.total).toBe(wanted.length)
  })

  test('holds where only some of the words are found, too', async () => {
    const { search } = await withReports(...REPORTS)
    expect(await search('قطار زلازل -فحم')).toMatchObject({ matched: 'any', ids: [1, 4] })
    expect(await search('سفينة زعيم من:2024-06 إلى:2024-06')).toMatchObject({ matched: 'any', ids: [3] })
    expect(await search('زلازل براكين "قطار الزعيم"')).toMatchObject({ ids: [1] })
  })
})

describe('the newest first', () => {
  test('go by their day, those of unknown day last, whatever came in first', async () => {
    const { search } = await withReports(
      { title: 'قمة', eventOn: '2024-06-19' },
      { title: 'قمة' },
      { title: 'قمة', eventOn: '2025-01-01' },
      { title: 'قمة', publishedAt: { value: '2024-12-26T10:00', precision: 'minute' } },
    )
    expect((await search('قمة', { order: 'newest' })).ids).toEqual([3, 4, 1, 2])
    expect((await search('قمة', { order: 'newest', offset: 1, limit: 2 })).ids).toEqual([4, 1])
  })

  test('are the order of everything that was asked for without words', async () => {
    const { search } = await withReports(
      ...Array.from({ length: 230 }, (_, index) => ({
        body: `رقم ${index}.`,
        eventOn: `${2024 - (index % 20)}-06-01`,
      })),
    )
    const { total, ids } = await search('مصدر:صحيفة', { limit: 12 })
    expect(total).toBe(200)
    expect(ids).toEqual([221, 201, 181, 161, 141, 121, 101, 81, 61, 41, 21, 1])
  })
})

describe('nothing asked for', () => {
  test('is nothing found', async () => {
    const { engine, search } = await withReports({ title: 'قمة', body: 'نص.' })
    for (const order of ['relevance', 'newest'] as const) {
      expect(await engine.find(NOTHING, { order, offset: 0, limit: 5 })).toEqual({
        total: 0,
        matched: 'all',
        hits: [],
        widened: [],
      })
    }
    expect((await search(' !؟ ')).total).toBe(0)
  })

  test('in an empty store is nothing found either', async () => {
    const { search } = await withReports()
    for (const words of ['قمة', 'قمة زلزال', '-قمة', 'من:2024', '"قمة بوتين"']) {
      expect(await search(words)).toMatchObject({ total: 0, ids: [] })
    }
  })

  test('is what a plan with holes in it asks for', async () => {
    const { engine } = await withReports({ title: 'قمة', body: 'خبر.' })
    const plans: SearchPlan[] = [
      NOTHING,
      { ...NOTHING, terms: [{ anyOf: [] }] },
      { ...NOTHING, terms: [{ anyOf: [[]] }, { anyOf: [['قمه'], []] }] },
      { ...NOTHING, terms: [{ anyOf: [['"']] }, { anyOf: [['") OR ("قمه']] }] },
      { ...NOTHING, terms: [{ anyOf: [] }], must: [[]], without: [{ anyOf: [[]] }] },
      { ...NOTHING, terms: [{ anyOf: [['قمه']] }], must: [[]], without: [{ anyOf: [] }, { anyOf: [['']] }] },
    ]
    const totals = await Promise.all(
      plans.map(async (plan) => (await engine.find(plan, { order: 'relevance', offset: 0, limit: 5 })).total),
    )
    expect(totals).toEqual([0, 0, 1, 0, 0, 1])
  })
})

describe('what other processes store', () => {
  test('is found at the next question, with its words', async () => {
    const path = `${tempFolder()}/store.db`
    const store = await openStore(path)
    await addReports(store, { title: 'قمة', body: 'نص.' })
    const reading = await openDatabase(path)
    try {
      const engine = createSearch(createSearchIndex(reading))
      const ask = async (words: string) => {
        const result = await engine.find(planSearch(words, KNOW), { order: 'relevance', offset: 0, limit: 5 })
        return { ids: result.hits.map(({ articleId }) => articleId), widened: result.widened }
      }
      expect(await ask('صاروح')).toEqual({ ids: [], widened: [] })
      await addReports(store, { title: 'قمة أخرى', body: 'صاروخ.' })
      expect(await ask('صاروح')).toEqual({ ids: [2], widened: [{ word: 'صاروح', to: ['صاروخ'] }] })
      expect((await ask('قمة')).ids.toSorted()).toEqual([1, 2])
    } finally {
      reading.close()
    }
  })

  test('many questions at once learn from one reading', async () => {
    const { search } = await withReports({ title: 'قمة', body: 'نص.' }, { title: 'قمة', body: 'آخر.' })
    const found = await Promise.all(Array.from({ length: 20 }, () => search('قمة')))
    expect(new Set(found.map(({ hits }) => JSON.stringify(hits))).size).toBe(1)
  })
})

describe('every way to write the letters of a query', () => {
  const MARKS = ['\u064e', '\u0651', '\u0650', '\u0652', '\u064b', '\u0640', '\u0640\u0640']
  const INVISIBLE = ['\u200c', '\u200d', '\u200f', '\u2067', '\ufeff', '\u00ad']
  const LETTERS: Readonly<Record<string, string>> = {
    ا: 'اأإآٱ',
    أ: 'اأإآٱ',
    إ: 'اأإآٱ',
    آ: 'اأإآٱ',
    ة: 'ةهہۃ',
    ه: 'هةہ',
    ي: 'يىیئ',
    ى: 'ىيی',
    ئ: 'ئيى',
    ؤ: 'ؤو',
    و: 'وؤ',
    ك: 'كکڪ',
    ن: 'نں',
    '2': '2٢۲２',
    '0': '0٠۰',
    '4': '4٤۴',
    '1': '1١۱',
    '9': '9٩۹',
    '6': '6٦۶',
  }
  const QUERIES = [
    'معاهدة الشراكة الإستراتيجية',
    'كيم جونغ أون في روسيا',
    'قذائف المدفعية',
    'خسائر كورسك 2024',
    'معاهدة 1961',
    'رؤساء آسيا إلى موسكو',
    '"كوريا الشمالية" -قمة',
    'زيارة بوتين من:2024-06 إلى:2024-09',
    'القمر الصناعى',
  ]

  /** The same query, each letter in one of its spellings, marks between them. */
  const respelled = (query: string) =>
    fc
      .array(fc.record({ letter: fc.nat(4), mark: fc.nat(30) }), {
        minLength: query.length,
        maxLength: query.length,
      })
      .map((choices) =>
        [...query]
          .map((letter, index) => {
            const { letter: which, mark } = choices[index] ?? { letter: 0, mark: 99 }
            const ways = [...(LETTERS[letter] ?? letter)]
            const seen = query.includes(':') ? MARKS : [...MARKS, ...INVISIBLE]
            const behind = /\p{Script=Arabic}/u.test(letter) ? (seen[mark] ?? '') : ''
            return (ways[which % ways.length] ?? letter) + behind
          })
          .join(''),
      )

  test('finds the same articles in the same order', async () => {
    const seeds = readSeeds().reports
    const { search } = await withReports(...seeds)
    for (const query of QUERIES) {
      const { ids, total } = await search(query)
      expect(ids.length, query).toBeGreaterThan(0)
      await fc.assert(
        fc.asyncProperty(respelled(query), async (spelled) => {
          expect(await search(spelled)).toMatchObject({ ids, total })
        }),
        { numRuns: 60 },
      )
    }
  })
})

describe('nothing that is typed breaks the search', () => {
  const HOSTILE = [
    '',
    ' \n\t ',
    '"',
    '""',
    '"قمة',
    "'",
    '*',
    'قمة*',
    'AND',
    'OR NOT',
    'قمة AND',
    'NOT قمة',
    'NEAR(',
    'NEAR("قمة" "خبر", 5)',
    '^قمة',
    'title:قمة',
    '{title body}: قمة',
    '(قمة',
    'قمة)',
    'قمة + + خبر',
    '-قمة',
    '-"',
    '- - -',
    'من: إلى: مصدر:',
    'من:9999999999 إلى:٠٠',
    'مصدر:""',
    'a\0b',
    '\0',
    '\ud800',
    '\u064b\u064c\u064d\u0651',
    'ـــــ',
    'ء',
    '😀👩‍👩‍👧‍👦🇰🇵',
    '\u202e\u2066\u200f',
    '%_\\',
    "'; DROP TABLE articles; --",
    '٪ ٢٠٢٤ 3.5 1,000',
    'ك'.repeat(4000),
    'كلمة '.repeat(800),
    Array.from({ length: 900 }, (_, index) => `w${index}`).join(' '),
    'كيم جونغ أون '.repeat(300),
    'NEAR('.repeat(800),
    '"'.repeat(4000),
    '('.repeat(4000),
    '-قمة '.repeat(800),
    '"قمة" '.repeat(800),
    'من:2024 '.repeat(500),
    '\u{10FFFF}\u0870\u{1E900}\u{11FB0}',
  ]

  test.each(HOSTILE)('%j', async (words) => {
    const { search } = await withReports({ title: 'قمة', body: 'خبر عن قمة وكيم جونغ أون.' })
    for (const order of ['relevance', 'newest'] as const) {
      const { total, ids } = await search(words, { order })
      expect(ids.length).toBe(total)
    }
  })

  test('not any of thousands of texts, with operators in them or without', async () => {
    const { search } = await withReports(
      { title: 'قمة', body: 'خبر عن قمة بوتين.' },
      { title: 'خبر', body: 'صواريخ 2024 و"معاهدة".', eventOn: '2024-06-01' },
    )
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '«',
        '»',
        '*',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        ')',
        '(',
        '+',
        '^',
        ':',
        '{',
        '}',
        '-',
        '\0',
        "'",
      ),
      fc.constantFrom(
        'قمة',
        'بوتين',
        'Kim Jong',
        'كوريا الشمالية',
        'в',
        '2024',
        '😀',
        '\u0650',
        'صاروح',
        'لقمة',
      ),
      fc.constantFrom(
        'من:',
        'إلى:2024',
        'since:2024-06',
        'until:',
        'مصدر:',
        'source:صحيفة',
        'من:أمس',
        '-"',
        ':من',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'ءاأبتةىيقم ـ\u064b\u200f٣۴5-"\':'), maxLength: 12 }),
    )
    const text = fc
      .array(piece, { maxLength: 30 })
      .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom<SearchOrder>('relevance', 'newest'), async (words, order) => {
        const { total, ids } = await search(words, { order })
        expect(ids.length).toBe(total)
        expect(new Set(ids).size).toBe(total)
      }),
      { numRuns: 5000 },
    )
  })
})

test('the words of an article that is not there any more are not found', async () => {
  const { database, search } = await withReports(
    { title: 'قمة', body: 'خبر.' },
    { title: 'قمة', body: 'آخر.' },
  )
  database.exec(`DELETE FROM article_search WHERE rowid = 1;
    DELETE FROM article_words WHERE article_id = 1;
    DELETE FROM articles WHERE id = 1`)
  expect((await search('قمة')).ids).toEqual([2])
})
