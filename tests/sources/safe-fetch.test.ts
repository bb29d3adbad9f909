import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createDial } from '../../src/sources/safe-fetch/dial.ts'
import { userAgentOf } from '../../src/sources/safe-fetch/user-agent.ts'
import { codeOf, localFetch, PAGE } from './fetching.ts'
import { gate, serve, serveSecurely } from './hostile-server.ts'

describe('a fetch', () => {
  test('brings a page home with what its server says of it', async () => {
    const server = await serve((_, answer) =>
      answer
        .writeHead(200, {
          'content-type': 'text/html; charset=UTF-8',
          etag: '"v1"',
          'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT',
        })
        .end('<p>خبر</p>'),
    )
    expect(await localFetch().fetch(`${server.url}/a?b=c#d`, PAGE)).toEqual({
      url: `${server.url}/a?b=c`,
      status: 200,
      type: 'text/html',
      charset: 'utf-8',
      body: Buffer.from('<p>خبر</p>'),
      etag: '"v1"',
      lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT',
      retryAfter: null,
      movedForGood: false,
    })
    await server.quiet()
  })

  test('says who asks, for what, and nothing else', async () => {
    let seen: IncomingHttpHeaders = {}
    const server = await serve(({ headers }, answer) => {
      seen = headers
      answer.writeHead(200, { 'set-cookie': 'a=b' }).end()
    })
    const { fetch } = localFetch()
    await fetch(server.url, PAGE)
    await fetch(server.url, PAGE)
    expect(seen).toEqual({
      host: `news.example:${server.port}`,
      connection: 'close',
      'user-agent': 'MujazBot/test (tests)',
      accept: 'text/html, application/xhtml+xml, */*;q=0.1',
      'accept-encoding': 'gzip, deflate, br',
    })
    expect(userAgentOf('1.2.3')).toMatch(/^MujazBot\/1\.2\.3 \([\x20-\x7e]+\)$/)
  })

  test('asks only for what has changed, and keeps what it knew when nothing has', async () => {
    const server = await serve(({ headers }, answer) => {
      const known = headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'yesterday'
      answer.writeHead(known ? 304 : 200, known ? {} : { etag: '"v2"' }).end(known ? undefined : 'page')
    })
    const { fetch } = localFetch()
    const unchanged = await fetch(server.url, { ...PAGE, etag: '"v1"', lastModified: 'yesterday' })
    expect(unchanged).toMatchObject({ status: 304, etag: '"v1"', lastModified: 'yesterday' })
    expect(unchanged.body.length).toBe(0)
    expect(await fetch(server.url, { ...PAGE, etag: '"v0"' })).toMatchObject({ status: 200, etag: '"v2"' })
  })

  test('sends no etag that would be two headers, and keeps none that is too long', async () => {
    let seen: IncomingHttpHeaders = {}
    const server = await serve(({ headers }, answer) => {
      seen = headers
      answer.writeHead(200, { etag: `"${'x'.repeat(2_000)}"` }).end()
    })
    const { fetch } = localFetch()
    const fetched = await fetch(server.url, { ...PAGE, etag: '"x"\r\nCookie: a=b', lastModified: 'أمس' })
    expect(fetched.etag).toBeNull()
    expect(Object.keys(seen).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  test.each([
    ['120', 120],
    ['0', 0],
    ['Sun, 22 Nov 2026 08:02:00 GMT', 120],
    ['Sunday, 22-Nov-26 08:02:00 GMT', 120],
    ['Sun Nov 22 08:02:00 2026', 120],
    ['Sat, 21 Nov 2026 08:00:00 GMT', 0],
    ['Sun, 22 Nov 2099 08:00:00 GMT', 31 * 86_400],
    ['999999999999', 31 * 86_400],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['Sun, 99 Nov 2026 08:00:00 GMT', null],
    ['', null],
  ])('understands «Retry-After: %s»', async (told, seconds) => {
    const server = await serve((_, answer) => answer.writeHead(503, { 'retry-after': told }).end())
    const { retryAfter, status } = await localFetch().fetch(server.url, { ...PAGE, anyStatus: true })
    expect([status, retryAfter]).toEqual([503, seconds])
  })

  test('ends when its caller gives up, with the caller’s reason', async () => {
    const asked = gate<void>()
    const server = await serve(() => asked.resolve())
    const { clock, fetch } = localFetch()
    const giveUp = new AbortController()
    const fetched = fetch(server.url, { ...PAGE, signal: giveUp.signal })
    await asked.promise
    giveUp.abort(new Error('no longer wanted'))
    await expect(fetched).rejects.toThrow('no longer wanted')
    await server.quiet()
    expect(clock.sleepers()).toBe(0)
    await expect(fetch(server.url, { ...PAGE, signal: giveUp.signal })).rejects.toThrow('no longer wanted')
    expect(server.connections()).toBe(1)
  })

  test('tries the next of the checked addresses when the first does not answer', async () => {
    const server = await serve((_, answer) => answer.end('page'))
    const { fetch } = localFetch({ resolve: async () => ['127.0.0.2', '::1', '127.0.0.1'] })
    expect(String((await fetch(server.url, PAGE)).body)).toBe('page')
  })

  test('says that a server does not answer', async () => {
    const server = await serve((_, answer) => answer.destroy())
    expect(await codeOf(localFetch().fetch, server.url)).toBe('fetch_unreachable')
    const { fetch } = localFetch({ resolve: async () => ['127.0.0.2'] })
    expect(await codeOf(fetch, server.url)).toBe('fetch_unreachable')
  })
})

describe('a fetch over https', () => {
  test('proves the name, although an address is dialled', async () => {
    const server = await serveSecurely((request, answer) =>
      answer.end((request.socket as { servername?: string }).servername),
    )
    expect(String((await localFetch().fetch(server.url, PAGE)).body)).toBe('news.example')
  })

  test.each([
    ['for another name', (port: number) => `https://www.news.example:${port}`],
    ['for a name, where an address was asked for', (port: number) => `https://127.0.0.1:${port}`],
  ])('refuses a certificate %s', async (_, urlAt) => {
    const server = await serveSecurely((_request, answer) => answer.end('page'))
    expect(await codeOf(localFetch().fetch, urlAt(server.port))).toBe('fetch_bad_certificate')
  })

  test('refuses a certificate that nobody vouches for', async () => {
    const server = await serveSecurely((_, answer) => answer.end('page'))
    expect(await codeOf(localFetch({ ca: '' }).fetch, server.url)).toBe('fetch_bad_certificate')
  })

  test('tells a server that speaks no TLS from one with a bad certificate', async () => {
    const server = await serve((_, answer) => answer.end('page'))
    expect(await codeOf(localFetch().fetch, server.url.replace('http:', 'https:'))).toBe('fetch_unreachable')
  })
})

test('a socket at an address that nobody checked is not handed over', async () => {
  const server = await serve((_, answer) => answer.end('page'))
  const dial = createDial({ addresses: ['127.0.0.2'], signal: new AbortController().signal })
  const error = await new Promise<unknown>((resolve) => {
    const target = { hostname: '127.0.0.1', protocol: 'http:', port: String(server.port) }
    dial(target, (...[failed]) => resolve(failed))
  })
  expect(error).toMatchObject({ code: 'fetch_refused_address' })
  await server.quiet()
})
