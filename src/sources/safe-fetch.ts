import type { Clock } from '../clock.ts'
import type { Fetched, FetchOptions, SafeFetch } from './fetch.ts'
import {
  contentTypeOf,
  encodingOf,
  headerOf,
  locationOf,
  retryAfterOf,
  validatorOf,
} from './safe-fetch/answer-headers.ts'
import { type Answer, ask } from './safe-fetch/ask.ts'
import { readBody } from './safe-fetch/body.ts'
import { withinDeadline } from './safe-fetch/deadline.ts'
import { isLoopback, isPublicAddress } from './safe-fetch/public-address.ts'
import { refusal } from './safe-fetch/refusal.ts'
import { addressesOf, type Resolve, systemResolve } from './safe-fetch/resolve.ts'
import { assertWebPort, hostOf, webAddress } from './safe-fetch/web-address.ts'

export interface FetchLimits {
  /** For everything together, redirects and body included. */
  readonly milliseconds: number
  /** Of a body, packed and unpacked. */
  readonly bytes: number
  /** Of all headers of one answer. */
  readonly headerBytes: number
  readonly redirects: number
}

const LIMITS: FetchLimits = {
  milliseconds: 10_000,
  bytes: 5 * 1024 * 1024,
  headerBytes: 16 * 1024,
  redirects: 5,
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PERMANENT = new Set([301, 308])

/**
 * Fetches what strangers name, without letting them reach anything but the public internet, and without letting what
 * answers there take time, memory or bytes beyond the limits. Each hop is read, resolved, checked and dialled anew.
 * @param options.userAgent see {@link userAgentOf}
 * @param options.resolve the system's resolver, unless tests bring their own
 * @param options.allowLoopback tests only: their servers on 127.0.0.1 may be dialled, at any port
 * @param options.ca tests only: the certificate of their servers
 */
export function createSafeFetch(options: {
  clock: Clock
  userAgent: string
  resolve?: Resolve
  allowLoopback?: boolean
  ca?: string
  limits?: Partial<FetchLimits>
}): SafeFetch {
  const { clock, userAgent, resolve = systemResolve, allowLoopback = false, ca } = options
  const limits = { ...LIMITS, ...options.limits }

  async function checkedAddresses(url: URL): Promise<readonly string[]> {
    const isAllowed = (address: string) => isPublicAddress(address) || (allowLoopback && isLoopback(address))
    const addresses = await addressesOf(url, { resolve, isAllowed })
    if (!addresses.every(isLoopback)) assertWebPort(url)
    return addresses
  }

  async function follow(address: string, asked: FetchOptions, signal: AbortSignal): Promise<Fetched> {
    const seen = new Set<string>()
    let url = webAddress(address, { anyPort: allowLoopback })
    let movedForGood = true
    for (;;) {
      seen.add(url.href)
      const addresses = await checkedAddresses(url)
      signal.throwIfAborted()
      const headers = headersFor(userAgent, asked)
      const answer = await ask(url, { addresses, headers, headerBytes: limits.headerBytes, signal, ca })
      try {
        if (!REDIRECTS.has(answer.status)) {
          return await take(answer, { url, asked, signal, movedForGood: movedForGood && seen.size > 1 })
        }
        movedForGood &&= PERMANENT.has(answer.status)
        const next = redirected(url, answer)
        if (seen.has(next.href)) {
          throw refusal('fetch_too_many_redirects', `${hostOf(next)} redirects in a circle.`)
        }
        if (seen.size > limits.redirects) {
          throw refusal('fetch_too_many_redirects', `There are more than ${limits.redirects} redirects.`)
        }
        url = next
      } finally {
        await answer.close()
      }
    }
  }

  function redirected(from: URL, answer: Answer): URL {
    const location = locationOf(answer.headers)
    if (location === null) {
      throw refusal('fetch_bad_response', `${hostOf(from)} redirects to nowhere.`)
    }
    const next = webAddress(location, { base: from, anyPort: allowLoopback })
    if (from.protocol === 'https:' && next.protocol === 'http:') {
      throw refusal('fetch_insecure_redirect', `${hostOf(from)} redirects from https to plain http.`)
    }
    return next
  }

  async function take(
    answer: Answer,
    way: { url: URL; asked: FetchOptions; signal: AbortSignal; movedForGood: boolean },
  ): Promise<Fetched> {
    const { url, asked, signal, movedForGood } = way
    const { status, headers } = answer
    const host = hostOf(url)
    const { type, charset } = contentTypeOf(headers)
    const bare: Fetched = {
      url: url.href,
      status,
      type,
      charset,
      body: Buffer.alloc(0),
      etag: validatorOf(headerOf(headers, 'etag')),
      lastModified: validatorOf(headerOf(headers, 'last-modified')),
      retryAfter: retryAfterOf(headers, clock.now()),
      movedForGood,
    }
    if (status === 304 && (validatorOf(asked.etag) ?? validatorOf(asked.lastModified)) !== null) {
      // A 304 need not repeat them: what was sent still holds.
      return {
        ...bare,
        etag: bare.etag ?? validatorOf(asked.etag),
        lastModified: bare.lastModified ?? validatorOf(asked.lastModified),
      }
    }
    // Parts (206) were not asked for, and a part is not the page.
    if (status < 200 || status > 299 || status === 206) {
      if (asked.anyStatus === true) return bare
      throw refusal('fetch_http_status', `${host} answers with ${status}.`)
    }
    if (type !== '' && asked.accept.length > 0 && !asked.accept.includes(type)) {
      throw refusal('fetch_wrong_type', `${host} sends ${shownType(type)}.`)
    }
    const encoding = encodingOf(headers, host)
    return { ...bare, body: await readBody(answer.body, { encoding, limit: limits.bytes, host, signal }) }
  }

  return (address, asked) =>
    withinDeadline({ clock, milliseconds: limits.milliseconds, outer: asked.signal }, (signal) =>
      follow(address, asked, signal),
    )
}

function headersFor(userAgent: string, asked: FetchOptions): Record<string, string> {
  const etag = validatorOf(asked.etag)
  const lastModified = validatorOf(asked.lastModified)
  return {
    'user-agent': userAgent,
    accept: asked.accept.length === 0 ? '*/*' : `${asked.accept.join(', ')}, */*;q=0.1`,
    'accept-encoding': 'gzip, deflate, br',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

/** A media type as a sentence may repeat it. */
function shownType(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) && type.length <= 80 ? type : 'something of no known type'
}
