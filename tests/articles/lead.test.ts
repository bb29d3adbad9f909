import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sentences } from '../../src/arabic/sentences.ts'
import type { Span } from '../../src/arabic/words.ts'
import { LEAD_BUDGETS, type LeadLimits, type LeadSkip, pickLead } from '../../src/articles/lead.ts'

const TITLE = 'وفد تجاري يصل إلى ميناء الشمال لتوقيع اتفاق الحبوب'
const NEWS = 'وصل وفد تجاري رفيع إلى ميناء الشمال صباح الأحد تمهيدا لتوقيع اتفاق الحبوب.'
const MORE = 'ويضم الوفد عشرين خبيرا في النقل البحري والتخزين.'

function lead(
  body: string,
  { title = TITLE, headings = [] as string[], limits = undefined as LeadLimits | undefined } = {},
) {
  const spans: Span[] = headings.map((text) => ({
    start: body.indexOf(text),
    end: body.indexOf(text) + text.length,
  }))
  const picked = pickLead({ title, body, headings: spans }, limits)
  const slice = ({ start, end }: Span): string => body.slice(start, end)
  return {
    text: picked.spans.map(slice),
    skipped: picked.skipped.map(({ span, reason }): [string, LeadSkip] => [slice(span), reason]),
  }
}

describe('pickLead', () => {
  it('takes the opening and what follows it', () => {
    expect(lead(`${NEWS} ${MORE} وانتهى الحفل.`).text).toEqual([NEWS, MORE])
  })

  it('lets a second sentence lean on the first it follows', () => {
    expect(lead(`${NEWS}\n\nوأضاف أن الطقس جيد للإبحار.`).text).toHaveLength(2)
  })

  test.each<[string, string, LeadSkip]>([
    ['a speaker known only by his name', 'وشدد القاسمي على أن البند الثاني لا يمس أحدا.', 'leaning'],
    ['a speaker not named at all', 'وقال إن المخازن الجديدة تتسع لكل المحصول.', 'leaning'],
    ['a quotation without a speaker', '«لن نترك البحر لأحد من الناس هنا».', 'leaning'],
    ['a caption', 'رصيف الميناء قبيل وصول السفن', 'heading'],
    ['a question as a sub-heading', 'ماذا يحمل الوفد؟', 'heading'],
    ['a by-line', 'كتب: سالم الراوي', 'credit'],
    ['an agency', '(رويترز)', 'credit'],
    ['a place and a date', 'مدينة الشمال، 4 مايو 2023', 'credit'],
    ['an announcement of a list', 'وفيما يأتي أبرز ما في البيان من بنود:', 'unfinished'],
    ['a word or two', 'انتهى الاحتفال.', 'too-short'],
    ['a call to read on', 'اقرأ أيضا: من هم أعضاء الوفد الذي زار الميناء قبل عامين ولماذا عاد', 'credit'],
    ['a place and a name', 'مدينة الشمال (رويترز) - سالم الراوي', 'credit'],
    ['the title once more', `${TITLE}.`, 'heading'],
  ])('does not open with %s', (_, line, reason) => {
    const { text, skipped } = lead(`${line}\n\n${NEWS}\n\n${MORE}`)
    expect(text).toEqual([NEWS, MORE])
    expect(skipped).toEqual([[line, reason]])
  })

  it('does not open with half a quotation', () => {
    const half = 'هتف الجمهور "عاش الميناء في كل عام.'
    const rest = 'عاش البحر".'
    expect(lead(`${half} ${rest} ${NEWS}`).text).toEqual([NEWS])
    expect(lead(`هتف الجمهور «عاش الميناء كله.\n\nعاش البحر».\n\n${NEWS}`).text[0]).toBe(NEWS)
    expect(lead(`هتف الجمهور "عاش الميناء كله.\n\nعاش البحر".\n\n${NEWS}`).text[0]).toBe(NEWS)
  })

  it('takes a quotation mark that is never closed for a slip', () => {
    const slip = 'وصل وفد "الشمال التجاري إلى الميناء صباح الأحد لتوقيع اتفاق الحبوب.'
    expect(lead(`${slip} ${MORE}`).text[0]).toBe(slip)
  })

  it('does not take lines for headings where no line ends with a stop', () => {
    const bare = NEWS.slice(0, -1)
    expect(lead(`${bare}\n${MORE.slice(0, -1)}`).text).toEqual([bare, MORE.slice(0, -1)])
    expect(lead('وصل الوفد إلى ميناء الشمال').text).toHaveLength(1)
  })

  it('does not open with a marked heading, however long', () => {
    const heading = 'عنوان فرعي طويل جدا يشبه الجملة في كل شيء ولكنه في الحقيقة عنوان.'
    expect(lead(`${heading}\n\n${NEWS}`, { headings: [heading] }).skipped).toEqual([[heading, 'heading']])
  })

  it('cuts the dateline off, by offsets alone', () => {
    expect(lead(`ميناء الشمال (رويترز) - ${NEWS}`).text).toEqual([NEWS])
    expect(lead(`(CNN)-- ${NEWS}`).text).toEqual([NEWS])
  })

  it('leaves the mark of the agency at the end out', () => {
    expect(lead(`${NEWS.slice(0, -1)} (رويترز)`).text).toEqual([NEWS.slice(0, -1)])
    const source = 'نقل خبر وصول السفن الثلاث إلى الميناء موظف في وكالة (رويترز)'
    expect(lead(source).text).toEqual([source])
  })

  it('prefers the closest to the title once the opening has fallen', () => {
    const far = 'وتشتهر المنطقة بصيد الأسماك منذ قرون طويلة.'
    const { text, skipped } = lead(`وأضاف: البحر هادئ اليوم.\n\n${far}\n\n${NEWS}`)
    expect(text[0]).toBe(NEWS)
    expect(skipped.map(([, reason]) => reason)).toEqual(['leaning', 'far-from-title'])
  })

  it('keeps an opening that shares little with the title, unless another holds nearly all of it', () => {
    const opening = 'رست ثلاث سفن كبيرة قرب المنارة القديمة.'
    expect(lead(`${opening} ويضم الوفد تجارا من الشمال.`).text[0]).toBe(opening)
    expect(lead(`${opening} ${NEWS}`).text[0]).toBe(NEWS)
  })

  it('passes over a sentence that is too long while another fits', () => {
    const long = `أعلن الاتحاد البحري ${'أن الموسم طويل جدا، '.repeat(30)}وانتهى.`
    const { text, skipped } = lead(`${long} ${NEWS}`)
    expect(text).toEqual([NEWS])
    expect(skipped[0]?.[1]).toBe('too-long')
  })

  it('cuts a long opening that tells far more than the sentences that fit', () => {
    const long = `${NEWS.slice(0, -1)}، ${'وقد طال انتظاره عند أهل الساحل كلهم، '.repeat(12)}ثم رسا.`
    const { text } = lead(`${long} وتشتهر المنطقة بصيد الأسماك منذ قرون طويلة.`)
    expect(text).toHaveLength(1)
    expect(text[0]).toMatch(/^وصل وفد .*كلهم$/s)
  })

  it('ends at the last clause that fits where every sentence is too long', () => {
    const long = `أعلن الاتحاد البحري ${'أن الموسم طويل جدا، '.repeat(30)}وانتهى.`
    const [text = ''] = lead(long).text
    expect(text.length).toBeLessThanOrEqual(400)
    expect(text).toMatch(/أن الموسم طويل جدا$/)
  })

  it('opens with a leaning sentence only where nothing else is there', () => {
    expect(lead('وأضاف أن المرفأ سيفتح أبوابه غدا.').text).toHaveLength(1)
    expect(lead('ميناء', { headings: ['ميناء'] }).text).toEqual([])
    expect(lead('').text).toEqual([])
  })

  it('looks further back where nothing near the front is a sentence', () => {
    const lines = ['كتب: سالم الراوي', 'رصيف الميناء', 'انتهى الاحتفال.', '(رويترز)', 'ماذا يحمل الوفد؟']
    const { text, skipped } = lead([...lines, ...lines, ...lines, NEWS].join('\n\n'))
    expect(text).toEqual([NEWS])
    expect(skipped).toHaveLength(15)
  })

  describe('stops', () => {
    const LONG_NEWS = `${NEWS.slice(0, -1)} الذي طال التفاوض عليه ثلاث سنوات.`

    it('after an opening of sixteen words', () => {
      expect(lead(`${LONG_NEWS} ${MORE}`).text).toEqual([LONG_NEWS])
    })

    it('after one sentence when short, of 200 characters where one exists', () => {
      const limits = LEAD_BUDGETS.short
      expect(lead(`${NEWS} ${MORE}`, { limits }).text).toEqual([NEWS])
      const long = `أعلن اتحاد النقل البحري ${'أن موسم الصيد طويل هذا العام، '.repeat(8)}وانتهى.`
      expect(lead(`${long} ${NEWS}`, { limits }).text).toEqual([NEWS])
    })

    it('after four sentences when full, or 800 characters', () => {
      const limits = LEAD_BUDGETS.full
      const parts = [LONG_NEWS, MORE, NEWS, MORE, NEWS]
      expect(lead(parts.join(' '), { limits }).text).toEqual(parts.slice(0, 4))
      const wide = `${NEWS.slice(0, -1)}${' بعد رحلة طويلة'.repeat(20)}.`
      expect(lead([wide, wide, wide].join(' '), { limits }).text).toEqual([wide, wide])
    })

    it('says which sentence did not fit', () => {
      const wide = `${NEWS.slice(0, -1)}${' بعد رحلة طويلة'.repeat(24)}.`
      const { text, skipped } = lead(`${NEWS} ${wide} ${MORE}`)
      expect(text).toEqual([NEWS, MORE])
      expect(skipped).toEqual([[wide, 'too-long']])
      const limits = { sentences: 3, characters: 170, enough: 99 }
      const middle = lead(`${NEWS} ${LONG_NEWS} ${MORE}`, { limits })
      expect(middle.skipped).toEqual([[LONG_NEWS, 'no-room']])
    })
  })

  it('keeps to its limits', () => {
    const body = `${NEWS} ${MORE} ${NEWS}`
    expect(lead(body, { limits: { sentences: 1, characters: 400, enough: 99 } }).text).toEqual([NEWS])
    expect(lead(body, { limits: { sentences: 2, characters: 100, enough: 99 } }).text).toEqual([NEWS])
    expect(lead(body, { limits: { sentences: 3, characters: 1000, enough: 99 } }).text).toEqual([
      NEWS,
      MORE,
      NEWS,
    ])
  })

  it('is made of whole sentences of the body, in order, within the limit', () => {
    const piece = fc.constantFrom(
      NEWS,
      MORE,
      'وقال إنه باق. ',
      '"نعم" ',
      '\n\n',
      'عنوان\n',
      '. ',
      '؟ ',
      'كلمة، ',
      '🚀',
      'موسكو (تاس) - ',
      'x'.repeat(90),
    )
    const body = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))
    const limits = fc.record({
      sentences: fc.integer({ min: 0, max: 5 }),
      characters: fc.integer({ min: 0, max: 600 }),
      enough: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(body, limits, (text, limit) => {
        const { spans } = pickLead({ title: TITLE, body: text, headings: [] }, limit)
        const all = sentences(text)
        let last = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          const home = all.find((sentence) => sentence.start <= start && end <= sentence.end)
          expect(home).toBeDefined()
          expect(text.slice(home?.start, start)).toMatch(/^$|[-–—:]\s*$/)
          if (spans.length > 1) expect(end).toBe(home?.end)
          last = end
        }
        const joined = spans.map(({ start, end }) => text.slice(start, end)).join(' ')
        expect(joined.length).toBeLessThanOrEqual(limit.characters)
        expect(spans.length).toBeLessThanOrEqual(limit.sentences)
      }),
    )
  })

  // Anything worse than linear would not end within the time a test has.
  test.each([
    '. ',
    '"',
    '( ',
    'ا',
    'وقال ',
    '- ',
    '\n',
    'موسكو (',
    '،',
    '«',
    '؟"',
    '[1]',
    ' ، ',
    'م. ',
    '(رويترز) ',
  ])('ends on a body of nothing but %j', (part) => {
    const { spans } = pickLead({ title: TITLE, body: part.repeat(200_000), headings: [] })
    expect(spans.length).toBeLessThanOrEqual(2)
  })
})
