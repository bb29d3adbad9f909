import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanMaterial } from '../../src/articles/cleaning.ts'
import type { Draft } from '../../src/articles/draft.ts'
import { decodeText } from '../../src/sources/charset.ts'
import { documentMaterials } from '../../src/sources/document/document-materials.ts'
import { pageMaterial } from '../../src/sources/page/page-material.ts'
import { createScore, FIELDS, type Score, type Wanted } from './score.ts'

interface Expected {
  readonly url: string
  readonly drafts: readonly {
    readonly title: string
    readonly publisher: string
    readonly publishedAt: Draft['publishedAt']
    readonly blocks: readonly string[]
  }[]
}

const FOLDER = new URL('../fixtures/pages/', import.meta.url)
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({
    name,
    bytes: readFileSync(new URL(name, FOLDER)),
    expected: JSON.parse(readFileSync(new URL(name.replace('.html', '.json'), FOLDER), 'utf8')) as Expected,
  }))

const wantedOf = ({ drafts }: Expected): Wanted[] =>
  drafts.map(({ title, publisher, publishedAt, blocks }) => ({
    title,
    publisher,
    publishedAt: publishedAt?.value ?? null,
    body: blocks.join('\n\n'),
  }))

/** The ten pages with something taken away that better pages have. */
async function scoreOf(changed: (html: string) => string): Promise<Score> {
  const score = createScore()
  for (const { name, bytes, expected } of PAGES) {
    const html = changed(decodeText(bytes)?.text ?? '').replace('charset=windows-1256', 'charset=utf-8')
    const material = await pageMaterial(Buffer.from(html), expected.url, null)
    score.add(name, wantedOf(expected), cleanMaterial(material))
  }
  return score
}

const withoutStructuredData = (html: string): string =>
  html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')
const withoutMeta = (html: string): string => html.replace(/<meta (?!http-equiv|charset)[^>]*>/g, '')
const withoutSections = (html: string): string =>
  html.replace(/<(\/?)(?:article|main|header|section|aside|nav|footer|figure)\b/g, '<$1div')

describe('Ten messy pages', () => {
  test('as pages: 95 of 100 fields are right, and of each field', async () => {
    const score = await scoreOf((html) => html)
    for (const field of FIELDS)
      expect(score.share(field), score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(score.share(), score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test('as files, which have no address: the texts and titles are the same', async () => {
    const score = createScore()
    for (const { name, bytes, expected } of PAGES) {
      const materials = await documentMaterials(bytes, name, 'text/html')
      score.add(
        name,
        wantedOf(expected),
        materials.flatMap((material) => cleanMaterial(material)),
      )
    }
    expect(score.share('body'), score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(score.share('title'), score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(score.share(), score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  test.each<[string, (html: string) => string, number, number]>([
    ['JSON-LD', withoutStructuredData, 0.9, 0.9],
    ['OpenGraph and meta', withoutMeta, 0.95, 0.95],
    ['both', (html) => withoutMeta(withoutStructuredData(html)), 0.9, 0.85],
    ['elements that name the parts of a page', withoutSections, 0.8, 0.8],
  ])('without %s lose little', async (_, changed, texts, all) => {
    const score = await scoreOf(changed)
    expect(score.share('body'), score.mistakes.join('\n')).toBeGreaterThanOrEqual(texts)
    expect(score.share(), score.mistakes.join('\n')).toBeGreaterThanOrEqual(all)
  })
})

test('the score counts drafts too many and too few', () => {
  const score = createScore()
  const draft = { title: 'أ', body: 'ب', publisher: null, publishedAt: null } as Draft
  const wanted = { title: 'أ', body: 'x', publisher: null, publishedAt: null }
  score.add('one', [wanted], [draft])
  expect([score.share(), score.share('body')]).toEqual([0.75, 0])
  score.add('more', [], [draft])
  score.add('less', [wanted], [])
  expect(score.share()).toBe(3 / 12)
})
