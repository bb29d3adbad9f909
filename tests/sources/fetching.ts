import { expect } from 'vitest'
import { MujazError } from '../../src/errors.ts'
import type { SafeFetch } from '../../src/sources/fetch.ts'
import type { Resolve } from '../../src/sources/safe-fetch/resolve.ts'
import { createSafeFetch } from '../../src/sources/safe-fetch.ts'
import { createTestClock } from '../support/test-clock.ts'
import { CERTIFICATE } from './test-certificate.ts'

export const PAGE = { accept: ['text/html', 'application/xhtml+xml'] }

/** A fetch that may dial this machine, under the name news.example, with small limits and a clock that stands still. */
export function localFetch(
  options: { resolve?: Resolve; ca?: string; limits?: { bytes?: number; redirects?: number } } = {},
) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  const fetch = createSafeFetch({
    clock,
    userAgent: 'MujazBot/test (tests)',
    allowLoopback: true,
    resolve: options.resolve ?? loopbackNames,
    ca: options.ca ?? CERTIFICATE,
    limits: { bytes: 64 * 1024, ...options.limits },
  })
  return { clock, fetch }
}

/** news.example and its relatives are here; everything else is where the tests say, or nowhere. */
export const loopbackNames: Resolve = async (host) => {
  const address = NAMES[host]
  if (address === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  return [address]
}

const NAMES: Readonly<Record<string, string>> = {
  'news.example': '127.0.0.1',
  'www.news.example': '127.0.0.1',
  'intranet.example': '10.1.2.3',
  'metadata.example': '169.254.169.254',
  'public.example': '93.184.215.14',
}

/** Why a fetch was refused; the sentence must be one, and must not repeat what may be secret. */
export async function refusalOf(fetch: SafeFetch, url: string, options = PAGE): Promise<MujazError> {
  const error: unknown = await fetch(url, options).then(
    ({ status }) => new Error(`It was fetched, with status ${status}.`),
    (reason: unknown) => reason,
  )
  expect(error, url).toBeInstanceOf(MujazError)
  const refused = error as MujazError
  expect(refused.message, url).toMatch(/^\S.{10,300}\.$/)
  expect(refused.message, url).not.toMatch(/secret|hunter2/)
  return refused
}

/** The code alone: for tables. */
export async function codeOf(fetch: SafeFetch, url: string, options = PAGE): Promise<string> {
  return (await refusalOf(fetch, url, options)).code
}
