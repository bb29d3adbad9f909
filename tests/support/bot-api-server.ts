import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLoopback, type Loopback, type Person } from '../../src/bot/loopback.ts'
import { type Clock, systemClock } from '../../src/clock.ts'

/** What happens to a call: it passes, gets another answer, or the connection breaks before or after it took effect. */
export type Fault =
  | 'pass'
  | 'reset-before'
  | 'reset-after'
  | 'html-502'
  | { readonly status: number; readonly body: unknown }

/** Decides about one call; `n` counts the calls of that method from 1. */
export type Faults = (method: string, payload: Record<string, unknown>, n: number) => Fault

export interface BotApiServer {
  /** For TELEGRAM_API_ROOT. */
  readonly url: string
  readonly loopback: Loopback
  faults: Faults
  /** Every call that arrived with the right token, in order of arrival, polls included. */
  readonly sent: { method: string; payload: Record<string, unknown>; at: number }[]
  stop(): Promise<void>
}

/**
 * The loopback behind real HTTP on a free port of 127.0.0.1, as a Bot API server.
 * A number of `people` stands for ids 1 to that number.
 */
export async function startBotApiServer(options: {
  token: string
  people: readonly Person[] | number
  clock?: Clock
  /** How long every answer but those of polls is held back, or how long those of one method are. */
  latencyMs?: number | ((method: string) => number)
}): Promise<BotApiServer> {
  const { token, clock = systemClock, latencyMs = 0 } = options
  const people = typeof options.people === 'number' ? numberedPeople(options.people) : options.people
  const loopback = createLoopback({ clock, botName: 'موجز', username: 'mujaz_test_bot', people })
  const counts = new Map<string, number>()
  const sent: BotApiServer['sent'] = []

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, holder, path = ''] = /^\/file\/bot([^/]*)\/(.+)$/.exec(request.url ?? '') ?? []
    if (holder !== undefined) return sendFile(response, holder === token ? loopback.file(path) : null)
    const [, given, method = ''] = /^\/bot([^/]*)\/(\w+)/.exec(request.url ?? '') ?? []
    if (given === undefined) return answer(response, 404, failure(404, 'Not Found'))
    if (given !== token) return answer(response, 401, failure(401, 'Unauthorized'))
    const payload = await readPayload(request)
    sent.push({ method, payload, at: clock.now() })
    const n = (counts.get(method) ?? 0) + 1
    counts.set(method, n)
    const fault = server.faults(method, payload, n)
    if (fault === 'reset-before') return void request.socket.destroy()
    if (fault === 'html-502') {
      const page = '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>'
      response.writeHead(502, { 'Content-Type': 'text/html' })
      return void response.end(page)
    }
    if (typeof fault === 'object') return answer(response, fault.status, fault.body)
    // A caller who hangs up must not keep a poll that would swallow the next conflict.
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const result = await loopback.call(method, payload, gone.signal)
    const heldBackMs = typeof latencyMs === 'number' ? latencyMs : latencyMs(method)
    if (heldBackMs > 0 && method.toLowerCase() !== 'getupdates') await clock.sleep(heldBackMs, gone.signal)
    if (fault === 'reset-after') return void request.socket.destroy()
    answer(response, result.ok ? 200 : result.error_code, result)
  }

  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      answer(response, 500, failure(500, `Internal Server Error: ${String(error)}`))
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: BotApiServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    loopback,
    faults: () => 'pass',
    sent,
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return server
}

function sendFile(response: ServerResponse, bytes: Uint8Array | null): void {
  if (bytes === null) return answer(response, 404, failure(404, 'Not Found'))
  response.writeHead(200, { 'Content-Type': 'application/octet-stream' })
  response.end(bytes)
}

function numberedPeople(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Reader ${index + 1}`,
    languageCode: 'ar',
  }))
}

function failure(code: number, description: string) {
  return { ok: false, error_code: code, description }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** Parameters come in the query, as JSON, or as either kind of form; later ones win. */
async function readPayload(request: IncomingMessage): Promise<Record<string, unknown>> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const query = Object.fromEntries(url.searchParams)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  if (body.length === 0) return query
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) return { ...query, ...readJson(body.toString('utf8')) }
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null)
  return { ...query, ...(form === null ? {} : Object.fromEntries(form)) }
}

/** A broken body is no error at Telegram: the call then lacks its parameters. */
function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
