import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/articles/article.ts'
import { planSearch } from '../../src/search/query.ts'
import type { SearchPlan } from '../../src/search/search-index.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createSearchIndex } from '../../src/sqlite/search.ts'
import { createSpellings } from '../../src/story/spellings.ts'
import { addReports, openStore } from './store.ts'

const { story } = readSeeds()
const spellings = createSpellings(story.entities)
const PAGE = { offset: 0, limit: 10 }

async function withReports(...reports: Partial<Report>[]) {
  const store = await openStore()
  await addReports(store, ...reports)
  const index = createSearchIndex(store.database)
  return {
    ...store,
    index,
    /** What is found, and the ids in order. */
    async search(words: string, page = PAGE) {
      const { total, matched, hits } = await index.find(planSearch(words, spellings.of), page)
      return { total, matched, ids: hits.map(({ articleId }) => articleId), hits }
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
    expect(await search('زلازل براكين')).toMatchObject({ total: 0, matched: 'any', ids: [] })
    expect(await search('زلازل')).toMatchObject({ total: 0, matched: 'all', ids: [] })
  })

  test('puts a word in the title above the same word in the body, even where it comes three times', async () => {
    const filler = 'جملة تملأ المكان ولا تقول شيئا. '.repeat(3)
    const { search } = await withReports(
      { title: 'أخبار', body: `قمر وقمر ثم قمر. ${filler}` },
      { title: 'قمر', body: `كلام. ${filler}` },
      { title: 'غير ذلك', body: filler },
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
    const pages = [0, 3, 6, 9].map((offset) => search('قمة', { offset, limit: 3 }))
    const found = await Promise.all(pages)
    expect(found.flatMap(({ ids }) => ids)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(found.map(({ total }) => total)).toEqual([7, 7, 7, 7])
  })

  test.each([
    ['كيم جونج', 'كيم جونغ أون'],
    ['كيم جونغ', 'كيم جونج أون'],
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
  ])('of %s finds a report about %s', async (words, name) => {
    const { search } = await withReports(
      { title: 'خبر', body: `ورد في التقرير اسم ${name} أمس.` },
      { title: 'خبر آخر', body: 'لا اسم هنا ولا مكان.' },
    )
    expect(await search(words)).toMatchObject({ matched: 'all', ids: [1] })
  })

  test('of two words that are neighbours in a name does not find them apart', async () => {
    const { search } = await withReports({ title: 'خبر', body: 'كوريا الجنوبية في المنطقة الشمالية.' })
    expect((await search('كوريا الشمالية')).ids).toEqual([])
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
    '\u{10FFFF}\u0870\u{1E900}\u{11FB0}',
  ]

  test.each(HOSTILE)('%j', async (words) => {
    const { search } = await withReports({ title: 'قمة', body: 'خبر عن قمة وكيم جونغ أون.' })
    const { total, ids } = await search(words)
    expect(ids.length).toBe(total)
  })

  test('not any text, with operators in it or without', async () => {
    const { search } = await withReports({ title: 'قمة', body: 'خبر عن قمة بوتين.' })
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
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
      fc.constantFrom('قمة', 'بوتين', 'Kim Jong', 'كوريا الشمالية', 'в', '2024', '😀', '\u0650'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    const text = fc
      .array(piece, { maxLength: 30 })
      .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')))
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const { total, ids } = await search(words)
        expect(ids.length).toBe(total)
      }),
      { numRuns: 500 },
    )
  })

  test('not a plan with holes in it', async () => {
    const { index } = await withReports({ title: 'قمة', body: 'خبر.' })
    const plans: SearchPlan[] = [
      { terms: [] },
      { terms: [{ anyOf: [] }] },
      { terms: [{ anyOf: [[]] }, { anyOf: [['قمه'], []] }] },
      { terms: [{ anyOf: [['"']] }, { anyOf: [['") OR ("قمه']] }] },
    ]
    const totals = await Promise.all(plans.map(async (plan) => (await index.find(plan, PAGE)).total))
    expect(totals).toEqual([0, 0, 1, 0])
  })
})

test('the words of an article that is not there any more are not found', async () => {
  const { database, search } = await withReports(
    { title: 'قمة', body: 'خبر.' },
    { title: 'قمة', body: 'آخر.' },
  )
  database.exec('DELETE FROM article_search WHERE rowid = 1; DELETE FROM articles WHERE id = 1')
  expect((await search('قمة')).ids).toEqual([2])
})
