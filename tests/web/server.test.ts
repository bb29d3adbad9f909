import { createServer } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import type { Log } from '../../src/log.ts'
import { createWeb, type Health, type Web } from '../../src/web/server.ts'

const failures: string[] = []
const log: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (event, facts) => failures.push(`${event} ${String(facts?.['path'])}`),
}
let web: Web | null = null

function openWeb(options: { port?: number; health?: () => Health; routes?: Hono } = {}): Web {
  const parts = options.routes ? [{ routes: options.routes, close: () => {} }] : []
  web = createWeb({
    host: '127.0.0.1',
    port: options.port ?? 0,
    log,
    health: options.health ?? (() => ({ ok: true, articles: 6 })),
    parts,
  })
  return web
}

afterEach(async () => {
  failures.length = 0
  await web?.stop()
})

describe('the web server', () => {
  test('tells its health, with a 503 when something is wrong', async () => {
    const { url, port } = await openWeb().start()
    expect(url).toBe(`http://127.0.0.1:${port}`)
    const response = await fetch(`${url}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { ok: true, articles: 6 }])
    const sick = await openWeb({ health: () => ({ ok: false }) }).app.request('/healthz')
    expect(sick.status).toBe(503)
  })

  test('says which port is taken, and what to do about it', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    const starting = openWeb({ port }).start()
    await expect(starting).rejects.toMatchObject({
      code: 'port_taken',
      message: `Port ${port} on 127.0.0.1 is in use`,
      hint: expect.stringContaining('PORT'),
    })
    await new Promise((resolve) => other.close(resolve))
  })

  test('logs what goes wrong inside of a route and keeps it from the outside', async () => {
    const routes = new Hono().get('/broken', () => {
      throw new Error('secret detail')
    })
    const response = await openWeb({ routes }).app.request('/broken')
    expect([response.status, await response.json()]).toEqual([500, { error: 'internal' }])
    expect(failures).toEqual(['web request failed /broken'])
  })

  test('stops without waiting for those who are still connected', async () => {
    const { url } = await openWeb({
      routes: new Hono().get('/slow', () => new Response(new ReadableStream({ start: () => {} }))),
    }).start()
    const response = await fetch(`${url}/slow`)
    const reading = response.text().catch(() => 'cut off')
    const before = Date.now()
    await web?.stop()
    expect(await reading).toBe('cut off')
    expect(Date.now() - before).toBeLessThan(1000)
    await web?.stop()
  })
})
