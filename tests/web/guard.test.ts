import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { guardRequests, isLoopbackName } from '../../src/web/guard.ts'

function guarded(onlyLoopbackNames: boolean): Hono {
  const app = new Hono()
  app.use(guardRequests({ onlyLoopbackNames }))
  app.all('/', () => new Response('made by hand'))
  return app
}

async function statusOf(onlyLoopbackNames: boolean, method: string, headers: Record<string, string>) {
  const response = await guarded(onlyLoopbackNames).request('http://127.0.0.1:8080/', { method, headers })
  return response.status
}

describe('the guard', () => {
  test('puts its headers on every answer, refusals included', async () => {
    for (const host of ['127.0.0.1:8080', 'evil.example']) {
      const { headers } = await guarded(true).request('http://127.0.0.1:8080/', { headers: { host } })
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test.each(['localhost', 'LOCALHOST:9000', '127.0.0.1:8080', '127.3.2.1', '[::1]:8080'])(
    'lets the name %s through',
    async (host) => {
      expect(await statusOf(true, 'GET', { host })).toBe(200)
    },
  )

  test.each(['evil.example:8080', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1'])(
    'refuses the name %s, which somebody may point here',
    async (host) => {
      expect(await statusOf(true, 'GET', { host })).toBe(421)
      expect(await statusOf(false, 'GET', { host })).toBe(200)
    },
  )

  test('takes writing requests from its own pages and from programs only', async () => {
    const host = 'localhost:8080'
    expect(await statusOf(true, 'POST', { host })).toBe(200)
    expect(await statusOf(true, 'POST', { host, origin: 'http://localhost:8080' })).toBe(200)
    expect(await statusOf(true, 'POST', { host, origin: 'http://localhost:9999' })).toBe(403)
    expect(await statusOf(true, 'POST', { host, origin: 'https://evil.example' })).toBe(403)
    expect(await statusOf(true, 'POST', { host, origin: 'null' })).toBe(403)
    expect(await statusOf(true, 'POST', { host, 'sec-fetch-site': 'cross-site' })).toBe(403)
  })

  test('knows the names of this machine', () => {
    expect(['localhost', '127.0.0.1', '::1'].every(isLoopbackName)).toBe(true)
    expect(['0.0.0.0', '::', '', '192.168.1.2', 'mujaz.example'].some(isLoopbackName)).toBe(false)
  })
})
