import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { MujazError } from '../errors.ts'
import type { Log } from '../log.ts'
import { guardRequests, isLoopbackName } from './guard.ts'

/** What the health function tells; anything may stand beside `ok`. */
export interface Health {
  readonly ok: boolean
  readonly [fact: string]: unknown
}

/** A part of the web surface: its routes, and what it holds open and must let go when the server stops. */
export interface WebPart {
  readonly routes: Hono
  close(): void
}

export interface WebOptions {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  readonly log: Log
  readonly health: () => Promise<Health> | Health
  readonly parts?: readonly WebPart[]
}

export interface Web {
  /** The routes by themselves, for tests: `web.app.request('/healthz')`. */
  readonly app: Hono
  /** Listens, and gives the address people can open. A port in use is a `port_taken`. */
  start(): Promise<{ url: string; port: number }>
  /** Closes all connections at once, event streams included. May be called at any time. */
  stop(): Promise<void>
}

/** The web surface: health, and the parts that are handed in. */
export function createWeb(options: WebOptions): Web {
  const { host, port } = options
  const parts = options.parts ?? []
  const app = new Hono()
  app.use(guardRequests({ onlyLoopbackNames: isLoopbackName(host) }))
  app.get('/healthz', async (context) => {
    const health = await options.health()
    return context.json(health, health.ok ? 200 : 503)
  })
  app.onError((error, context) => {
    options.log.error('web request failed', { path: context.req.path, error })
    return context.json({ error: 'internal' }, 500)
  })
  for (const part of parts) app.route('/', part.routes)
  let server: Server | null = null

  return {
    app,

    async start() {
      const listening = createAdaptorServer({ fetch: app.fetch }) as Server
      await listen(listening, host, port)
      server = listening
      const actual = (listening.address() as AddressInfo).port
      return { url: `http://${urlHost(host)}:${actual}`, port: actual }
    },

    async stop() {
      for (const part of parts) part.close()
      const closing = server
      server = null
      if (closing === null) return
      await new Promise<void>((resolve) => {
        closing.close(() => resolve())
        closing.closeAllConnections()
      })
    },
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const hint = 'Stop the other program, or set HOST and PORT to an address that is free'
  if (error.code === 'EADDRINUSE') {
    return new MujazError('port_taken', `Port ${port} on ${host} is in use`, { hint, cause: error })
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new MujazError('port_taken', `Port ${port} on ${host} cannot be opened`, { hint, cause: error })
  }
  return error
}

/** An address to open in a browser: everywhere becomes here, IPv6 stands in brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
