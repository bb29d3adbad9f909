import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sentences } from '../../src/arabic/sentences.ts'
import type { Span } from '../../src/arabic/words.ts'
import { type LeadLimits, type LeadSkip, pickLead } from '../../src/articles/lead.ts'
import { isLeaning } from '../../src/articles/leaning.ts'

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
    ['half a quotation', 'هتف الجمهور "عاش الميناء في كل عام.', 'unfinished'],
    ['a caption', 'رصيف الميناء قبيل وصول السفن', 'heading'],
    ['a question as a sub-heading', 'ماذا يحمل الوفد؟', 'heading'],
    ['a by-line', 'كتب: سالم الراوي', 'credit'],
    ['an agency', '(رويترز)', 'credit'],
    ['a place and a date', 'مدينة الشمال، 4 مايو 2023', 'credit'],
    ['an announcement of a list', 'وفيما يأتي أبرز ما في البيان من بنود:', 'unfinished'],
    ['a word', 'عاجل.', 'too-short'],
  ])('does not open with %s', (_, line, reason) => {
    const { text, skipped } = lead(`${line}\n\n${NEWS}\n\n${MORE}`)
    expect(text).toEqual([NEWS, MORE])
    expect(skipped).toEqual([[line, reason]])
  })

  it('does not open with a marked heading, however long', () => {
    const heading = 'عنوان فرعي طويل جدا يشبه الجملة في كل شيء ولكنه في الحقيقة عنوان.'
    expect(lead(`${heading}\n\n${NEWS}`, { headings: [heading] }).skipped).toEqual([[heading, 'heading']])
  })

  it('cuts the dateline off, by offsets alone', () => {
    expect(lead(`ميناء الشمال (رويترز) - ${NEWS}`).text).toEqual([NEWS])
    expect(lead(`(CNN)-- ${NEWS}`).text).toEqual([NEWS])
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

  it('keeps to its limits', () => {
    const body = `${NEWS} ${MORE} ${NEWS}`
    expect(lead(body, { limits: { sentences: 1, characters: 400 } }).text).toEqual([NEWS])
    expect(lead(body, { limits: { sentences: 2, characters: 100 } }).text).toEqual([NEWS])
    expect(lead(body, { limits: { sentences: 3, characters: 1000 } }).text).toEqual([NEWS, MORE, NEWS])
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

  it('answers hostile bodies quickly', () => {
    const begun = performance.now()
    for (const part of ['. ', '"', '( ', 'ا', 'وقال ', '- ', '\n', 'موسكو (', '،']) {
      pickLead({ title: TITLE, body: part.repeat(100_000), headings: [] })
    }
    expect(performance.now() - begun).toBeLessThan(4_000)
  })
})

describe('isLeaning', () => {
  test.each([
    'وأضاف الوزير السابق للنقل أن الموسم انتهى.',
    'وتابع: لا بد من الصبر.',
    'وأكد الناطق أن السفن عادت.',
    'قال إن السفن عادت.',
    'وهو أول لقاء منذ عشر سنوات.',
    'كما أنها تملك ثلاثة مرافئ.',
    'وجاء ذلك بعد يومين من العاصفة.',
    'وتأتي هذه الخطوة بعد يومين من العاصفة.',
    'من جانبه، رحب العمدة بالضيوف.',
    'بدورها نفت الشركة الأمر.',
    'لكن السفن لم تعد.',
    'ونفى البلدان هذه الأنباء.',
    'في المقابل رفضت النقابة العرض.',
    'ولفت إلى أن الحبوب تكفي عاما.',
    'ورد نبيل على الأسئلة كلها.',
  ])('hears it in %s', (sentence) => {
    expect(isLeaning(sentence)).toBe(true)
  })

  test.each([
    'ووصل القطار إلى محطة الميناء.',
    'وقالت وزارة النقل البحري إن السفن عادت.',
    'قال العمدة إن السفن عادت.',
    'شهد هذا العام ثلاث عواصف.',
    'أعلنت النقابة الإضراب.',
    'بينما كان القطار يقترب، أغلقت المدينة شوارعها.',
    '«الفجر الجديد» سفينة بنيت قبل عامين.',
    '"سنعود" قال القبطان لمستقبليه على الرصيف.',
    'التقى الزعيمان الشمالي والجنوبي في الميناء.',
  ])('does not hear it in %s', (sentence) => {
    expect(isLeaning(sentence)).toBe(false)
  })
})
