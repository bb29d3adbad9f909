import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A Bot API that does nothing but answer as late as Telegram does, in a process of its own: what it costs must not
 * be counted as ours. It obeys the messages of its parent (see bench/stand-in.ts).
 */

/** What the parent can ask for; every order is answered by {@link Counted}. */
export type Order =
  /** Begins to count anew, with a limit of messages in any second, or none. */
  | { readonly begin: { readonly perSecond: number | null } }
  | { readonly count: true }
  /** From now on somebody who is new writes `/latest` every so often; null for nobody. */
  | { readonly askEveryMs: number | null }

/** What has happened since the last `begin`. */
export interface Counted {
  readonly url: string
  /** Messages that were accepted, answers to people not among them. */
  readonly sent: number
  /** When messages were refused, in milliseconds after the first one came. */
  readonly refusedAtMs: readonly number[]
  /** How long each of those who asked has waited until the answer was complete. */
  readonly answeredMs: readonly number[]
  /** Those who still wait. */
  readonly unanswered: number
}

const LATENCY_MS = 60
/** Who asks has ids from here on; the bench's readers lie below. */
const FIRST_PERSON = 900_000_000
const LONGEST_POLL_MS = 25_000
const ME = { id: 7_000_000_001, is_bot: true, first_name: 'Mujaz', username: 'mujaz_bot' }

let window: number[] = []
let perSecond: number | null = null
let sent = 0
let firstAt = 0
let refusedAtMs: number[] = []
let answeredMs: number[] = []
const asked = new Map<number, number>()
let updates: unknown[] = []
let updateId = 1
let person = FIRST_PERSON
let poll: (() => void) | null = null
let asking: NodeJS.Timeout | null = null

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => tell())

process.on('message', (order: Order) => {
  if ('begin' in order) {
    perSecond = order.begin.perSecond
    window = []
    sent = 0
    firstAt = 0
    refusedAtMs = []
    answeredMs = []
  } else if ('askEveryMs' in order) {
    if (asking !== null) clearInterval(asking)
    asking = order.askEveryMs === null ? null : setInterval(ask, order.askEveryMs)
  }
  tell()
})
// The parent has died or is done.
process.on('disconnect', () => process.exit(0))

function tell(): void {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.send?.({ url, sent, refusedAtMs, answeredMs, unanswered: asked.size } satisfies Counted)
}

function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  const method = request.url?.slice(request.url.lastIndexOf('/') + 1)
  if (method === 'sendMessage') return receive(response, JSON.parse(body) as Message)
  if (method === 'getUpdates') return holdPoll(response)
  later(response, 200, { ok: true, result: method === 'getMe' ? ME : true })
}

interface Message {
  readonly chat_id: number
  readonly text: string
  readonly reply_markup?: unknown
}

function receive(response: ServerResponse, { chat_id: id, text, reply_markup }: Message): void {
  const now = performance.now()
  firstAt ||= now
  if (isTooMuch(now)) {
    refusedAtMs.push(now - firstAt)
    const description = 'Too Many Requests: retry after 1'
    return later(response, 429, { ok: false, error_code: 429, description, parameters: { retry_after: 1 } })
  }
  if (id < FIRST_PERSON) sent += 1
  const date = Math.floor(Date.now() / 1000)
  const chat = { id, type: 'private', first_name: 'Reader' }
  const result = { message_id: sent + 1, from: ME, chat, date, text, reply_markup }
  later(response, 200, { ok: true, result }, () => {
    const since = asked.get(id)
    if (since === undefined) return
    asked.delete(id)
    answeredMs.push(performance.now() - since)
  })
}

/** As Telegram counts: never more than the limit in any second, answers to people included. */
function isTooMuch(now: number): boolean {
  if (perSecond === null) return false
  while (window[0] !== undefined && window[0] <= now - 1000) window.shift()
  if (window.length >= perSecond) return true
  window.push(now)
  return false
}

function ask(): void {
  const date = Math.floor(Date.now() / 1000)
  person += 1
  const from = { id: person, is_bot: false, first_name: 'Person', language_code: 'ar' }
  const entities = [{ type: 'bot_command', offset: 0, length: 7 }]
  const chat = { id: person, type: 'private', first_name: 'Person' }
  const message = { message_id: 1, from, chat, date, text: '/latest', entities }
  updates.push({ update_id: updateId, message })
  updateId += 1
  asked.set(person, performance.now())
  poll?.()
}

function holdPoll(response: ServerResponse): void {
  const give = () => {
    clearTimeout(end)
    poll = null
    const result = updates
    updates = []
    send(response, 200, { ok: true, result })
  }
  const end = setTimeout(give, LONGEST_POLL_MS)
  poll = give
  if (updates.length > 0) give()
}

function later(response: ServerResponse, status: number, body: unknown, done?: () => void): void {
  setTimeout(() => {
    send(response, status, body)
    done?.()
  }, LATENCY_MS)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const json = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(json),
  })
  response.end(json)
}
