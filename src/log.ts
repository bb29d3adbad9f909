import { inspect } from 'node:util'
import pino from 'pino'

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Facts of one event; never message texts or names of people. */
export type LogFacts = Record<string, unknown>

/** One structured line per event, the event's name first: `log.info('digest planned', { readers: 3 })`. */
export interface Log {
  debug(event: string, facts?: LogFacts): void
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}

/** A bot token anywhere in a line, known or not (numeric id, colon, 30 or more token characters), URL-encoded too. */
const TOKEN = /(?<!\d)\d{5,}(?::|%(?:25)*3A)[\w-]{30,}/gi
/** The part of a token behind its colon is what is secret; shorter ones are words of tests. */
const LONG_ENOUGH = 20

/** Removes the given secrets, however they are encoded, and anything that looks like a bot token. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets.flatMap(formsOf)) clean = clean.replaceAll(secret, '[redacted]')
  return clean.replace(TOKEN, '[redacted]')
}

/** Every way in which a secret may stand in a line; the whole before its part. */
function formsOf(given: string): string[] {
  const secret = given.trim()
  if (secret === '') return []
  const encoded = encodeURIComponent(secret)
  const inJson = JSON.stringify(secret).slice(1, -1)
  const part = secret.slice(secret.indexOf(':') + 1)
  return [
    secret,
    inJson,
    encoded,
    encoded.replaceAll('%3A', '%3a'),
    ...(part.length < LONG_ENOUGH ? [] : [part]),
  ]
}

/**
 * A log that writes JSON lines to `write` (standard error by default).
 * Redaction happens on the finished line, because tokens hide inside nested errors and their messages
 * (grammY's HttpError holds the request's address, its BotError the whole API object).
 */
export function createLog(
  level: LogLevel,
  secrets: readonly string[],
  write: (line: string) => void = (line) => {
    process.stderr.write(line)
  },
): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(redact(line, secrets)) },
  )
  const line =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, facts: LogFacts = {}) =>
      logger[severity](plain(facts, 0) as LogFacts, event)
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
}

/** Facts are small: what lies deeper than this is not one. */
const DEEPEST = 4

/**
 * Facts as JSON: errors become their name, message and stack alone, at any depth, and objects of a class their
 * class's name. What else they carry is private: grammY's errors hold the message that was to be sent, its
 * contexts the whole update and the token.
 */
function plain(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '[…]'
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) return `[${value.constructor.name}]`
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]))
}

/** An error as text, with its stack and what caused it. */
export function describeError(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return inspect(error, { depth: 0 })
  const own = error.stack ?? `${error.name}: ${error.message}`
  // A chain may run in a circle.
  if (depth > DEEPEST) return own
  return [own, ...innerErrors(error).map((inner) => describeError(inner, depth + 1))].join(' <- ')
}

/** `cause`, what an AggregateError gathers, and `error`, where grammY keeps what went wrong. */
function innerErrors(error: Error): unknown[] {
  const { errors, error: wrapped } = error as { errors?: unknown; error?: unknown }
  return [
    ...(error.cause === undefined ? [] : [error.cause]),
    ...(wrapped instanceof Error ? [wrapped] : []),
    ...(Array.isArray(errors) ? errors.filter((inner) => inner instanceof Error) : []),
  ]
}
