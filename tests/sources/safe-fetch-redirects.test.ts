import { describe, expect, test } from 'vitest'
import { codeOf, localFetch, loopbackNames, PAGE, refusalOf } from './fetching.ts'
import { gate, serve, serveRaw, serveSecurely } from './hostile-server.ts'

/** Redirects from / to `target`, and is a page everywhere else. */
function redirectingTo(target: string, status = 302) {
  return serve(({ url }, answer) => {
    if (url === '/') answer.writeHead(status, { location: Buffer.from(target).toString('latin1') }).end()
    else answer.writeHead(200, { 'content-type': 'text/html' }).end(`page ${url}`)
  })
}

const TARGETS = [
  ['a private address', 'http://10.0.0.1/', 'fetch_refused_address'],
  ['cloud metadata', 'http://169.254.169.254/latest/meta-data/', 'fetch_refused_address'],
  ['cloud metadata by name', 'http://metadata.example/', 'fetch_refused_address'],
  ['the intranet by name', 'https://intranet.example/', 'fetch_refused_address'],
  ['CGNAT', 'http://100.64.0.1/', 'fetch_refused_address'],
  ['multicast', 'http://224.0.0.1/', 'fetch_refused_address'],
  ['a decimal address', 'http://167772161/', 'fetch_refused_address'],
  ['an IPv4-mapped address', 'http://[::ffff:10.0.0.1]/', 'fetch_refused_address'],
  ['NAT64', 'http://[64:ff9b::10.0.0.1]/', 'fetch_refused_address'],
  ['unique local IPv6', 'http://[fd00::1]/', 'fetch_refused_address'],
  ['a private address without a scheme', '//192.168.0.1/', 'fetch_refused_address'],
  ['a file', 'file:///etc/passwd', 'fetch_bad_url'],
  ['ftp', 'ftp://public.example/', 'fetch_bad_url'],
  ['data', 'data:text/html,<p>x', 'fetch_bad_url'],
  ['gopher', 'gopher://public.example/_x', 'fetch_bad_url'],
  ['javascript', 'javascript:alert(1)', 'fetch_bad_url'],
  ['an address with a password', 'http://admin:hunter2@public.example/', 'fetch_bad_url'],
  ['an odd port', 'http://public.example:6379/', 'fetch_bad_url'],
  ['a zone id', 'http://[fe80::1%25eth0]/', 'fetch_bad_url'],
  ['a host that cannot be', 'http://a..b/', 'fetch_bad_url'],
  ['an endless address', `/?${'x'.repeat(3_000)}`, 'fetch_bad_url'],
  ['nowhere', '', 'fetch_bad_response'],
  ['a name nobody knows', 'http://nowhere.example/', 'fetch_unreachable'],
  ['itself', '/', 'fetch_too_many_redirects'],
  ['itself, up to a fragment', '/#here', 'fetch_too_many_redirects'],
] as const

describe('a redirect is refused that leads to', () => {
  test.each(TARGETS)('%s', async (_, target, code) => {
    const server = await redirectingTo(target)
    expect(await codeOf(localFetch().fetch, server.url)).toBe(code)
    await server.quiet()
  })

  test.each([301, 303, 307, 308])('a private address, also with status %i', async (status) => {
    const server = await redirectingTo('http://10.0.0.1/', status)
    expect(await codeOf(localFetch().fetch, server.url)).toBe('fetch_refused_address')
  })

  test('plain http from https', async () => {
    const plain = await serve((_, answer) => answer.end('page'))
    const secure = await serveSecurely((_, answer) => answer.writeHead(301, { location: plain.url }).end())
    expect(await codeOf(localFetch().fetch, secure.url)).toBe('fetch_insecure_redirect')
    expect(plain.connections()).toBe(0)
  })

  test('nowhere at all, without a location', async () => {
    const server = await serve((_, answer) => answer.writeHead(302).end('<a href="/page">here</a>'))
    expect(await codeOf(localFetch().fetch, server.url)).toBe('fetch_bad_response')
  })
})

describe('redirects', () => {
  /** /20 leads to /19 and so on down to /0, which is a page. */
  function stairs() {
    return serve(({ url = '' }, answer) => {
      const step = Number(url.slice(1))
      if (step > 0) answer.writeHead(302, { location: `/${step - 1}` }).end()
      else answer.writeHead(200, { 'content-type': 'text/html' }).end('the end')
    })
  }

  test('are followed five times', async () => {
    const server = await stairs()
    const { url, body } = await localFetch().fetch(`${server.url}/5`, PAGE)
    expect([url, String(body)]).toEqual([`${server.url}/0`, 'the end'])
  })

  test.each([6, 20])('are not followed %i times', async (steps) => {
    const server = await stairs()
    expect(await codeOf(localFetch().fetch, `${server.url}/${steps}`)).toBe('fetch_too_many_redirects')
    expect(server.connections()).toBe(6)
  })

  test('in a circle are refused at the first repetition', async () => {
    const server = await serve(({ url }, answer) =>
      answer.writeHead(302, { location: url === '/a' ? '/b' : '/a' }).end(),
    )
    expect(await codeOf(localFetch().fetch, `${server.url}/a`)).toBe('fetch_too_many_redirects')
    expect(server.connections()).toBe(2)
  })

  test('may lead from http to https', async () => {
    const secure = await serveSecurely((_, answer) => answer.end('safe'))
    const plain = await redirectingTo(secure.url)
    const { url, body } = await localFetch().fetch(plain.url, PAGE)
    expect([url, String(body)]).toEqual([`${secure.url}/`, 'safe'])
  })

  test('may be relative, and Arabic in raw UTF-8', async () => {
    const server = await redirectingTo('/أخبار/كوريا?ص=1')
    const { url } = await localFetch().fetch(server.url, PAGE)
    expect(decodeURI(url)).toBe(`${server.url}/أخبار/كوريا?ص=1`)
  })

  test('do not have their bodies read: the connection is over before the next one opens', async () => {
    const over = gate<void>()
    const server = await serveRaw(async (socket, request) => {
      if (request.startsWith('GET / ')) {
        socket.on('close', () => over.resolve())
        socket.write('HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 999999999\r\n\r\n')
        return
      }
      await over.promise
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
    })
    expect(String((await localFetch().fetch(server.url, PAGE)).body)).toBe('ok')
  })

  test.each([
    [[], false],
    [[301], true],
    [[308, 301], true],
    [[301, 302], false],
    [[307], false],
    [[303, 308], false],
  ])('%j: the address has changed for good: %j', async (statuses, forGood) => {
    const server = await serve(({ url = '' }, answer) => {
      const status = statuses[Number(url.slice(1))]
      if (status === undefined) answer.end('page')
      else answer.writeHead(status, { location: `/${Number(url.slice(1)) + 1}` }).end()
    })
    const { movedForGood } = await localFetch().fetch(`${server.url}/0`, PAGE)
    expect(movedForGood).toBe(forGood)
  })
})

describe('a name server that changes its mind', () => {
  /** Gives one answer after the other, the last one for ever. */
  function changing(...answers: readonly string[]) {
    let asked = 0
    const resolve = async () => [answers[Math.min(asked++, answers.length - 1)] ?? '']
    return { resolve, asked: () => asked }
  }

  test('between check and use is not asked again: what was checked is dialled', async () => {
    const server = await serve((_, answer) => answer.end('page'))
    const names = changing('127.0.0.1', '10.0.0.1')
    const { fetch } = localFetch({ resolve: names.resolve })
    expect(String((await fetch(server.url, PAGE)).body)).toBe('page')
    expect(names.asked()).toBe(1)
  })

  test('between two redirects is refused', async () => {
    const server = await redirectingTo('/page')
    const names = changing('127.0.0.1', '10.0.0.1')
    const { fetch } = localFetch({ resolve: names.resolve })
    expect(await codeOf(fetch, server.url)).toBe('fetch_refused_address')
    expect([names.asked(), server.connections()]).toEqual([2, 1])
  })

  test('cannot send a second fetch to where the first one was', async () => {
    const server = await serve((_, answer) => answer.end('page'))
    const names = changing('127.0.0.1', '192.168.1.1')
    const { fetch } = localFetch({ resolve: names.resolve })
    await fetch(server.url, PAGE)
    expect(await codeOf(fetch, server.url)).toBe('fetch_refused_address')
    expect(server.connections()).toBe(1)
  })

  test('while it is thinking until the time is over is not dialled any more', async () => {
    const server = await serve((_, answer) => answer.end('page'))
    const late = gate<readonly string[]>()
    const { clock, fetch } = localFetch({ resolve: () => late.promise })
    const refused = refusalOf(fetch, server.url)
    await clock.advance(10_000)
    expect((await refused).code).toBe('fetch_timeout')
    late.resolve(['127.0.0.1'])
    await clock.advance(1)
    expect(server.connections()).toBe(0)
  })

  test('is asked for the host alone, without dot, port or capitals', async () => {
    const server = await serve((_, answer) => answer.end('page'))
    const asked: string[] = []
    const { fetch } = localFetch({
      resolve: (host) => {
        asked.push(host)
        return loopbackNames(host)
      },
    })
    const { url } = await fetch(`http://NEWS.example.:${server.port}/a#b`, PAGE)
    expect([asked, url]).toEqual([['news.example'], `${server.url}/a`])
  })
})
