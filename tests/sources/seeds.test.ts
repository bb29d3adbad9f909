import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leadText } from '../../src/articles/article.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { readSeeds } from '../../src/sources/seeds.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'

const STORY = {
  name: { ar: 'قصة' },
  entities: [{ id: 'a', kind: 'place', forms: { ar: ['مكان'] } }],
  relevance: { required: [['مكان']], supporting: [] },
}

function folderOf(story: unknown, reports: Record<string, string> = {}): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'articles'))
  writeFileSync(join(folder, 'story.json'), typeof story === 'string' ? story : JSON.stringify(story))
  for (const [name, text] of Object.entries(reports)) writeFileSync(join(folder, 'articles', name), text)
  return folder
}

describe('the seeds of the project', () => {
  const { story, reports } = readSeeds()

  test('are six reports, oldest first, each as certain of its date as its source', () => {
    expect(reports.map(({ publishedAt }) => publishedAt)).toEqual([
      { value: '2023-09-11', precision: 'day' },
      { value: '2023-09-13', precision: 'day' },
      { value: '2024-06-18', precision: 'day' },
      { value: '2024-06-18', precision: 'day' },
      { value: '2024-06-19T17:50:06', precision: 'second' },
      { value: '2024-12-26', precision: 'day' },
    ])
  })

  test.each(reports.map((report) => [report.title, report] as const))(
    'say of "%s" what it retells',
    (_, report) => {
      expect(report.note).toMatch(/^إعادة صياغة/)
      expect(report.language).toBe('ar')
      expect(report.topics.length).toBeGreaterThan(0)
    },
  )

  test.each(reports.map((report) => [report.title, report] as const))(
    'can be stored, with a lead: "%s"',
    (_, report) => {
      const { lead, text } = prepareReport(report)
      expect(leadText({ body: report.body, lead }).length).toBeGreaterThan(80)
      expect(text.body.words.length).toBeGreaterThanOrEqual(200)
      expect(text.body.words.length).toBeLessThanOrEqual(400)
    },
  )

  test('are six different texts', () => {
    expect(new Set(reports.map((report) => prepareReport(report).fingerprint)).size).toBe(6)
  })

  test("keep each publisher's own spelling of the names", () => {
    const bodies = reports.map(({ body }) => body).join('\n')
    for (const spelling of ['جونج', 'جونغ', 'بيونج يانج', 'بيونغ يانغ', 'فوستوشني', 'فوستوتشني']) {
      expect(bodies).toContain(spelling)
    }
  })

  test('name the story and everybody in it, in Arabic, English and Russian', () => {
    expect(Object.keys(story.name).sort()).toEqual(['ar', 'en'])
    expect(story.entities.length).toBeGreaterThan(100)
    for (const { id, forms } of story.entities) {
      if (id !== 'samar-suleiman')
        expect(Object.keys(forms), id).toEqual(expect.arrayContaining(['ar', 'en']))
    }
  })
})

describe('seeds', () => {
  test('are read in the order of their names, other files left alone', () => {
    const report = (title: string) => `---\ntitle: ${title}\npublisher: صحيفة\n---\nنص.\n`
    const folder = folderOf(`\ufeff${JSON.stringify(STORY)}`, {
      '2024-b.md': report('ثان'),
      '2023-a.md': report('أول'),
      'notes.txt': 'لا شيء',
    })
    const seeds = readSeeds(folder)
    expect(seeds.reports.map(({ title }) => title)).toEqual(['أول', 'ثان'])
    expect(seeds.story).toEqual(STORY)
  })

  test('with a broken report are refused by its name', () => {
    const folder = folderOf(STORY, { 'broken.md': 'نص بلا مقدمة' })
    expect(() => readSeeds(folder)).toThrow(
      expect.objectContaining({
        code: 'seed_invalid',
        message: 'broken.md cannot be read: it does not begin with front matter.',
      }),
    )
  })

  test.each<[string, unknown, RegExp]>([
    ['not JSON', '{', /story\.json cannot be read: .*JSON/],
    [
      'an unknown kind',
      { ...STORY, entities: [{ id: 'a', kind: 'beast', forms: { ar: ['x'] } }] },
      /entities\[0\]\.kind/,
    ],
    [
      'an empty form',
      { ...STORY, entities: [{ id: 'a', kind: 'place', forms: { ar: [''] } }] },
      /forms\.ar\[0\]/,
    ],
    ['no form', { ...STORY, entities: [{ id: 'a', kind: 'place', forms: {} }] }, /one form at least/],
    ['an id twice', { ...STORY, entities: [STORY.entities[0], STORY.entities[0]] }, /an id twice/],
    ['nothing required', { ...STORY, relevance: { required: [], supporting: [] } }, /relevance\.required/],
  ])('with a story that is wrong are refused, the mistake named: %s', (_, story, message) => {
    expect(() => readSeeds(folderOf(story))).toThrow(expect.objectContaining({ code: 'seed_invalid' }))
    expect(() => readSeeds(folderOf(story))).toThrow(message)
  })

  test('that are not there are refused by their place', () => {
    const folder = tempFolder()
    expect(() => readSeeds(folder)).toThrow(expect.objectContaining({ code: 'seed_invalid' }))
    expect(() => readSeeds(folder)).toThrow(join(folder, 'articles'))
    mkdirSync(join(folder, 'articles'))
    expect(() => readSeeds(folder)).toThrow(join(folder, 'story.json'))
  })
})
