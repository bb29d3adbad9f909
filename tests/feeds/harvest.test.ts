import { describe, expect, test } from 'vitest'
import { MujazError } from '../../src/errors.ts'
import { MOST_PAGES } from '../../src/feeds/harvest.ts'
import { createFeedPoller } from '../../src/feeds/poller.ts'
import { feedOf, REPORT, startPolling } from './polling.ts'

const page = (n: number | string) => `https://news.example/a/${n}`
const teaser = (n: number | string, text = 'وفد من موسكو في زيارة.') => ({
  guid: `g${n}`,
  text,
  link: page(n),
})

describe('a teaser', () => {
  test('is read whole from its page, and belongs to the story by what stands there', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf(teaser(1))
    await polling.next()
    expect(polling.pages).toEqual([page(1)])
    expect(polling.texts()).toEqual([`${REPORT} (${page(1)})`])
  })

  test('that names nothing of the story is not read at all', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf(teaser(1, 'معرض للكتاب في مدينة أخرى.'))
    await polling.next()
    expect([polling.pages, polling.taken(), polling.seen()]).toEqual([[], [], ['g1']])
  })

  test('whose page is of something else is remembered and comes no more', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf(teaser(1))
    polling.web.page = (url) => ({ kind: 'page', source: url, text: 'نص عن شيء آخر.', facts: {} })
    await polling.next()
    await polling.next()
    expect([polling.pages.length, polling.taken(), polling.seen()]).toEqual([1, [], ['g1']])
  })

  test('without a page, or with one that programs may not read, has to do', async () => {
    const polling = await startPolling({ robots: { mayFetch: async (url) => !url.includes('/a/') } })
    await polling.add()
    const { link: _, ...bare } = teaser(2, 'وفد في بيونغ يانغ.')
    polling.web.answer = () => feedOf(teaser(1, 'لقاء في بيونغ يانغ.'), bare)
    await polling.next()
    expect([polling.pages, polling.taken()]).toEqual([[], ['feed:1/g2', 'feed:1/g1']])
  })

  test('has to do at once where the page can never be read', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => feedOf(teaser(1, 'لقاء في بيونغ يانغ.'))
    polling.web.page = () => new MujazError('fetch_wrong_type', 'It is a film.')
    await polling.next()
    expect(polling.texts()).toEqual(['خبر g1\n\nلقاء في بيونغ يانغ.'])
  })

  test('waits for its page while the site is down, and has to do at the third time', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => ({ body: Buffer.from(feedOf(teaser(1, 'لقاء في بيونغ يانغ.'))), etag: '"1"' })
    polling.web.page = () => new MujazError('fetch_timeout', 'It takes too long.')
    await polling.next()
    expect([polling.taken(), polling.seen(), (await polling.feed()).etag]).toEqual([[], [], null])
    await polling.next()
    await polling.next()
    expect([polling.pages.length, polling.taken().length, (await polling.feed()).etag]).toEqual([3, 1, '"1"'])
  })

  test('is one of five that a poll reads, one after another with a pause; the others follow', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.web.answer = () => ({
      body: Buffer.from(feedOf(...Array.from({ length: 7 }, (_, n) => teaser(n)))),
      etag: '"1"',
    })
    const start = polling.clock.now()
    await polling.next()
    expect(polling.pages).toHaveLength(MOST_PAGES)
    expect(polling.clock.now() - start).toBe((MOST_PAGES - 1) * 2_000)
    expect((await polling.feed()).etag).toBeNull()
    await polling.next()
    expect([polling.pages.length, polling.taken().length, (await polling.feed()).etag]).toEqual([7, 7, '"1"'])
  })
})

describe('killed in the middle', () => {
  test('nothing is lost and nothing is taken twice, wherever it happens', async () => {
    const all = Array.from({ length: 12 }, (_, n) => `g${11 - n}`)
    for (let killedAt = 0; killedAt < 10; killedAt++) {
      const polling = await startPolling()
      await polling.add()
      polling.web.answer = () => feedOf(...all.map((guid) => ({ guid })))
      let takes = 0
      const { materials, feeds } = polling.parts
      const dying = createFeedPoller({
        ...polling.parts,
        materials: {
          take: (material, item) =>
            takes++ < killedAt ? materials.take(material, item) : new Promise(() => undefined),
        },
        feeds: { ...feeds, change: () => new Promise(() => undefined) },
      })
      // A process that never comes back: its poll is simply not waited for.
      void dying.tick()
      for (let turns = 0; turns < 30; turns++) await new Promise((resolve) => setImmediate(resolve))
      expect(polling.taken()).toHaveLength(killedAt)
      await polling.poller.tick()
      expect(polling.taken()).toEqual(
        all
          .slice(0, 10)
          .toReversed()
          .map((guid) => `feed:1/${guid}`),
      )
      expect(polling.seen()).toHaveLength(12)
    }
  })

  test('an item that cannot be stored keeps no other back, and comes again', async () => {
    const polling = await startPolling()
    await polling.add()
    polling.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON feed_items WHEN new.identity = 'b' BEGIN SELECT raise(ABORT, 'disk full'); END",
    )
    polling.web.answer = () => feedOf({ guid: 'c' }, { guid: 'b' }, { guid: 'a' })
    await polling.next()
    expect(polling.taken()).toEqual(['feed:1/a', 'feed:1/c'])
    polling.database.exec('DROP TRIGGER full')
    await polling.next()
    expect(polling.taken()).toEqual(['feed:1/a', 'feed:1/c', 'feed:1/b'])
  })
})
