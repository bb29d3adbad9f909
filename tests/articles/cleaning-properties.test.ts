import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripDirection } from '../../src/arabic/direction.ts'
import { cleanPaste } from '../../src/articles/cleaning.ts'
import type { Draft } from '../../src/articles/draft.ts'

const PARAGRAPHS = [
  'افتتحت المدينة صباح اليوم مكتبة جديدة قرب الميناء، وحضر الافتتاح مئات السكان.',
  'وقال أمين المكتبة إن الرفوف تتسع لثمانين ألف كتاب، نصفها هدايا من القراء.',
  'وبقيت الأبواب مفتوحة حتى منتصف الليل. وعزفت فرقة صغيرة في القاعة الكبرى!',
  'وسأل أحد الزوار: "متى يفتح قسم الأطفال؟"، فجاءه الجواب بأن ذلك قريب.',
  'وأضاف المدير: "ننتظر أثاثا من الخارج، وقد يصل في الشهر المقبل.',
  'ثم نفتح القسم الأخير"، ولم يذكر يوما بعينه.',
  'وبلغت كلفة البناء {من دون الأرض} نحو 4.5 مليون دولار (أو أكثر قليلا).',
  '- بند أول في قائمة قصيرة من بنود الاتفاق.',
  'The library will lend books to readers of both countries, its director said.',
  'وصل الزوار من ثلاث مدن',
]
const HEADLINES = [
  'مكتبة على البحر تستقبل قراءها الأوائل',
  'رئيس البلدية يصافح الزوار أمام المكتبة الجديدة في الميناء',
  'قسم الأطفال',
  'ماذا في الرفوف؟',
  '“كتاب لكل بيت”',
  'مكتبة على البحر تستقبل قراءها الأوائل | بوابة الساحل الإخبارية',
]
const NOISE = [
  'الموقع الرسمي | بوابة الساحل',
  'Sahelpress',
  'شارك',
  'فيسبوك تويتر واتساب',
  'اقرأ أيضا:',
  'اقرأ أيضا: قصة بيت قديم',
  'أخبار متعلقة',
  '• عنوان من عناوين الصفحة',
  'المصدر: رويترز',
  '(انتهى)',
  'كلمات دلالية: ميناء كتب',
  '#مكتبة #ميناء',
  'بقلم: سمير نجار',
  'الكاتب:',
  'نشر في 2024-03-01 10:00:00',
  'https://example.org/a?b=1',
  'desk@example.org',
  'صورة: واجهة المبنى',
  'استمع إلى الملخص',
  'التعليقات',
  'إعلان',
  'post-title',
  '.a{b:c}',
  'سطر فيه .a b{c:d} شيفرة <br> ووسم&nbsp;وكلام.',
  '© 2024 بوابة الساحل',
  '--------',
  '2024',
  '7',
  '(أ ف ب)',
  'سمير نجار - بوابة الساحل الإخبارية',
]

/** Pages as they come: lines of all kinds in any order, apart or not. */
const page = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...PARAGRAPHS) },
        { weight: 3, arbitrary: fc.constantFrom(...HEADLINES) },
        { weight: 4, arbitrary: fc.constantFrom(...NOISE) },
      ),
      fc.constantFrom('\n', '\n\n', '\r\n', '\n \t\n'),
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.flat().join(''))
/** Pages that say everything once, but for the headline. */
const orderly = fc
  .tuple(
    fc.constantFrom('', HEADLINES[0], `${HEADLINES[0]}\n${HEADLINES[0]}`, `${NOISE[1]}\n${HEADLINES[5]}`),
    fc.shuffledSubarray([...PARAGRAPHS, ...HEADLINES.slice(1, 5), ...NOISE]),
    fc.constantFrom('\n', '\n\n'),
  )
  .map(([top, lines, gap]) => [top, ...lines].join(gap))
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '<',
        '>',
        ':',
        '"',
        '“',
        '«',
        '»',
        '.',
        ' ',
        '\n',
        '#',
        '|',
        '-',
        '(',
        ')',
        'ة',
        'و',
        'a',
      ),
    )
    .map((characters) => characters.join('')),
)

/** Every character that is seen, sorted: where it went does not matter here, only that it is somewhere. */
const seen = (text: string): string[] => [...text.replace(/\s+/gu, '')].sort()
const everything = ({ title, body, cuts }: Draft): string =>
  [title ?? '', body, ...cuts.map(({ text }) => text)].join('')
const asText = ({ title, body }: Draft): string => (title === null ? body : `${title}\n\n${body}`)

function expectNothingLost(raw: string): void {
  const drafts = cleanPaste(raw)
  if (drafts.length > 0) expect(seen(drafts.map(everything).join(''))).toEqual(seen(stripDirection(raw)))
}

function expectSound(raw: string): void {
  const lines = stripDirection(raw).split('\n')
  for (const { title, body, headings, cuts } of cleanPaste(raw)) {
    expect(body).not.toBe('')
    expect(title).not.toBe('')
    expect(body.replace(/[^\S\n]+/gu, ' ').trim()).toBe(body)
    for (const block of body.split('\n\n')) expect(block).toBe(block.replace(/\s+/gu, ' ').trim())
    const blocks = body.split('\n\n')
    for (const { start, end } of headings) expect(blocks).toContain(body.slice(start, end))
    for (const { line, text } of cuts) expect((lines[line - 1] ?? '').replace(/\s+/gu, ' ')).toContain(text)
  }
}

describe('Whatever is pasted', () => {
  it('nothing is thrown and nothing is lost', () => {
    fc.assert(fc.property(anything, expectNothingLost), { numRuns: 500 })
    fc.assert(fc.property(page, expectNothingLost), { numRuns: 500 })
  })

  it('a draft has a body of tidy blocks, headings that are blocks, and cuts that stand in their lines', () => {
    fc.assert(fc.property(anything, expectSound), { numRuns: 500 })
    fc.assert(fc.property(page, expectSound), { numRuns: 500 })
  })

  it('a clean report stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(orderly, (raw) => {
        for (const draft of cleanPaste(raw)) {
          // A headline of two or three words is only known by its repetition, which is gone by then.
          if (draft.title !== null && draft.title.split(' ').length < 4) continue
          const again = cleanPaste(asText(draft))
          expect(again.map(asText)).toEqual([asText(draft)])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the time is linear: 200 kB of what regular expressions fear are done at once', () => {
    const hostile = [
      '{',
      '}',
      '{a:',
      '.a{b:c}',
      '<div ',
      '“</p>',
      '<script>',
      '<!--',
      '(',
      '((رويترز)',
      '"',
      '" ',
      '«',
      ' ',
      '\t',
      '\n',
      '- ',
      '•',
      'ة',
      'ةو',
      '|',
      ' | ',
      ' - ',
      '#ا ',
      '. ',
      '؟',
      '\u200c',
      '\u200f',
      'a@',
      'a.',
      '-',
      'اقرأ أيضا\n',
      'التعليقات\n',
      'المصدر: رويترز\nعنوان من أربع كلمات\n',
      'عنوان من أربع كلمات\n2024-01-01\nفقرة قصيرة من خمس كلمات.\n',
      '1',
      '٣ ',
      'كلمة',
      'كلمة كلمة كلمة كلمة\n',
      'شارك ',
      'فقرة قصيرة من خمس كلمات هنا.\n\nاقرأ أيضا\nعنوان من أربع كلمات هنا\n',
      'https://',
      'a,\n',
      '.a ',
      'ى',
      '&nbsp;',
      '[',
      '![](',
      '…',
      '\r',
    ]
    for (const unit of hostile) expect(() => cleanPaste(unit.repeat(200_000 / unit.length))).not.toThrow()
  })
})
