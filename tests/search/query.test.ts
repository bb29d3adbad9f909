import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stemsOf } from '../../src/arabic/stems.ts'
import { asksFor, planSearch } from '../../src/search/query.ts'
import type { QueryWord, SearchPlan } from '../../src/search/search-index.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createSpellings } from '../../src/story/spellings.ts'

const TODAY = '2024-12-26'
const PUBLISHERS = ['وكالة يونهاب للأنباء', 'سكاي نيوز عربية', 'CNN', 'القاهرة الإخبارية', 'ناشر غير مسمى']
const seeded = createSpellings(readSeeds().story.entities)
const alone = (asked: readonly QueryWord[]) => asked.map(({ stem }) => ({ anyOf: [[stem]] }))
const bare = (text: string): SearchPlan =>
  planSearch(text, { spellingsOf: alone, publishers: PUBLISHERS, today: TODAY })
const plan = (text: string): SearchPlan =>
  planSearch(text, { spellingsOf: seeded.of, publishers: PUBLISHERS, today: TODAY })
/** The plan of words that name nothing, as phrases. */
const plain = (text: string): string[] => bare(text).terms.map(({ anyOf }) => String(anyOf))
const EMPTY = { terms: [], words: [], must: [], without: [], since: null, until: null, sources: null }

describe('the plan of a search', () => {
  test('holds the stems of the words, in their order', () => {
    expect(plain('المعاهداتُ والصواريخ KN-23')).toEqual(stemsOf('معاهدة صاروخ kn 23'))
  })

  test('holds the words as they are folded, without those that say nothing', () => {
    const folded = (text: string) => plan(text).words.map((word) => word.folded)
    expect(folded('ماذا قال الوزيرُ عن المعاهدة')).toEqual(['قال', 'الوزير', 'المعاهده'])
    expect(folded('"Putin" والقمة')).toEqual(['putin', 'والقمه'])
  })

  test('is the same for every spelling of a name', () => {
    const one = plan('صورة كيم جونغ')
    for (const text of ['صورة كيم جونج', 'صورة Kim Jong', 'صورة کیم جُونغ']) {
      const { terms, words } = plan(text)
      expect(words).toEqual(one.words)
      expect(terms.map(({ anyOf }) => anyOf.map(String).sort())).toEqual(
        one.terms.map(({ anyOf }) => anyOf.map(String).sort()),
      )
    }
    expect(one.words).toEqual([{ folded: 'صوره', stem: 'صور' }])
  })

  test('leaves words out that say nothing', () => {
    expect(plain('ماذا قال الوزير عن المعاهدة في موسكو')).toEqual(stemsOf('قال الوزير المعاهدة موسكو'))
    expect(plain('the treaty of Moscow')).toEqual(['treaty', 'moscow'])
  })

  test('keeps them where nothing else was asked for', () => {
    expect(plain('من هو')).toEqual(stemsOf('من هو'))
    expect(bare('من هو').words).toHaveLength(2)
    expect(plain('من هو من:2024')).toEqual([])
  })

  test('keeps them inside a name', () => {
    const { terms } = plan("the People's Republic of China")
    expect(terms).toHaveLength(1)
    expect(terms[0]?.anyOf).toContainEqual(stemsOf('الصين'))
  })

  test.each(['', '   ', '!؟…«»', '😀', '\u064b\u0651', 'ــــ', 'ء', '\u200f\u202e', '""', '-', '- -', '-""'])(
    'is empty for %j',
    (text) => {
      expect(bare(text)).toEqual(EMPTY)
      expect(plan(text)).toEqual(EMPTY)
      expect(asksFor(plan(text))).toBe(false)
    },
  )

  test('of a very long text is short', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `كلمة${index} اسم${index}`).join(' ')
    expect(bare(many).terms).toHaveLength(12)
    expect(bare(many).words).toHaveLength(12)
    const forms = Array.from({ length: 500 }, (_, index) => [String(index)])
    const know = { spellingsOf: () => [{ anyOf: forms }], publishers: [], today: TODAY }
    expect(planSearch('كلمة', know).terms[0]?.anyOf).toHaveLength(32)
    expect(planSearch('-كلمة', know).without[0]?.anyOf).toHaveLength(32)
  })

  test('counts twelve words in all, those marked off on purpose first', () => {
    const { terms, must, without, words } = bare(
      `${'كلمة '.repeat(20)} "وزارة الدفاع" -صاروخ -قمر -${'طويلة-'.repeat(30)}`,
    )
    const tokens = [...must.flat(), ...without.flatMap(({ anyOf }) => anyOf.flat())]
    expect(must).toEqual([stemsOf('وزارة الدفاع')])
    expect(tokens).toHaveLength(12)
    expect(terms).toHaveLength(1)
    expect(words).toHaveLength(2)
  })

  test('leaves no spelling of the real story out', () => {
    for (const { forms } of readSeeds().story.entities) {
      const all = Object.values(forms).flat()
      const [term] = plan(all[0] ?? '').terms
      for (const form of all) expect(term?.anyOf, form).toContainEqual(stemsOf(form))
    }
  })
})

describe('a phrase', () => {
  test.each(['"وزارة الدفاع"', '“وزارة الدفاع”', '«وزارة الدفاع»', '”وزارة الدفاع“', '„وزارة الدفاع“'])(
    '%s must stand as it is',
    (text) => {
      const { must, terms, words } = plan(`كوريا ${text} قمة`)
      const phrase = stemsOf('وزارة الدفاع')
      expect(must).toEqual([phrase])
      expect(terms[1]).toEqual({ anyOf: [phrase] })
      expect(words.map(({ stem }) => stem)).toEqual(stemsOf('كوريا وزارة الدفاع قمة'))
    },
  )

  test('of one word or with words that say nothing is one as well', () => {
    expect(plan('"بوتين"')).toMatchObject({ must: [['بوت']], terms: [{ anyOf: [['بوت']] }] })
    expect(plan('"من هو"').must).toEqual([stemsOf('من هو')])
    expect(plan('"قمة في موسكو"').must).toEqual([stemsOf('قمة في موسكو')])
  })

  test('that is not closed is words', () => {
    expect(bare('"وزارة الدفاع')).toEqual(bare('وزارة الدفاع'))
    expect(bare('وزارة" الدفاع')).toEqual(bare('وزارة الدفاع'))
    expect(bare('«وزارة الدفاع"')).toEqual(bare('وزارة الدفاع'))
  })
})

describe('what is excluded', () => {
  test.each(['-', '−', '–'])('stands behind a %s, in all its spellings', (sign) => {
    const { terms, without } = plan(`قمة ${sign}جونج`)
    expect(terms).toHaveLength(1)
    expect(without).toHaveLength(1)
    expect(without[0]?.anyOf).toEqual(expect.arrayContaining([['جونج'], ['جونغ'], ['jong']]))
  })

  test('may be a phrase, or a word of several parts', () => {
    expect(bare('قمة -"وزارة الدفاع"').without).toEqual([{ anyOf: [stemsOf('وزارة الدفاع')] }])
    expect(bare('قمة -KN-23').without).toEqual([{ anyOf: [['kn', '23']] }])
    expect(plan('قمة -"كيم جونج أون"').without[0]?.anyOf).toContainEqual(stemsOf('Kim Jong Un'))
  })

  test('may be all that is asked for', () => {
    expect(bare('-قمة')).toEqual({ ...EMPTY, without: [{ anyOf: [stemsOf('قمة')] }] })
    expect(asksFor(bare('-قمة'))).toBe(true)
  })

  test.each(['جونغ-أون', 'قمة - موسكو', 'قمة- موسكو', 'قمة --موسكو', 'قمة -', '- قمة', 'قمة-"موسكو'])(
    'is nothing in %s',
    (text) => {
      expect(bare(text).without).toEqual([])
    },
  )

  test('is hidden by no invisible sign', () => {
    expect(bare('قمة \u200f-\u200fصاروخ')).toEqual(bare('قمة -صاروخ'))
  })
})

describe('a period', () => {
  test.each([
    ['من:2024-06 إلى:2024-09', '2024-06-01', '2024-09-30'],
    ['since:2024-02 until:2024-02', '2024-02-01', '2024-02-29'],
    ['Since:2023 UNTIL:2023', '2023-01-01', '2023-12-31'],
    ['من:٢٠٢٤-٠٦ الى:۲۰۲۴-۰۹', '2024-06-01', '2024-09-30'],
    ['من:يونيو-2024', '2024-06-01', null],
    ['من: 5 يونيو 2024 قمة', '2024-06-05', null],
    ['إلى:06/2024', null, '2024-06-30'],
    ['إلى:"19 يونيو 2024"', null, '2024-06-19'],
    ['من:19/6/2024،', '2024-06-19', null],
    ['من:أمس إلى:اليوم', '2024-12-25', '2024-12-26'],
    ['من:2024-09 إلى:2024-06', '2024-06-01', '2024-09-30'],
    ['من:2020 من:2024', '2024-01-01', null],
    ['(من:2024)', '2024-01-01', null],
  ])('%s is %s to %s', (text, since, until) => {
    expect(plan(text)).toMatchObject({ since, until })
    expect(plan(`معاهدة ${text}`).terms[0]).toEqual(plan('معاهدة').terms[0])
  })

  test('alone asks for all that was filed in it', () => {
    expect(plan('من:2024-06 إلى:2024-06')).toEqual({ ...EMPTY, since: '2024-06-01', until: '2024-06-30' })
    expect(asksFor(plan('من:2024'))).toBe(true)
  })

  test.each([
    'من:',
    'من: موسكو',
    'من:2024-13',
    'since:yesterweek',
    'إلى:31/6/2024',
    'من:1',
    'قال:2024',
    'ثمن:2024',
  ])('is not %s, which is words', (text) => {
    expect(plan(text)).toMatchObject({ since: null, until: null })
    expect(bare(text)).toEqual(bare(text.replace(':', ' ')))
  })
})

describe('a source', () => {
  test.each([
    ['مصدر:يونهاب', 'وكالة يونهاب للأنباء'],
    ['المصدر: يونهاب', 'وكالة يونهاب للأنباء'],
    ['source:Yonhap', 'وكالة يونهاب للأنباء'],
    ['source:cnn', 'CNN'],
    ['مصدر:"سي إن إن"', 'CNN'],
    ['مصدر:«سكاي نيوز عربية»', 'سكاي نيوز عربية'],
    ['SOURCE:"Sky News Arabia"', 'سكاي نيوز عربية'],
    ['مصدر:القاهره', 'القاهرة الإخبارية'],
    ['مصدر:بالقاهرة', 'القاهرة الإخبارية'],
  ])('%s is %s', (text, source) => {
    expect(plan(text)).toEqual({ ...EMPTY, sources: [source] })
    expect(plan(`معاهدة ${text}`)).toMatchObject({ sources: [source], terms: plan('معاهدة').terms })
  })

  test('may be one of several', () => {
    expect(plan('مصدر:CNN مصدر:يونهاب').sources).toEqual(['CNN', 'وكالة يونهاب للأنباء'])
  })

  test('that nobody knows is words', () => {
    expect(bare('قمة مصدر:مجهول')).toEqual(bare('قمة مصدر مجهول'))
    expect(bare('مصدر:"وزارة الدفاع"')).toEqual(bare('مصدر وزارة الدفاع'))
    expect(bare('source:')).toEqual(bare('source'))
  })
})

describe('whatever is typed', () => {
  const SIGNS = [...'"“”«»*-−–\':(){}^\0\n \u200f\u202e\u0651ـ', '\ud800']
  const WORDS = [
    'NEAR(',
    'AND',
    'OR',
    'قمة',
    'كيم جونغ',
    'من:',
    'إلى:',
    'since:',
    '2024-06',
    'مصدر:',
    'source:',
  ]
  const PIECES = SIGNS.concat(WORDS, ['CNN', '٢٠٢٤', 'أمس', 'في', 'x'.repeat(500)])
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  )

  test('a plan is made, and holds nothing but letters, digits and points', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const { terms, words, must, without, since, until, sources } = plan(typed)
        const phrases = [...must, ...[...terms, ...without].flatMap(({ anyOf }) => anyOf)]
        for (const { anyOf } of [...terms, ...without]) expect(anyOf.length).toBeGreaterThan(0)
        for (const phrase of phrases) {
          expect(phrase.length).toBeGreaterThan(0)
          for (const stem of phrase) expect(stem).toMatch(/^[\p{L}\p{N}\p{M}.]+$/u)
        }
        for (const { folded, stem } of words) expect(folded + stem).toMatch(/^[\p{L}\p{N}\p{M}.]+$/u)
        expect(words.length).toBeLessThanOrEqual(12)
        expect(terms.length).toBeLessThanOrEqual(12)
        for (const day of [since, until]) if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
        for (const source of sources ?? []) expect(PUBLISHERS).toContain(source)
      }),
      { numRuns: 2000 },
    )
  })

  test('it is planned quickly', () => {
    for (const unit of [
      '"',
      '«',
      '-a ',
      'من:1 ',
      'مصدر:ا ',
      '-"',
      'من:',
      'a:',
      '“a',
      'ك',
      ': ',
      'من:5 يونيو 2024 ',
    ]) {
      plan(unit.repeat(Math.ceil(100_000 / unit.length)))
    }
  })

  test('letters that are spelt in other ways make the same plan', () => {
    const queries = [
      'معاهدة الشراكة "وزارة الدفاع" -أسلحة من:2024-06 إلى:2024-09 مصدر:القاهرة',
      'كيم جونغ أون -"كوريا الجنوبية" المصدر:"وكالة يونهاب" since:2024 ٣٥٠ كيلومترا',
      'بوتين رئيس روسيا مصطفى إلى:يونيو-2024 مؤتمر',
    ]
    const OTHER_LETTERS = new Map(
      ['ةه', 'ىي', 'يی', 'كک', 'أا', 'إا', 'ئی', 'ؤو', 'اأ', 'نﻥ', '2٢', '0۰', '6٦', '5۵'].map(
        (pair) => [pair.charAt(0), pair.charAt(1)] as const,
      ),
    )
    const variant = (letter: string, number: number): string => {
      const other = OTHER_LETTERS.get(letter) ?? letter
      const marked = /\p{Script=Arabic}/u.test(letter) && /\p{L}/u.test(letter)
      const all = marked
        ? [letter, other, `${letter}\u064e`, `${letter}ـ`, `${letter}\u200e`]
        : [letter, other]
      return all[number % all.length] ?? letter
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...queries),
        fc.array(fc.nat(20), { minLength: 120, maxLength: 120 }),
        (query, numbers) => {
          const typed = [...query].map((letter, index) => variant(letter, numbers[index] ?? 0)).join('')
          const { words, ...rest } = plan(typed)
          const { words: wordsOfQuery, ...restOfQuery } = plan(query)
          expect(rest).toEqual(restOfQuery)
          expect(words).toEqual(wordsOfQuery)
        },
      ),
      { numRuns: 500 },
    )
  })
})
