import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { feedItems } from '../../../src/sources/feed/feed-items.ts'
import { createParser } from '../../../src/sources/parser.ts'
import { localFetch } from '../fetching.ts'
import { FEED_URL, rss } from './oddities.ts'

const NOW = Date.parse('2026-11-22T06:00:00Z')
const MB = 1024 * 1024
const parser = createParser()
afterAll(() => parser.close())

const read = (feed: string | Uint8Array, url = FEED_URL) =>
  feedItems(typeof feed === 'string' ? Buffer.from(feed) : feed, url, null, NOW)
const inThread = (feed: string) =>
  parser.run('feed', { bytes: Buffer.from(feed), url: FEED_URL, charset: null, now: NOW })

const LOL = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

describe('a feed is refused that', () => {
  test.each([
    [
      'declares entities that grow',
      `<!DOCTYPE rss [<!ENTITY l0 "x">${LOL}]>${rss('<item><title>&l9;</title></item>')}`,
    ],
    [
      'declares one long entity',
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(50_000)}">]>${rss(`<item><title>${'&a;'.repeat(50)}</title></item>`)}`,
    ],
    [
      'declares an external entity',
      `<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss('<item><title>&f;</title></item>')}`,
    ],
    [
      'loads its declarations from elsewhere',
      `<!DOCTYPE rss [<!ENTITY % d SYSTEM "http://127.0.0.1/d.dtd"> %d;]>${rss('')}`,
    ],
    [
      'holds __proto__ as an element',
      rss('<item><__proto__><polluted>1</polluted></__proto__><title>x</title></item>'),
    ],
    [
      'holds __proto__ as a name',
      '{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","__proto__":{"polluted":1},"title":"x"}]}',
    ],
    ['is empty', ' \n'],
    ['is a text', 'rss و atom كلمتان في نص.'],
    ['is JSON of another kind', '{"items":[{"id":1}]}'],
    [
      'is a map of a site',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/</loc></url></urlset>',
    ],
    ['is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex')],
  ])('%s', async (_, feed) => {
    await expect(read(feed)).rejects.toMatchObject({ name: 'MujazError', code: 'feed_invalid' })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('is larger than 5 MB, before anything is made of it', async () => {
    const large = Buffer.alloc(20 * MB, rss('<item><title>خبر</title></item>'))
    await expect(read(large)).rejects.toMatchObject({ code: 'parse_too_large' })
  })

  test('is larger than 5 MB while it comes over the wire', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
      const chunk = Buffer.alloc(MB, '<item><title>x</title></item>')
      let sent = 0
      const go = () => {
        while (sent++ < 20 && response.write(chunk));
        if (sent > 20) response.end()
      }
      response.on('drain', go)
      go()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => server.closeAllConnections())
    onTestFinished(() => void server.close())
    const { fetch } = localFetch({ limits: { bytes: 5 * MB } })
    const { port } = server.address() as AddressInfo
    await expect(fetch(`http://news.example:${port}/feed`, { accept: [] })).rejects.toMatchObject({
      code: 'fetch_too_large',
    })
  })
})

describe('the thread outlives', () => {
  test.each([
    ['elements nested without end', rss('<b>'.repeat(400_000))],
    [
      'JSON nested without end',
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(2_000_000)}`,
    ],
    [
      'tags that never close',
      rss(`<item><title>x</title><description><![CDATA[${'<a '.repeat(1_500_000)}]]></description></item>`),
    ],
    [
      'quotes that never close',
      rss(`<item><title>x</title><description><![CDATA[<a ${'"'.repeat(1_500_000)}]]></description></item>`),
    ],
    [
      'a comment that never closes',
      rss(`<item><title>x</title><description><![CDATA[${'<!-- '.repeat(900_000)}]]></description></item>`),
    ],
  ])('%s', async (_, feed) => {
    await inThread(feed).catch((error: unknown) =>
      expect(error).toMatchObject({
        code: expect.stringMatching(/^(?:feed_invalid|parse_too_large|parse_timeout|parse_failed)$/),
      }),
    )
    expect(await inThread(rss('<item><title>بعده</title></item>'))).toMatchObject({
      items: [{ title: 'بعده' }],
    })
  })

  test('150,000 items, of which the newest 500 are taken', async () => {
    const day = (n: number) => new Date(NOW - n * 60_000).toUTCString()
    const many = Array.from(
      { length: 4_000 },
      (_, n) => `<item><title>خبر ${n}</title><pubDate>${day(n)}</pubDate></item>`,
    )
    const parsed = await inThread(rss(many.toReversed().join('') + '<item/>'.repeat(146_000)))
    if (parsed.kind !== 'feed') throw new Error('It was taken for a page.')
    expect(parsed.items).toHaveLength(500)
    expect(parsed.items[0]?.title).toBe('خبر 0')
  })
})

describe('a page instead of a feed', () => {
  const page = (head: string) =>
    `<!DOCTYPE html><html><head><title>موقع &amp; أخبار</title>${head}</head><body><p>خبر</p></body></html>`

  test('names its feeds, each once, with absolute addresses', async () => {
    const parsed = await read(
      page(`<link rel="alternate" type="application/rss+xml" title="العالم" href="/rss?a=1&amp;b=2">
        <LINK HREF='feed.json' TYPE='application/feed+json' REL='alternate'>
        <link type=application/atom+xml rel="alternate home" href=//other.example/atom>
        <link rel="alternate" type="application/rss+xml" href="https://news.example/rss?a=1&b=2">
        <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
        <link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" type="text/css" href="/x.css">
        <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`),
      'https://news.example/world/',
    )
    expect(parsed).toEqual({
      kind: 'page',
      title: 'موقع & أخبار',
      feeds: [
        { url: 'https://news.example/rss?a=1&b=2', title: 'العالم' },
        { url: 'https://news.example/world/feed.json', title: null },
        { url: 'https://other.example/atom', title: null },
      ],
    })
  })

  test('may name none', async () => {
    expect(await read(page(''))).toEqual({ kind: 'page', title: 'موقع & أخبار', feeds: [] })
  })

  test('is one for its base element as well', async () => {
    const parsed = await read(
      page(
        '<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" href="rss">',
      ),
    )
    expect(parsed).toMatchObject({ feeds: [{ url: 'https://cdn.example/x/rss' }] })
  })
})
