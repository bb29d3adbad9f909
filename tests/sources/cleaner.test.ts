import { expect, test } from 'vitest'
import type { Material } from '../../src/articles/material.ts'
import { createCleaner } from '../../src/sources/cleaner.ts'
import { createParser } from '../../src/sources/parser.ts'

const TITLE = 'وفد اقتصادي روسي يبدأ مباحثات في بيونغ يانغ'
const PARAGRAPH =
  'بدأ وفد اقتصادي روسي يوم الاثنين مباحثات في بيونغ يانغ عن التجارة والنقل بين روسيا وكوريا الشمالية.'
const material = (paragraphs: number): Material => ({
  kind: 'file',
  source: 'file:1',
  text: [TITLE, 'شارك', ...Array.from({ length: paragraphs }, (_, n) => `${PARAGRAPH} ${n}.`)].join('\n\n'),
  facts: {},
})

test('short texts are cleaned at once, long ones in the thread, with the same outcome', async () => {
  const asked: string[] = []
  const parser = createParser()
  const cleaner = createCleaner({
    run(name, input) {
      asked.push(name)
      return parser.run(name, input)
    },
  })
  try {
    for (const length of [3, 600]) {
      const [draft] = await cleaner.drafts(material(length), [3])
      expect(draft?.title).toBe(TITLE)
      expect(draft?.body.startsWith('شارك')).toBe(true)
      if (draft === undefined) throw new Error('There is no draft.')
      const parts = await cleaner.split({ id: 1, draft, place: 0, restored: [3] }, material(length), 2)
      expect(parts?.map(({ drafts }) => drafts.length)).toEqual([1, 1])
    }
    expect(asked).toEqual(['drafts', 'split'])
  } finally {
    await parser.close()
  }
})
