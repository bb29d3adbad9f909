import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSeeds } from '../../src/sources/seeds.ts'
import { relevanceOf } from '../../src/story/relevance.ts'

const { story, reports } = readSeeds()
const belongs = (text: string): boolean => relevanceOf(text, story.relevance).belongs

describe('relevance', () => {
  const WORDS = { required: [['قمر', 'ليل طويل'], ['شمس']], supporting: ['نجم', ''] }

  test('needs a word of every required group, and tells which words decided', () => {
    expect(relevanceOf('طلع القمر ثم الشمس بين النجم والنجم', WORDS)).toEqual({
      belongs: true,
      found: ['قمر', 'شمس', 'نجم'],
      missing: [],
      inPassing: false,
    })
    expect(relevanceOf('طلع القمر', WORDS)).toEqual({
      belongs: false,
      found: ['قمر'],
      missing: ['شمس'],
      inPassing: false,
    })
    expect(relevanceOf('', WORDS)).toMatchObject({ belongs: false, found: [], missing: ['قمر', 'شمس'] })
  })

  test('takes words of several parts as neighbours only', () => {
    expect(relevanceOf('ليل طويل وشمس', WORDS).belongs).toBe(true)
    expect(relevanceOf('ليل وشمس ونهار طويل', WORDS).belongs).toBe(false)
  })

  test('does not find a word inside another', () => {
    expect(relevanceOf('moonlight sunlight', { required: [['moon'], ['sun']], supporting: [] }).belongs).toBe(
      false,
    )
  })

  test('finds nothing in words without letters', () => {
    const empty = { required: [['—']], supporting: ['', '😀'] }
    for (const text of ['', 'نص', '😀 —'])
      expect(relevanceOf(text, empty)).toMatchObject({ belongs: false, found: [] })
  })

  test('gives spellings that read the same once, also where they support', () => {
    const words = { required: [['قمر', 'القمر', 'القَمَر'], ['شمس']], supporting: ['شمس', 'نجم'] }
    expect(relevanceOf('نجم وقمر وشمس', words).found).toEqual(['قمر', 'شمس', 'نجم'])
  })

  test('names every side among the first words', () => {
    const words = { required: [['أحمر', 'أصفر', 'أخضر'], ['بحر']], supporting: [] }
    expect(relevanceOf('أحمر أصفر أخضر بحر', words).found).toEqual(['أحمر', 'بحر', 'أصفر', 'أخضر'])
  })

  describe('of a remark in passing', () => {
    const far = 'كلام عن أمور أخرى كثيرة. '.repeat(20)

    test('is not enough, however far from the opening it stands', () => {
      expect(relevanceOf(`${far} غاب القمر والشمس.`, WORDS)).toMatchObject({
        belongs: false,
        missing: [],
        inPassing: true,
      })
    })

    test('is enough where one side is named early, or one of them often', () => {
      expect(relevanceOf(`قمر. ${far} غابت الشمس.`, WORDS).belongs).toBe(true)
      expect(relevanceOf(`${far} القمر، قمر، قمر، والشمس.`, WORDS)).toMatchObject({
        belongs: true,
        inPassing: false,
      })
      expect(relevanceOf(`${far} القمر، قمر، والشمس.`, WORDS).belongs).toBe(false)
    })

    test('needs something to be about at all', () => {
      expect(relevanceOf(far, { required: [], supporting: [] })).toMatchObject({
        belongs: true,
        inPassing: false,
      })
    })
  })

  test('does not depend on what stands around the words that decided', () => {
    const noise = fc.array(fc.constantFrom('خبر', 'اليوم', '2024', 'news', '😀', '\n\n', '،'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(noise, noise, noise, (a, b, c) => {
        expect(belongs([...a, 'موسكو', ...b, 'بيونج يانج', ...c].join(' '))).toBe(true)
        expect(belongs([...a, 'موسكو', ...b, 'سيول', ...c].join(' '))).toBe(false)
      }),
    )
  })
})

describe('a report belongs to the real story', () => {
  test.each(reports.map((each) => [each.title, each] as const))(
    'like the seed "%s"',
    (_, { title, body }) => {
      expect(belongs(`${title}\n${body}`)).toBe(true)
    },
  )

  test.each([
    'زار لافروف بيونج يانج أمس.',
    'استقبل كيم جونج أون وفدًا روسيًا.',
    'Putin met Kim Jong Un in Pyongyang.',
    'Путин прибыл в Пхеньян.',
    'أعلن الكرملين أن جنودا كوريين شماليين قاتلوا في كورسك.',
    'وبحثت موسكو مع كوريا الشمالية التعاون.',
  ])('when it names both sides: %s', (text) => {
    expect(belongs(text)).toBe(true)
  })

  test.each([
    'اجتمع بوتين مع قادة أوروبا في موسكو.',
    'أطلقت كوريا الشمالية صاروخا فوق البحر.',
    'زار بوتين كوريا الجنوبية.',
    'روسيا وكوريا تتبادلان السياح.',
    'بحثت روسيا مع كوريا الجنوبية المناطق الشمالية.',
    'وصفة حساء العدس.',
    '',
  ])('not when a side is missing: %s', (text) => {
    expect(belongs(text)).toBe(false)
  })
})
