import { describe, expect, test } from 'vitest'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createNaming, isName } from '../../src/story/naming.ts'

const naming = createNaming(readSeeds().story.entities)
const names = (text: string) =>
  naming
    .tells(text)
    .map(({ key }) => key)
    .filter(isName)

describe('naming', () => {
  test.each([
    ['كيم جونغ أون', ['@kim-jong-un']],
    ['کیم جونج اون', ['@kim-jong-un']],
    ['Kim Jong-un', ['@kim-jong-un']],
    ['Ким Чен Ыном', ['@kim-jong-un']],
    ['وزار بوتين بيونج يانج، وبوتين غادر', ['@vladimir-putin', '@pyongyang']],
    ['كوريا الشمالية', ['@north-korea']],
    ['في فلاديفوستوك وفوستوتشني', ['@vladivostok', '@vostochny-cosmodrome']],
    ['لا أحد هنا', []],
  ])('finds whom "%s" names', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('takes a name as one thing and every other word as its stem, once each, idle words left out', () => {
    expect(naming.tells('وصل فلاديمير بوتين إلى المدينة، ووصل بوتين')).toEqual([
      { key: 'وصل', stems: ['وصل'] },
      { key: '@vladimir-putin', stems: ['فلاديمير', 'بوت'] },
      { key: 'مدين', stems: ['مدين'] },
    ])
  })

  test('knows nobody without a story, and copes with forms that hold no word', () => {
    const none = createNaming([{ id: 'x', kind: 'thing', forms: { ar: ['—', ''] } }])
    expect(none.tells('بوتين —')).toEqual([{ key: 'بوت', stems: ['بوت'] }])
    expect(none.tells('')).toEqual([])
  })
})
