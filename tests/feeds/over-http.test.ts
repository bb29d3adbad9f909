import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createParser } from '../../src/sources/parser.ts'
import { createRobots } from '../../src/sources/robots.ts'
import { windows1256 } from '../sources/feed/oddities.ts'
import { localFetch } from '../sources/fetching.ts'
import { feedOf, startPolling } from './polling.ts'

/** A site on this machine, under the name news.example. */
async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://news.example:${(server.address() as AddressInfo).port}`
}

/** The poller with the real fetch, robots.txt and parsing thread. */
async function startReal() {
  const { fetch, clock } = localFetch()
  const parser = createParser()
  onTestFinished(() => parser.close())
  return startPolling({
    fetch,
    robots: createRobots({ fetch, clock }),
    parse: (input) => parser.run('feed', input),
  })
}

test('a feed is fetched, read in the thread and stored; the second time nothing has changed', async () => {
  const asked: string[] = []
  const site = await serve((request, response) => {
    asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`)
    if (request.url === '/robots.txt') return void response.writeHead(404).end()
    if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end()
    response.writeHead(200, {
      'Content-Type': 'text/plain; charset=utf-8',
      ETag: '"1"',
      'Content-Encoding': 'gzip',
    })
    response.end(gzipSync(windows1256(feedOf({ guid: 'b' }, { guid: 'a' }))))
  })
  const polling = await startReal()
  await polling.add(`${site}/rss`)
  await polling.poller.tick()
  await polling.poller.poll(1)
  expect(asked).toEqual(['/robots.txt -', '/rss -', '/rss "1"'])
  expect(polling.taken()).toEqual(['feed:1/a', 'feed:1/b'])
  expect(polling.texts()[0]).toContain('وصل وفد إلى بيونغ يانغ.')
})

test('a site that asks programs to stay away is not read', async () => {
  const asked: string[] = []
  const site = await serve((request, response) => {
    asked.push(request.url ?? '')
    response.end('User-agent: *\nDisallow: /rss')
  })
  const polling = await startReal()
  await polling.add(`${site}/rss`)
  await polling.poller.tick()
  expect(asked).toEqual(['/robots.txt'])
  expect((await polling.feed()).lastError).toBe('feed_robots')
})

test('a feed that leads into the private network is refused, whoever sends it there', async () => {
  const site = await serve((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end()
    response.writeHead(301, { Location: 'http://intranet.example/rss' }).end()
  })
  const polling = await startReal()
  await polling.add(`${site}/rss`)
  await polling.poller.tick()
  expect(await polling.feed()).toMatchObject({ lastError: 'fetch_refused_address', url: `${site}/rss` })
})
