import { describe, expect, test } from 'vitest'
import { prepareReport } from '../../src/articles/intake.ts'
import { createArticleStore } from '../../src/sqlite/articles.ts'
import { openStore, report } from './store.ts'

const PAGE = 'https://news.example.org/a'
const prepared = (body: string, canonicalUrl?: string | null, url: string | null = null) => ({
  ...prepareReport(report({ body, url })),
  ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
})

async function withArticles() {
  const { database, clock } = await openStore()
  return createArticleStore(database, clock)
}

describe('an article is known again', () => {
  test('by its fingerprint', async () => {
    const articles = await withArticles()
    const one = prepared('نص أول.')
    await articles.addAll([one])
    expect(await articles.byFingerprint(one.fingerprint)).toMatchObject({ id: 1, body: 'نص أول.' })
    expect(await articles.byFingerprint(prepared('نص ثان.').fingerprint)).toBeNull()
  })

  test('by the address of its page, the newest where there are several', async () => {
    const articles = await withArticles()
    await articles.addAll([prepared('نص أول.', PAGE), prepared('نص ثان.', PAGE), prepared('نص ثالث.', null)])
    expect(await articles.byCanonicalUrl(PAGE)).toMatchObject({ id: 2 })
    expect(await articles.byCanonicalUrl(`${PAGE}/b`)).toBeNull()
  })

  test('also where it was stored before addresses were noted', async () => {
    const articles = await withArticles()
    await articles.addAll([
      prepared('نص أول.', undefined, `${PAGE}?utm_source=x`),
      prepared('نص ثان.', undefined, 'https://unwanted.example.org/'),
      prepared('نص ثالث.'),
    ])
    const clean = (url: string) => (url.includes('unwanted') ? null : (url.split('?')[0] ?? null))
    expect(await articles.noteCanonicalUrls(clean)).toBe(1)
    expect(await articles.byCanonicalUrl(PAGE)).toMatchObject({ id: 1 })
    expect(await articles.noteCanonicalUrls(clean)).toBe(0)
  })
})
