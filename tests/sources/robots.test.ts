import { describe, expect, test } from 'vitest'
import { type FetchCode, MujazError } from '../../src/errors.ts'
import type { Fetched } from '../../src/sources/fetch.ts'
import { createRobots } from '../../src/sources/robots.ts'
import { readRobots } from '../../src/sources/robots-rules.ts'
import { createTestClock } from '../support/test-clock.ts'
import { localFetch } from './fetching.ts'
import { serve } from './hostile-server.ts'

/** What of these paths may be fetched. */
function allowed(text: string, ...paths: readonly string[]): string[] {
  const rules = readRobots(text, 'MujazBot')
  return paths.filter((path) => rules.allow(path))
}

describe('a robots.txt', () => {
  test.each([
    ['nothing forbids nothing', '', true],
    ['an empty rule forbids nothing', 'User-agent: *\nDisallow:', true],
    ['a slash forbids all', 'User-agent: *\nDisallow: /', false],
    ['a rule is a beginning', 'User-agent: *\nDisallow: /fee', false],
    ['case counts in paths', 'User-agent: *\nDisallow: /FEED', true],
    ['but not in names', 'USER-AGENT: *\ndisallow: /feed', false],
    ['rules for others are not ours', 'User-agent: OtherBot\nDisallow: /', true],
    ['rules for us are', 'User-agent: mujazbot\nDisallow: /', false],
    ['with a version too', 'User-agent: MujazBot/1.0\nDisallow: /', false],
    ['a name that only begins like ours is not ours', 'User-agent: MujazBotany\nDisallow: /', true],
    [
      'our own group stands above that for all',
      'User-agent: *\nDisallow: /\n\nUser-agent: MujazBot\nAllow: /',
      true,
    ],
    ['wherever it stands', 'User-agent: MujazBot\nAllow: /\n\nUser-agent: *\nDisallow: /', true],
    ['also when it says nothing', 'User-agent: MujazBot\n\nUser-agent: *\nDisallow: /', false],
    ['also when it forbids nothing', 'User-agent: MujazBot\nDisallow:\n\nUser-agent: *\nDisallow: /', true],
    [
      'groups of one name are one',
      'User-agent: MujazBot\nDisallow: /a\n\nUser-agent: MujazBot\nDisallow: /feed',
      false,
    ],
    ['names share the rules below', 'User-agent: MujazBot\nUser-agent: OtherBot\nDisallow: /feed', false],
    [
      'other lines part nothing',
      'User-agent: MujazBot\nSitemap: /s.xml\nUser-agent: B\nDisallow: /feed',
      false,
    ],
    ['the longest rule decides', 'User-agent: *\nDisallow: /\nAllow: /feed', true],
    ['in either order', 'User-agent: *\nAllow: /feed\nDisallow: /', true],
    ['in either sense', 'User-agent: *\nAllow: /\nDisallow: /feed.xml', false],
    ['permission wins a tie', 'User-agent: *\nDisallow: /feed\nAllow: /feed', true],
    ['a star is anything', 'User-agent: *\nDisallow: /*.xml', false],
    ['a dollar is the end', 'User-agent: *\nDisallow: /feed$', true],
    ['and meets it', 'User-agent: *\nDisallow: /*.xml$', false],
    ['stars may be many', 'User-agent: *\nDisallow: /**f*e*d*.*l$', false],
    ['a star may be nothing', 'User-agent: *\nDisallow: /feed.xml*$', false],
    ['a star does not go back', 'User-agent: *\nDisallow: /feed*feed.xml$', true],
    ['comments are no rules', 'User-agent: * # all\nDisallow: /feed # all of it', false],
    ['a whole line of them', '# User-agent: *\n# Disallow: /', true],
    ['a byte order mark is no sign', '\u{FEFF}User-agent: *\nDisallow: /', false],
    ['lines end in any way', 'User-agent: *\r\nDisallow: /a\rDisallow: /feed', false],
    ['spaces do not matter', '  User-agent :  *  \n\tDisallow\t:\t/feed  ', false],
    ['rules without a name are nobody’s', 'Disallow: /\nUser-agent: OtherBot\nDisallow: /', true],
    ['a page in its place says nothing', '<html><body>Disallow: /</body></html>', true],
  ])('%s', (_, text, may) => {
    expect(allowed(text, '/feed.xml')).toEqual(may ? ['/feed.xml'] : [])
  })

  test('never forbids itself', () => {
    expect(allowed('User-agent: *\nDisallow: /', '/robots.txt', '/robots.txt2')).toEqual(['/robots.txt'])
  })

  test.each(['/أخبار', '/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1', '/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1'])(
    'means the same path by %s',
    (path) => {
      const asked = new URL('https://news.example/أخبار/كوريا').pathname
      expect(allowed(`User-agent: *\nDisallow: ${path}`, asked, '/%D8%A3')).toEqual(['/%D8%A3'])
    },
  )

  test('tells signs of patterns from the same signs in paths', () => {
    const text = 'User-agent: *\nDisallow: /a%2Ab\nDisallow: /c$d\nDisallow: /%7Ee'
    expect(allowed(text, '/a*b', '/axb', '/c$d', '/c%24d', '/c', '/~e')).toEqual(['/axb', '/c'])
  })

  test('counts the query to the path', () => {
    const text = 'User-agent: *\nDisallow: /*?print='
    expect(allowed(text, '/a?print=1', '/a?b&print=1', '/a')).toEqual(['/a?b&print=1', '/a'])
  })

  test('made to be slow is not', () => {
    const rules = Array.from({ length: 5_000 }, () => `Disallow: /${'*a'.repeat(40)}b$`).join('\n')
    expect(allowed(`User-agent: *\n${rules}`, `/${'a'.repeat(2_000)}`)).toHaveLength(1)
  })
})

/** A site whose robots.txt is what the test says at that time. */
function site(first: Partial<Fetched> | FetchCode) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  let says = first
  const asked: string[] = []
  const robots = createRobots({
    clock,
    fetch: async (url) => {
      asked.push(url)
      if (typeof says === 'string') throw new MujazError(says, 'It cannot be fetched.')
      return { ...PLAIN, url, ...says }
    },
  })
  return { clock, robots, asked, say: (next: Partial<Fetched> | FetchCode) => (says = next) }
}

const PLAIN: Fetched = {
  url: '',
  status: 200,
  type: 'text/plain',
  charset: null,
  body: Buffer.alloc(0),
  etag: null,
  lastModified: null,
  retryAfter: null,
  movedForGood: false,
}
const FORBIDDING = 'User-agent: *\nDisallow: /'
const FORBIDS = { body: Buffer.from(FORBIDDING) }
const FEED = 'https://news.example/feed.xml'
const DAY = 86_400_000

describe('what a site asks of us', () => {
  test.each([
    [400, true],
    [401, true],
    [403, true],
    [404, true],
    [410, true],
    [429, false],
    [500, false],
    [503, false],
    [304, false],
  ])('when it answers with %i: may fetch %j', async (status, may) => {
    expect(await site({ status }).robots.mayFetch(FEED)).toBe(may)
  })

  test.each([
    ['fetch_unreachable', false],
    ['fetch_timeout', false],
    ['fetch_bad_certificate', false],
    ['fetch_bad_response', false],
    ['fetch_too_large', false],
    ['fetch_too_many_redirects', true],
    // The feed itself will be refused, with the right words.
    ['fetch_refused_address', true],
  ] as const)('when it fails with %s: may fetch %j', async (code, may) => {
    expect(await site(code).robots.mayFetch(FEED)).toBe(may)
  })

  test('is asked once a day, for all of its addresses, also by many at once', async () => {
    const { robots, asked, clock, say } = site({})
    const paths = ['/a', '/b', '/c?d']
    expect(await Promise.all(paths.map((path) => robots.mayFetch(new URL(path, FEED).href)))).toEqual([
      true,
      true,
      true,
    ])
    say(FORBIDS)
    await clock.advance(DAY - 1)
    expect(await robots.mayFetch(FEED)).toBe(true)
    expect(asked).toEqual(['https://news.example/robots.txt'])
    await clock.advance(1)
    expect(await robots.mayFetch(FEED)).toBe(false)
    expect(asked).toHaveLength(2)
  })

  test('is asked of each site by itself', async () => {
    const { robots, asked } = site({})
    await robots.mayFetch('http://news.example/a')
    await robots.mayFetch('https://news.example:8443/a')
    expect(asked).toEqual(['http://news.example/robots.txt', 'https://news.example:8443/robots.txt'])
  })

  test('holds on while the site is down, which is asked again after an hour', async () => {
    const { robots, asked, clock, say } = site({ body: Buffer.from('User-agent: *\nDisallow: /private') })
    await robots.mayFetch(FEED)
    say('fetch_unreachable')
    await clock.advance(DAY)
    expect(await robots.mayFetch(FEED)).toBe(true)
    expect(await robots.mayFetch('https://news.example/private')).toBe(false)
    say(FORBIDS)
    await clock.advance(3_599_999)
    expect(await robots.mayFetch(FEED)).toBe(true)
    await clock.advance(1)
    expect(await robots.mayFetch(FEED)).toBe(false)
    expect(asked).toHaveLength(3)
  })

  test('is no question for what is no web address: the fetch has the words for that', async () => {
    const { robots, asked } = site(FORBIDS)
    expect(await robots.mayFetch('file:///etc/passwd')).toBe(true)
    expect(await robots.mayFetch('not an address')).toBe(true)
    expect(asked).toEqual([])
  })

  test('is read up to 500 KB', async () => {
    const filler = `#${'x'.repeat(1_022)}\n`.repeat(500)
    expect(
      await site({ body: Buffer.from(`${filler.slice(0, -100)}\n${FORBIDDING}`) }).robots.mayFetch(FEED),
    ).toBe(false)
    expect(await site({ body: Buffer.from(`${filler}${FORBIDDING}`) }).robots.mayFetch(FEED)).toBe(true)
  })

  test('is forgotten one site after another, not kept for ever', async () => {
    const { robots, asked } = site({})
    for (let number = 0; number <= 500; number += 1) await robots.mayFetch(`https://s${number}.example/`)
    await robots.mayFetch('https://s500.example/')
    expect(asked).toHaveLength(501)
    await robots.mayFetch('https://s0.example/')
    expect(asked).toHaveLength(502)
  })

  test('is read over the safe fetch, whatever type it says it is', async () => {
    const server = await serve(({ url }, answer) =>
      url === '/robots.txt'
        ? answer.writeHead(200, { 'content-type': 'application/octet-stream' }).end(FORBIDS.body)
        : answer.end(),
    )
    const { clock, fetch } = localFetch()
    expect(await createRobots({ fetch, clock }).mayFetch(`${server.url}/feed`)).toBe(false)
  })
})
