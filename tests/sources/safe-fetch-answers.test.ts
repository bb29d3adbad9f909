import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { codeOf, localFetch, PAGE, refusalOf } from './fetching.ts'
import { gate, serve, serveRaw, serveSilence, writeForever } from './hostile-server.ts'

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const CHUNKED = `${HEAD}Transfer-Encoding: chunked\r\n\r\n`
/** As large as the limit of these tests. */
const LIMIT = 64 * 1024

/** What the name says, in bytes: each is answered to a request and must be refused. */
const GARBAGE: readonly (readonly [string, string | Buffer, string])[] = [
  ['HTTP/0.9: a page without a head', '<html>hello</html>\r\n', 'fetch_bad_response'],
  ['noise', Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 197) % 256)), 'fetch_bad_response'],
  ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n', 'fetch_bad_response'],
  ['a status that is no number', 'HTTP/1.1 OK\r\n\r\n', 'fetch_bad_response'],
  ['a header without a colon', 'HTTP/1.1 200 OK\r\nhello there\r\n\r\n', 'fetch_bad_response'],
  ['a header with NUL', 'HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n', 'fetch_bad_response'],
  ['a negative length', `${HEAD}Content-Length: -1\r\n\r\nhello`, 'fetch_bad_response'],
  ['two lengths', `${HEAD}Content-Length: 1\r\nContent-Length: 5\r\n\r\nhello`, 'fetch_bad_response'],
  [
    'a length and chunks',
    `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    'fetch_bad_response',
  ],
  ['fewer bytes than it promised', `${HEAD}Content-Length: 500\r\n\r\nhello`, 'fetch_bad_response'],
  ['chunks that stop', `${CHUNKED}5\r\nhello\r\n`, 'fetch_bad_response'],
  ['chunks of no number', `${CHUNKED}zz\r\nhello\r\n`, 'fetch_bad_response'],
  ['chunks of an enormous number', `${CHUNKED}ffffffffffffffffff\r\nhello\r\n`, 'fetch_bad_response'],
  ['no byte at all', '', 'fetch_unreachable'],
  ['a «continue» that nobody needs', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(50), 'fetch_unreachable'],
  ['half a head', 'HTTP/1.1 200 O', 'fetch_unreachable'],
  [
    'an upgrade',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    'fetch_unreachable',
  ],
  ['a header that is too long', `HTTP/1.1 200 OK\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 'fetch_bad_response'],
  ['ten thousand headers', `HTTP/1.1 200 OK\r\n${'A: b\r\n'.repeat(10_000)}\r\n`, 'fetch_bad_response'],
]

describe('an answer is refused that is', () => {
  test.each(GARBAGE)('%s', async (_, bytes, code) => {
    const server = await serveRaw((socket) => socket.end(bytes))
    expect(await codeOf(localFetch().fetch, server.url)).toBe(code)
    await server.quiet()
  })

  test.each([
    ['headers', 'HTTP/1.1 200 OK\r\n', 'A: b\r\n', 'fetch_bad_response'],
    ['a body', `${HEAD}\r\n`, 'x'.repeat(1_000), 'fetch_too_large'],
    ['chunks', CHUNKED, '5\r\nhello\r\n', 'fetch_too_large'],
  ])('endless: %s', async (_, head, more, code) => {
    const server = await serveRaw((socket) => {
      socket.write(head)
      writeForever(socket, more)
    })
    expect(await codeOf(localFetch().fetch, server.url)).toBe(code)
    await server.quiet()
  })

  test.each([
    ['after the request', ''],
    ['in the status line', 'HTTP/1.1 20'],
    ['between headers', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'],
    ['before the body', `${HEAD}Content-Length: 500\r\n\r\n`],
    ['inside the body', `${HEAD}Content-Length: 500\r\n\r\nhello`],
    ['inside a chunk', `${CHUNKED}ff\r\nhello`],
    ['after many early hints', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50)],
    [
      'inside gzip',
      Buffer.concat([Buffer.from(`${HEAD}Content-Encoding: gzip\r\n\r\n`), gzipSync('x').subarray(0, 10)]),
    ],
    ['before the first byte of deflate', `${HEAD}Content-Encoding: deflate\r\n\r\n`],
  ])('slow: silent %s', async (_, bytes) => {
    const asked = gate<void>()
    const server = await serveRaw((socket) => socket.write(bytes, () => asked.resolve()))
    const { clock, fetch } = localFetch()
    const refused = refusalOf(fetch, server.url)
    await asked.promise
    await clock.advance(9_999)
    expect(clock.sleepers()).toBe(1)
    await clock.advance(1)
    expect((await refused).code).toBe('fetch_timeout')
    // Nobody is left waiting, neither here nor there.
    await server.quiet()
    expect(clock.sleepers()).toBe(0)
  })

  test('slow: silent before it shows a certificate', async () => {
    const met = gate<void>()
    const server = await serveSilence(() => met.resolve())
    const { clock, fetch } = localFetch()
    const refused = refusalOf(fetch, server.url)
    await met.promise
    await clock.advance(10_000)
    expect((await refused).code).toBe('fetch_timeout')
    await server.quiet()
  })

  test('slow: one byte after the other, with all the redirects it can get', async () => {
    const asked = gate<void>()
    const server = await serveRaw((socket, request) => {
      if (request.startsWith('GET / '))
        return void socket.end('HTTP/1.1 302 Found\r\nLocation: /slow\r\n\r\n')
      socket.write(CHUNKED)
      const drip = setInterval(() => socket.write('1\r\nx\r\n'), 1)
      socket.on('close', () => clearInterval(drip))
      asked.resolve()
    })
    const { clock, fetch } = localFetch()
    const refused = refusalOf(fetch, server.url)
    await asked.promise
    await clock.advance(10_000)
    expect((await refused).code).toBe('fetch_timeout')
    await server.quiet()
  })
})

describe('a packed answer', () => {
  const packed = async (encoding: string, body: Buffer) => {
    const server = await serve((_, answer) =>
      answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body),
    )
    return server.url
  }
  const text = 'خبر '.repeat(1_000)

  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['identity, gzip', gzipSync(text)],
    ['gzip', Buffer.concat([gzipSync(text.slice(0, 100)), gzipSync(text.slice(100))])],
  ])('in %s is unpacked', async (encoding, body) => {
    const { fetch } = localFetch()
    expect(String((await fetch(await packed(encoding, body), PAGE)).body)).toBe(text)
  })

  const bomb = Buffer.alloc(64 * 1024 * 1024)
  test.each([
    ['gzip', gzipSync(bomb)],
    ['deflate', deflateSync(bomb)],
    ['deflate', deflateRawSync(bomb)],
    ['br', brotliCompressSync(bomb)],
    ['gzip', Buffer.concat(Array.from({ length: 100 }, () => gzipSync(Buffer.alloc(1024 * 1024))))],
  ])('that is a bomb in %s is refused', async (encoding, body) => {
    expect(body.length).toBeLessThan(128 * 1024)
    const { fetch } = localFetch({ limits: { bytes: 5 * 1024 * 1024 } })
    expect(await codeOf(fetch, await packed(encoding, body))).toBe('fetch_too_large')
  })

  test.each([
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['deflate, gzip, gzip', gzipSync(text)],
  ])('more than once (%s) is refused', async (encoding, body) => {
    expect(await codeOf(localFetch().fetch, await packed(encoding, body))).toBe('fetch_bad_response')
  })

  test('more than once, told in two headers, is refused', async () => {
    const server = await serveRaw((socket) =>
      socket.end(`${HEAD}Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\nx`),
    )
    expect(await codeOf(localFetch().fetch, server.url)).toBe('fetch_bad_response')
  })

  test.each(['zstd', 'compress', 'aes128gcm', '"gzip"', 'gzip;q=1', '__proto__', 'constructor'])(
    'in %s, which was not asked for, is refused',
    async (encoding) => {
      expect(await codeOf(localFetch().fetch, await packed(encoding, gzipSync(text)))).toBe(
        'fetch_bad_response',
      )
    },
  )

  test.each([
    ['cut short', 'gzip', gzipSync(text).subarray(0, -9)],
    ['damaged', 'gzip', Buffer.from('this is no gzip')],
    ['damaged', 'br', Buffer.from('this is no brotli at all')],
    ['damaged', 'deflate', Buffer.from('xthis is no deflate')],
    ['not there', 'gzip', Buffer.alloc(0)],
  ])('%s in %s is refused', async (_, encoding, body) => {
    expect(await codeOf(localFetch().fetch, await packed(encoding, body))).toBe('fetch_bad_response')
  })

  test('that packs nothing for ever is refused by its packed size', async () => {
    const server = await serveRaw((socket) => {
      // Empty stored blocks of deflate: they unpack to nothing, however many there are.
      socket.write(`${HEAD}Content-Encoding: deflate\r\n\r\n`)
      writeForever(socket, Buffer.concat(Array.from({ length: 999 }, () => Buffer.from('000000ffff', 'hex'))))
    })
    expect(await codeOf(localFetch().fetch, server.url)).toBe('fetch_too_large')
  })
})

describe('an answer', () => {
  const typed = async (type: string | null, status = 200) =>
    (
      await serve((_, answer) =>
        answer.writeHead(status, type === null ? {} : { 'content-type': type }).end('x'),
      )
    ).url

  test.each([
    'image/png',
    'application/pdf',
    'video/mp4',
    'application/octet-stream',
    'text/plain',
    'html',
    'text/<b>',
  ])('of type %s is refused where a page is wanted', async (type) => {
    const { fetch } = localFetch()
    const { code, message } = await refusalOf(fetch, await typed(type))
    expect([code, message.length < 120]).toEqual(
      type.startsWith(';') ? ['', true] : ['fetch_wrong_type', true],
    )
  })

  test.each([
    ['text/html', 'text/html', null],
    ['TEXT/HTML; Charset=Windows-1256', 'text/html', 'windows-1256'],
    ['text/html ;charset="utf-8"', 'text/html', 'utf-8'],
    ['text/html; boundary=x; charset=utf-16le', 'text/html', 'utf-16le'],
    ['text/html; charset=<script>', 'text/html', null],
    ['application/xhtml+xml', 'application/xhtml+xml', null],
    [';charset=utf-8', '', 'utf-8'],
    [null, '', null],
  ])('of type %s is taken', async (told, type, charset) => {
    const { fetch } = localFetch()
    expect(await fetch(await typed(told), PAGE)).toMatchObject({ type, charset })
  })

  test('of any type is taken by who asks for none', async () => {
    const { fetch } = localFetch()
    expect(await fetch(await typed('image/png'), { accept: [] })).toMatchObject({ type: 'image/png' })
  })

  test('just as large as the limit is taken, one byte more is not', async () => {
    const server = await serve(({ url }, answer) => answer.end('x'.repeat(LIMIT + Number(url?.slice(1)))))
    const { fetch } = localFetch()
    expect((await fetch(`${server.url}/0`, PAGE)).body.length).toBe(LIMIT)
    expect(await codeOf(fetch, `${server.url}/1`)).toBe('fetch_too_large')
  })

  test.each([204, 203])('with status %i is taken', async (status) => {
    const { fetch } = localFetch()
    expect(await fetch(await typed('text/html', status), PAGE)).toMatchObject({ status })
  })

  test.each([206, 300, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503, 999])(
    'with status %i is refused, or comes back empty to who asks for any',
    async (status) => {
      const { fetch } = localFetch()
      const url = await typed('text/html', status)
      const { code, message } = await refusalOf(fetch, url)
      expect([code, message]).toEqual(['fetch_http_status', `news.example answers with ${status}.`])
      const { body, status: told } = await fetch(url, { ...PAGE, anyStatus: true })
      expect([body.length, told]).toEqual([0, status])
    },
  )
})
