import type { Readable } from 'node:stream'
import { createDial } from './dial.ts'
import { notReached } from './refusal.ts'

/** One answer of one host; its body has not been read yet. */
export interface Answer {
  readonly status: number
  readonly headers: AnswerHeaders
  readonly body: Readable
  /** Ends the connection, read or not. */
  close(): Promise<void>
}

export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>

/**
 * One GET over a connection of its own, to one of the checked addresses. Redirects are not followed, cookies not kept,
 * proxies of the environment not used.
 * @throws MujazError `fetch_unreachable`, `fetch_bad_certificate` or `fetch_bad_response`
 */
export async function ask(
  url: URL,
  options: {
    addresses: readonly string[]
    headers: Readonly<Record<string, string>>
    headerBytes: number
    signal: AbortSignal
    ca?: string | undefined
  },
): Promise<Answer> {
  const { addresses, headers, headerBytes, signal, ca } = options
  // Asked for when the first page is fetched: the start does not need it.
  const { Client } = await import('undici')
  const client = new Client(url.origin, {
    connect: createDial({ addresses, signal, ca }),
    maxHeaderSize: headerBytes,
    // One deadline rules all, see deadline.ts.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
    allowH2: false,
  })
  try {
    const {
      statusCode,
      headers: told,
      body,
    } = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers,
      signal,
      // Asks the server to close too: the connection has one use.
      reset: true,
    })
    // A body that nobody reads may still fail; that is nobody's business.
    body.on('error', () => undefined)
    return { status: statusCode, headers: told, body, close: () => client.destroy() }
  } catch (error) {
    await client.destroy()
    throw notReached(url.hostname, error)
  }
}
