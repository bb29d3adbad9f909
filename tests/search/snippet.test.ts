import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stemsOf } from '../../src/arabic/stems.ts'
import { words } from '../../src/arabic/words.ts'
import { planSearch } from '../../src/search/query.ts'
import type { SearchPlan } from '../../src/search/search-index.ts'
import { type Snippet, snippetOf } from '../../src/search/snippet.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createSpellings } from '../../src/story/spellings.ts'

const { story, reports } = readSeeds()
const spellings = createSpellings(story.entities)
const asked = (text: string): SearchPlan =>
  planSearch(text, { spellingsOf: spellings.of, publishers: [], today: '2024-12-26' })
const marked = ({ text, hits }: Snippet): string[] => hits.map(({ start, end }) => text.slice(start, end))

describe('a snippet', () => {
  const BODY = 'افتتح المعرض صباحا. حضر الوزير حفل الافتتاح ثم غادر. وقع الوزير معاهدة مع الوفد. انتهى اليوم.'

  test('is the sentence that holds most of what was asked for, with its hits', () => {
    const snippet = snippetOf(BODY, asked('معاهدات الوزراء'))
    expect(snippet.text).toBe('وقع الوزير معاهدة مع الوفد.')
    expect(marked(snippet)).toEqual(['الوزير', 'معاهدة'])
  })

  test('is the first of several that hold as much', () => {
    expect(snippetOf(BODY, asked('الوزير')).text).toBe('حضر الوزير حفل الافتتاح ثم غادر.')
  })

  test('counts a thing once, however often it is named', () => {
    const body = 'قمة وقمة والقمة. بدأت القمة مع الوفد.'
    expect(snippetOf(body, asked('قمة الوفد')).text).toBe('بدأت القمة مع الوفد.')
  })

  test('is the first sentence where the body does not hold the words', () => {
    expect(snippetOf(BODY, asked('بركان'))).toEqual({ text: 'افتتح المعرض صباحا.', hits: [] })
    expect(snippetOf(BODY, asked('من:2024')).hits).toEqual([])
    expect(snippetOf('', asked('بركان'))).toEqual({ text: '', hits: [] })
  })

  test('marks a name whole, as the body spells it', () => {
    const snippet = snippetOf('وصل الزعيم كيم جونج-أون أمس إلى بيونج يانج.', asked('Kim Jong Un Pyongyang'))
    expect(marked(snippet)).toEqual(['كيم جونج-أون', 'بيونج يانج'])
    expect(marked(snippetOf('قال كيم جونغ أون وبوتين.', asked('جونج بوتين')))).toEqual(['جونغ', 'وبوتين'])
  })

  test('marks a phrase whole and its words nowhere else', () => {
    const body = 'قال وزير الدفاع في وزارة أخرى إن وزارة «الدفاع» صامدة.'
    expect(marked(snippetOf(body, asked('"وزارة الدفاع"')))).toEqual(['وزارة «الدفاع'])
  })

  test('marks words that stand in for an unknown one', () => {
    const widened = [{ word: 'بوتبن', to: ['بوتين'] }]
    const snippet = snippetOf('غادر الوفد. وصل لبوتين وفد وبوتين معه.', asked('وفد بوتبن'), widened)
    expect(snippet.text).toBe('وصل لبوتين وفد وبوتين معه.')
    expect(marked(snippet)).toEqual(['وفد', 'وبوتين'])
  })

  test('is several sentences where they show more together, of one paragraph only', () => {
    const body = 'بدأ الحفل. وقعت معاهدة. وصل بوتين. غادر الوفد.'
    expect(snippetOf(body, asked('معاهدة بوتين')).text).toBe('وقعت معاهدة. وصل بوتين.')
    expect(snippetOf(body.replace('. وصل', '.\n\nوصل'), asked('معاهدة بوتين')).text).toBe('وقعت معاهدة.')
    expect(snippetOf(`${body} بوتين وقع معاهدة.`, asked('معاهدة بوتين')).text).toBe('بوتين وقع معاهدة.')
  })

  test('marks the words of a phrase only where they stand together', () => {
    const snippet = snippetOf(
      'زار كوريا الجنوبية والمنطقة الشمالية ثم كوريا الشمالية.',
      asked('كوريا الشمالية'),
    )
    expect(marked(snippet)).toEqual(['كوريا الشمالية'])
    expect(snippet.hits[0]?.start).toBe(snippet.text.lastIndexOf('كوريا'))
  })

  test('marks words with their marks, tatweel and invisible characters', () => {
    const body = 'تَوقيعُ المُعاهَـــدة\u200f تمّ.'
    expect(marked(snippetOf(body, asked('معاهدة')))).toEqual(['المُعاهَـــدة'])
  })
})

describe('a long sentence', () => {
  const FILLER = 'وكلمات كثيرة تسبق المطلوب وتطيل الجملة '

  test('shrinks to whole words around its first hit', () => {
    const body = `${FILLER.repeat(20)}معاهدة ${FILLER.repeat(20)}.`
    const snippet = snippetOf(body, asked('معاهدة'))
    expect(marked(snippet)).toEqual(['معاهدة'])
    expect(snippet.text.length).toBeLessThanOrEqual(280)
    expect(snippet.text.length).toBeGreaterThan(240)
    const own = new Set(words(body).map(({ text }) => text))
    expect(words(snippet.text).every(({ text }) => own.has(text))).toBe(true)
    const before = snippet.hits[0]?.start ?? 0
    expect(before).toBeGreaterThan(60)
    expect(before).toBeLessThan(100)
  })

  test('shows its end when the hit stands there, and its beginning when there is none', () => {
    const end = snippetOf(`${FILLER.repeat(20)}معاهدة.`, asked('معاهدة'))
    expect(end.text.endsWith('معاهدة')).toBe(true)
    expect(end.text.length).toBeGreaterThan(240)
    expect(snippetOf(`${FILLER.repeat(20)}.`, asked('معاهدة')).text.startsWith('وكلمات كثيرة')).toBe(true)
  })

  test('shows the hits that stand close together rather than the first', () => {
    const body = `معاهدة ${FILLER.repeat(20)} معاهدة ثم بوتين ${FILLER.repeat(20)}`
    const snippet = snippetOf(body, asked('بوتين معاهدة'))
    expect(marked(snippet)).toEqual(['معاهدة', 'بوتين'])
    expect(snippet.text.length).toBeLessThanOrEqual(280)
  })

  test('shows hits at both its ends where they just fit', () => {
    const body = `${FILLER.repeat(9)} معاهدة ${FILLER.repeat(6)} بوتين ${FILLER.repeat(9)}`
    expect(marked(snippetOf(body, asked('بوتين معاهدة')))).toEqual(['معاهدة', 'بوتين'])
  })

  test('that is one word is cut in the word, at the word that was found', () => {
    const long = 'ك'.repeat(1000)
    expect(snippetOf(long, asked('قمة'))).toEqual({ text: 'ك'.repeat(280), hits: [] })
    const found = snippetOf(`قبل ذلك ${FILLER}${long} بعد ذلك`, asked(long))
    expect(found).toEqual({ text: 'ك'.repeat(280), hits: [{ start: 0, end: 280 }] })
  })

  test('is never cut through a character', () => {
    const letters = `a${'𝔘'.repeat(1000)}`
    expect(snippetOf(letters, asked('قمة')).text.isWellFormed()).toBe(true)
    expect(snippetOf(`b${letters}`, asked(`b${letters}`)).text.isWellFormed()).toBe(true)
    expect(snippetOf(`.${'😀'.repeat(1000)}`, asked('قمة')).text.isWellFormed()).toBe(true)
  })
})

describe('always', () => {
  const piece = fc.constantFrom(
    'معاهدة',
    'كيم جونج أون',
    'بيونغ يانغ',
    'كوريا',
    'الشمالية',
    'Putin',
    'ك'.repeat(300),
    '😀'.repeat(160),
    'كلمة طويلة بعض الشيء '.repeat(9),
    '.',
    '؟ ',
    '\n\n',
    '«قال»',
    '3.5',
    'مُـ',
    '\ud800',
  )
  const body = fc.array(
    fc.tuple(piece, fc.constantFrom('', ' ', '، ')).map((parts) => parts.join('')),
    {
      maxLength: 25,
    },
  )

  test('a snippet is a piece of one paragraph of the body, and its hits are what was asked for', () => {
    const query = fc.constantFrom(
      'معاهدة',
      'كيم جونغ أون',
      'كوريا الشمالية بوتين',
      'Pyongyang 3.5',
      '"كوريا الشمالية" معاهدة',
      'ك'.repeat(300),
    )
    fc.assert(
      fc.property(body, query, (parts, text) => {
        const whole = parts.join('')
        const plan = asked(text)
        const snippet = snippetOf(whole, plan)
        expect(whole.split('\n').some((paragraph) => paragraph.includes(snippet.text))).toBe(true)
        expect(snippet.text.length).toBeLessThanOrEqual(280)

        const wanted = new Set(plan.terms.flatMap(({ anyOf }) => anyOf.flat()))
        let last = 0
        for (const { start, end } of snippet.hits) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(snippet.text.length)
          const hit = snippet.text.slice(start, end)
          if (hit.length < 280) for (const stem of stemsOf(hit)) expect(wanted).toContain(stem)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a body that holds all the words has a hit in its snippet', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const whole = `${before.join('')} معاهدة ${after.join('')}`
        expect(snippetOf(whole, asked('معاهدة')).hits.length).toBeGreaterThan(0)
      }),
    )
  })
})

test('a real report is shown with the name in its own spelling', () => {
  for (const { body } of reports) {
    const snippet = snippetOf(body, asked('بوتين كوريا الشمالية موسكو كورسك'))
    expect(body).toContain(snippet.text)
    expect(snippet.hits.length).toBeGreaterThan(0)
  }
})

test('a body as long as any is no trouble, whatever it is made of', () => {
  const bodies = [
    'كلمة ',
    'ك',
    '.',
    '! ',
    '"',
    ' ',
    '1.',
    '1,234',
    'ك\n\n',
    '😀',
    'a ب',
    '\u064b',
    '\u200d',
    ': «',
  ].map((unit) => `معاهدة ${unit.repeat(Math.ceil(200_000 / unit.length))} معاهدة`)
  // One quadratic step would take minutes and end in the time limit of a test.
  for (const body of bodies) {
    expect(snippetOf(body, asked('معاهدة كلمة كلمة كلمة')).hits.length).toBeGreaterThan(0)
  }
})
