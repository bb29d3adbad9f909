import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripDirection } from '../../src/arabic/direction.ts'
import { cleanMaterial, cleanPaste } from '../../src/articles/cleaning.ts'
import type { Draft } from '../../src/articles/draft.ts'
import { prepareReport, reportOf } from '../../src/articles/intake.ts'
import type { MaterialFacts } from '../../src/articles/material.ts'

const PARAGRAPH = 'وصل القطار إلى المحطة في وقت مبكر صباح اليوم، وعلى متنه وفد من المهندسين.'
const SECOND = 'وقال مدير المحطة إن الرحلة استغرقت أربعة أيام، وإن القطار يعود يوم الجمعة.'
const TITLE = 'قطار جديد يصل إلى محطة خاسان'

const clean = (text: string, facts: MaterialFacts = {}, restored: number[] = []): Draft[] =>
  cleanMaterial({ text, facts }, restored)
const only = (drafts: readonly Draft[]): Draft => {
  expect(drafts).toHaveLength(1)
  return drafts[0] as Draft
}

describe('What a page says of itself is believed before its text', () => {
  it('in every fact', () => {
    const facts: MaterialFacts = {
      title: 'وصول قطار المهندسين',
      publisher: 'بوابة الساحل',
      agency: 'تاس',
      author: 'سمر علي',
      url: 'https://sahel.example/a',
      publishedAt: { value: '2024-06-19', precision: 'day' },
      language: 'ar-EG',
      summary: ['وفد من المهندسين يصل بالقطار'],
    }
    const text = `${TITLE}\nبقلم: هادي نجار\nنشر في 2020-01-01 10:00:00\nالمصدر: رويترز\n\n${PARAGRAPH}\n${SECOND}`
    const { summary: publisherSummary, ...others } = facts
    expect(only(clean(text, facts))).toMatchObject({ ...others, language: 'ar', publisherSummary })
  })

  it('and what it does not say is taken from the text', () => {
    const draft = only(
      clean(`بقلم: هادي نجار\nنشر في 2020-01-01\n\n${PARAGRAPH}\n${SECOND}`, { title: TITLE }),
    )
    expect(draft).toMatchObject({ title: TITLE, author: 'هادي نجار', publishedAt: { value: '2020-01-01' } })
  })

  it('the headline in the text is the same one, or a repetition of it', () => {
    const same = only(clean(`${TITLE}\n\n${PARAGRAPH}\n${SECOND}`, { title: TITLE }))
    expect(same).toMatchObject({ title: TITLE, body: `${PARAGRAPH}\n\n${SECOND}`, cuts: [] })
    const told = only(clean(`قطار جديد في محطة خاسان الحدودية\n\n${PARAGRAPH}`, { title: TITLE }))
    expect(told.title).toBe(TITLE)
    expect(told.cuts).toEqual([
      { line: 1, text: 'قطار جديد في محطة خاسان الحدودية', reason: 'repeated-title' },
    ])
    const sited = only(clean(`${TITLE} | بوابة الساحل\n\n${PARAGRAPH}`, { title: TITLE }))
    expect([sited.body, sited.cuts[0]?.reason]).toEqual([PARAGRAPH, 'repeated-title'])
  })

  it('a line that says something else than the headline stays a sub-heading', () => {
    const draft = only(clean(`مهندسون من ثلاث مدن\n\n${PARAGRAPH}\n${SECOND}`, { title: TITLE }))
    expect(draft.body.startsWith('مهندسون من ثلاث مدن\n\n')).toBe(true)
  })

  it('an agency’s own page names no second agency', () => {
    const text = `${PARAGRAPH}\n\nالمصدر: رويترز`
    expect(only(clean(text, { publisher: 'Reuters' })).agency).toBeNull()
    expect(only(clean(text, { publisher: 'بوابة الساحل' })).agency).toBe('رويترز')
  })

  it('the host is the publisher where nothing else is known', () => {
    const url = 'https://www.sahel.example/a'
    expect(only(clean(PARAGRAPH, { url })).publisher).toBe('sahel.example')
    expect(only(clean(`الموقع: sahel.test\n${PARAGRAPH}`, { url })).publisher).toBe('sahel.test')
  })

  it.each([
    ['ar', 'en-US', PARAGRAPH],
    ['fa', 'fa_IR', PARAGRAPH],
    ['fr', 'fr', 'Le train est arrivé à la gare de Khassan tôt ce matin.'],
    ['en', 'ar', 'The train reached Khasan early in the morning.'],
    ['ar', 'not a tag', PARAGRAPH],
  ])('the language is %s where the page says %s', (language, said, text) => {
    expect(only(clean(text, { language: said })).language).toBe(language)
  })

  it('facts that no article may hold are left out', () => {
    const draft = only(
      clean(PARAGRAPH, {
        title: 'ن'.repeat(301),
        publisher: ' \u202e ',
        author: 'سطر\nثان',
        url: 'javascript:alert(1)',
        publishedAt: { value: '2024-02-31', precision: 'day' },
        summary: ['', 'ن'.repeat(2_000)],
      }),
    )
    expect(draft).toMatchObject({ title: null, publisher: null, author: 'سطر ثان', url: null })
    expect(draft).toMatchObject({ publishedAt: null, publisherSummary: [] })
  })

  it('of two reports, those of the one they name; the publisher is common', () => {
    const other = 'سفينة صيد تغادر ميناء ناخودكا'
    const text = [
      `${TITLE}\n2024-06-18\n${PARAGRAPH}\n${SECOND}\n(انتهى)`,
      `${other}\n2024-06-17\nغادرت سفينة صيد ميناء ناخودكا فجر الاثنين في رحلة إلى الشمال.\n${SECOND}`,
    ].join('\n')
    const facts = { title: other, publisher: 'بوابة الساحل', author: 'سمر علي' }
    const [first, second] = clean(text, facts)
    expect(first).toMatchObject({ title: TITLE, publisher: 'بوابة الساحل', author: null })
    expect(second).toMatchObject({ title: other, publisher: 'بوابة الساحل', author: 'سمر علي' })
  })

  it('a headline without a text is no report', () => {
    expect(clean('', { title: TITLE })).toEqual([])
    expect(clean('شارك', { title: TITLE })).toEqual([])
  })
})

describe('A line that was cut can come back', () => {
  const text = `${TITLE}\nشارك\n${PARAGRAPH}\nاقرأ أيضا: قصة بيت قديم\n${SECOND} (انتهى)`

  it('at its own place', () => {
    const draft = only(clean(text, {}, [4]))
    expect(draft.body).toBe(`${PARAGRAPH}\n\nاقرأ أيضا: قصة بيت قديم\n\n${SECOND}`)
    expect(draft.cuts.map(({ line }) => line)).toEqual([2, 5])
  })

  it('whole, where only a part of it was cut', () => {
    const [part] = only(clean(text)).cuts.filter(({ line }) => line === 5)
    expect(part).toEqual({ line: 5, text: '(انتهى)', reason: 'sign-off', part: true })
    expect(only(clean(text, {}, [5])).body.endsWith(`${SECOND} (انتهى)`)).toBe(true)
  })

  it('to the headline, where it was a part of it', () => {
    const sited = `${TITLE} | بوابة الساحل الإخبارية\n\n${PARAGRAPH}`
    expect(only(clean(sited)).title).toBe(TITLE)
    expect(only(clean(sited, {}, [1])).title).toBe(`${TITLE} | بوابة الساحل الإخبارية`)
  })

  it('and still tells what it told', () => {
    const credited = `${PARAGRAPH}\nالمصدر: رويترز`
    const draft = only(clean(credited, {}, [2]))
    expect([draft.agency, draft.cuts]).toEqual(['رويترز', []])
    expect(draft.body).toContain('المصدر: رويترز')
  })
})

const LINES = [
  PARAGRAPH,
  SECOND,
  'وسأل أحد الزوار: "متى يفتح القسم الثاني؟"، فجاءه الجواب بأن ذلك قريب.',
  'وأضاف المدير: "ننتظر أثاثا من الخارج، وقد يصل في الشهر المقبل.',
  'ثم نفتح القسم الأخير"، ولم يذكر يوما بعينه. (رويترز)',
  TITLE,
  `${TITLE} | بوابة الساحل الإخبارية`,
  'مهندسون من ثلاث مدن',
  'رئيس البلدية يصافح الزوار أمام المكتبة الجديدة في الميناء',
  'الموقع الرسمي | بوابة الساحل',
  'شارك',
  'اقرأ أيضا:',
  'اقرأ أيضا: قصة بيت قديم',
  'المصدر: رويترز',
  '(انتهى)',
  'كلمات دلالية: ميناء كتب',
  'بقلم: سمير نجار',
  'نشر في 2024-03-01 10:00:00',
  'https://example.org/a?b=1',
  'صورة: واجهة المبنى',
  'استمع إلى الملخص',
  '- نقطة من الملخص',
  'التعليقات',
  'سطر فيه .a b{c:d} شيفرة <br> ووسم&nbsp;وكلام.',
  '--------',
  'هذا المحتوى للمشتركين فقط',
]
const text = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n\n', '\r\n')), { maxLength: 25 })
  .map((lines) => lines.flat().join(''))
const facts = fc.record(
  {
    title: fc.constantFrom(TITLE, 'قطار جديد في محطة خاسان', 'عنوان آخر لا صلة له بالنص', 'x'),
    publisher: fc.constantFrom('بوابة الساحل', 'Reuters'),
    url: fc.constantFrom('https://sahel.example/a', 'tg://x'),
    language: fc.constantFrom('ar', 'en', '??'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<MaterialFacts>
const hostileFacts = fc.record(
  {
    title: fc.string({ unit: 'binary' }),
    publisher: fc.string({ unit: 'binary' }),
    agency: fc.string(),
    author: fc.string({ unit: 'binary' }),
    url: fc.string(),
    language: fc.string(),
    summary: fc.array(fc.string({ unit: 'binary' })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<MaterialFacts>

const seen = (value: string): string[] => [...value.replace(/\s+/gu, '')].sort()
const shown = ({ title, body, cuts }: Draft): string =>
  [title ?? '', body, ...cuts.map((cut) => cut.text)].join('')

describe('Whatever lines come back', () => {
  it('every character is in a title, a body or a cut, and the reports stay the same ones', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.boolean()), (raw, coins) => {
        const before = cleanPaste(raw)
        const lines = [...new Set(before.flatMap(({ cuts }) => cuts.map(({ line }) => line)))]
        const restored = lines.filter(() => coins.next().value)
        const after = clean(raw, {}, restored)
        expect(after).toHaveLength(before.length)
        if (after.length > 0) expect(seen(after.map(shown).join(''))).toEqual(seen(stripDirection(raw)))
        for (const { cuts } of after) expect(cuts.filter(({ line }) => restored.includes(line))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('with facts, nothing of the text is lost either; the headline may be said once more', () => {
    fc.assert(
      fc.property(text, facts, (raw, given) => {
        const drafts = clean(raw, given)
        if (drafts.length === 0) return
        const more = seen(drafts.map(shown).join(''))
        for (const letter of seen(stripDirection(raw))) {
          const at = more.indexOf(letter)
          expect(at, letter).toBeGreaterThanOrEqual(0)
          more.splice(at, 1)
        }
        expect(['', seen(given.title ?? '').join('')]).toContain(more.join(''))
      }),
      { numRuns: 500 },
    )
  })

  it('all of them: nothing is cut any more', () => {
    fc.assert(
      fc.property(text, facts, (raw, given) => {
        const lines = clean(raw, given).flatMap(({ cuts }) => cuts.map(({ line }) => line))
        expect(clean(raw, given, lines).flatMap(({ cuts }) => cuts)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('and whatever the page says of itself, a complete draft becomes an article', () => {
    fc.assert(
      fc.property(hostileFacts, (given) => {
        const [draft] = clean(`${TITLE}\n\n${PARAGRAPH}\n\nالموقع: sahel.test`, given)
        expect(() => prepareReport(reportOf(draft as Draft))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})
