import type { AnswerHeaders } from './ask.ts'
import { refusal } from './refusal.ts'

export type Encoding = 'identity' | 'gzip' | 'deflate' | 'br'

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
}
/** A month: who asks for longer than that means «do not come back», which is for an owner to decide. In seconds. */
const LONGEST_WAIT = 31 * 24 * 60 * 60
/** Tags and dates are kept and sent back: not more of them than any server needs. */
const LONGEST_VALIDATOR = 1_000

/** The first value of a header; null when there is none. */
export function headerOf(headers: AnswerHeaders, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** Media type and charset, lower-case: '' and null when they are not told or cannot be read. */
export function contentTypeOf(headers: AnswerHeaders): { type: string; charset: string | null } {
  const [type = '', ...parameters] = (headerOf(headers, 'content-type') ?? '').toLowerCase().split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([\w.:+-]{1,40})["']?\s*$/.exec(parameter)?.[1])
    .find((found) => found !== undefined)
  return { type: type.trim(), charset: charset ?? null }
}

/**
 * How the body is packed.
 * @throws MujazError `fetch_bad_response` for more than one packing, which only bombs need, and for unknown ones
 */
export function encodingOf(headers: AnswerHeaders, host: string): Encoding {
  const told = [headers['content-encoding'] ?? []].flat().join(',').toLowerCase()
  const names = told
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > 1) throw refusal('fetch_bad_response', `The answer of ${host} is packed more than once.`)
  const [name] = names
  if (name === undefined) return 'identity'
  const encoding = ENCODINGS[name]
  if (encoding === undefined) {
    throw refusal('fetch_bad_response', `The answer of ${host} is packed in a way that was not asked for.`)
  }
  return encoding
}

/**
 * Seconds that the server asks to wait, at most a month; null when it does not ask or cannot be understood.
 * @param now epoch milliseconds
 */
export function retryAfterOf(headers: AnswerHeaders, now: number): number | null {
  const told = headerOf(headers, 'retry-after')?.trim() ?? ''
  if (/^\d{1,15}$/.test(told)) return Math.min(Number(told), LONGEST_WAIT)
  // The three forms of RFC 9110; the oldest of them names no zone and means GMT all the same.
  if (!/^[A-Z][a-z]{2,8},? .{11,30}$/.test(told)) return null
  const at = Date.parse(told.endsWith('GMT') ? told : `${told} GMT`)
  if (Number.isNaN(at)) return null
  return Math.min(Math.max(0, Math.ceil((at - now) / 1_000)), LONGEST_WAIT)
}

/** An etag or a date as it may be kept and sent back; null when there is none, or it holds what a header may not. */
export function validatorOf(value: string | null | undefined): string | null {
  return value != null && value.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(value) ? value : null
}

/** Where a redirect leads, as it was sent; null when it leads nowhere. Raw UTF-8 is read as such. */
export function locationOf(headers: AnswerHeaders): string | null {
  const told = headerOf(headers, 'location')
  // Headers come byte by byte (Latin-1): what is UTF-8 in truth, as many Arabic sites send it, is put together again.
  return told === null || told === '' ? null : Buffer.from(told, 'latin1').toString('utf8')
}
