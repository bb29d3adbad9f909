import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sentences } from '../../src/arabic/sentences.ts'

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test.each([
    [
      'stops of both scripts end',
      'وصل الوفد. هل وقّع؟ نعم! انتهى',
      ['وصل الوفد.', 'هل وقّع؟', 'نعم!', 'انتهى'],
    ],
    ['line ends always end', 'عنوان بلا نقطة\nنص أول\r\n\r\nنص ثان', ['عنوان بلا نقطة', 'نص أول', 'نص ثان']],
    [
      'decimals and dates do not',
      'زاد 3.5 في المئة منذ 19.6.2024 ثم ٢.١.',
      ['زاد 3.5 في المئة منذ 19.6.2024 ثم ٢.١.'],
    ],
    [
      'titles',
      'حضر د. سامي وأ.د. هالة وم. نبيل. ثم غابوا.',
      ['حضر د. سامي وأ.د. هالة وم. نبيل.', 'ثم غابوا.'],
    ],
    [
      'eras',
      'في القرن الثالث ق.م. على الساحل. وفي 1445 هـ. الموافق 2024 م. عاد.',
      ['في القرن الثالث ق.م. على الساحل.', 'وفي 1445 هـ. الموافق 2024 م. عاد.'],
    ],
    [
      'dotted agencies',
      'نقلت سي.إن.إن الخبر. ونفت بي.بي.سي. ثم سكتت.',
      ['نقلت سي.إن.إن الخبر.', 'ونفت بي.بي.سي.', 'ثم سكتت.'],
    ],
    ['spelt agencies end', 'ذكرت سي إن إن. وأكد آخرون.', ['ذكرت سي إن إن.', 'وأكد آخرون.']],
    [
      'initials',
      'كتب ج. ر. كامل وجي. كيه. سميث معا. وفازا.',
      ['كتب ج. ر. كامل وجي. كيه. سميث معا.', 'وفازا.'],
    ],
    [
      'Latin abbreviations',
      'The U.S. envoy met Mr. Lee. He left.',
      ['The U.S. envoy met Mr. Lee.', 'He left.'],
    ],
    ['list numbers', '1. بند أول. 2. بند ثان.', ['1. بند أول.', '2. بند ثان.']],
    [
      'addresses',
      'زوروا https://example.com/a.b?c=1. راسلوا a.b@example.org. شكرا',
      ['زوروا https://example.com/a.b?c=1.', 'راسلوا a.b@example.org.', 'شكرا'],
    ],
    [
      'two dots are a pause',
      'توقفنا.. ثم سرنا… ثم وصلنا... أخيرا. انتهى',
      ['توقفنا.. ثم سرنا… ثم وصلنا... أخيرا.', 'انتهى'],
    ],
    [
      'closing marks belong to the sentence',
      'قال: «انتهينا.» (وصمت.) ثم عاد.',
      ['قال: «انتهينا.»', '(وصمت.)', 'ثم عاد.'],
    ],
    [
      'a quotation goes on with who said it',
      '"هل نعود؟" قال الحارس. "نعم." وأضاف غيره: لا.',
      ['"هل نعود؟" قال الحارس.', '"نعم."', 'وأضاف غيره: لا.'],
    ],
    [
      'a stop before a comma is none',
      'خزنوها من زمن الحرب.، حسبما روى شاهد.',
      ['خزنوها من زمن الحرب.، حسبما روى شاهد.'],
    ],
    ['a missing space', 'وصل الوفد.وقال الناطق نعم؟لا', ['وصل الوفد.', 'وقال الناطق نعم؟', 'لا']],
    [
      'a title with a mark of its own goes on',
      'عرض فيلم «إلى أين؟» في المهرجان. ونال جائزة.',
      ['عرض فيلم «إلى أين؟» في المهرجان.', 'ونال جائزة.'],
    ],
    ['a doubt in brackets', 'حضر ألف (؟) متفرج. ثم غادروا.', ['حضر ألف (؟) متفرج.', 'ثم غادروا.']],
    ['letters of classes', 'تأهل عن المجموعة ب. وفاز.', ['تأهل عن المجموعة ب.', 'وفاز.']],
    ['notes', 'ولد عام 1900.[3] وعاش هنا.[4]', ['ولد عام 1900.[3]', 'وعاش هنا.[4]']],
    ['direction marks', 'عاد.\u200f ثم مضى.', ['عاد.\u200f', 'ثم مضى.']],
    ['stops of the Far East', '他来了。他走了。', ['他来了。', '他走了。']],
    ['a stray stop stays with its sentence', 'مضى الأمر. .\nثم عاد .', ['مضى الأمر. .', 'ثم عاد .']],
  ])('%s', (_, text, expected) => {
    expect(cut(text)).toEqual(expected)
  })

  it('covers every visible character exactly once with trimmed spans', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...'اب د.!؟… \n\r"«»)(1،:/@a'),
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const spans = sentences(text)
        let last = 0
        for (const { start, end } of spans) {
          expect(text.slice(last, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  // Anything worse than linear would not end within the time a test has.
  it.each([
    ['stops', '. '.repeat(300_000)],
    ['stops within words', '5.ا'.repeat(100_000)],
    ['an address of stops', `http://${'!'.repeat(300_000)}ا.`],
    ['addresses', 'http://a. '.repeat(50_000)],
    ['spaces', `${' '.repeat(200_000)}${'5.ا'.repeat(50_000)}`],
    ['quotation marks', '."'.repeat(200_000)],
    ['quotation marks that a word goes on with', `${'؟"'.repeat(200_000)}ا`],
    ['questions in quotation marks', 'فيلم "ما؟" '.repeat(50_000)],
    ['notes', `.${'[1]'.repeat(200_000)}`],
    ['direction marks', `.${'\u200f'.repeat(300_000)}`],
    ['commas', `${' ;'.repeat(200_000)}ا`],
  ])('ends on nothing but %s', (_, text) => {
    expect(sentences(text).at(-1)?.end).toBe(text.trimEnd().length)
  })
})
