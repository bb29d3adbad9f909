import type { FetchCode } from '../errors.ts'
import type { Wording } from './fluent.ts'
import type { Html } from './html.ts'
import { oneLine } from './lines.ts'
import { shorten } from './shorten.ts'

/** Code points of an address that are shown: enough to know it again. */
const ADDRESS_LIMIT = 200

const REASONS = {
  fetch_bad_certificate: 'fetch-bad-certificate',
  fetch_bad_response: 'fetch-bad-response',
  fetch_bad_url: 'fetch-bad-url',
  fetch_http_status: 'fetch-http-status',
  fetch_insecure_redirect: 'fetch-insecure-redirect',
  fetch_refused_address: 'fetch-refused-address',
  fetch_timeout: 'fetch-timeout',
  fetch_too_large: 'fetch-too-large',
  fetch_too_many_redirects: 'fetch-too-many-redirects',
  fetch_unreachable: 'fetch-unreachable',
  fetch_wrong_type: 'fetch-wrong-type',
} as const satisfies Record<FetchCode, string>

/** Whether the code of an error is one that {@link fetchRefused} has words for. */
export function isFetchCode(code: string): code is FetchCode {
  return Object.hasOwn(REASONS, code)
}

/**
 * Tells an editor why nothing was fetched, and what to do instead.
 * @param url as the editor wrote it; a name and a password in it are not repeated
 */
export function fetchRefused(wording: Wording, code: FetchCode, url: string): Html {
  return wording.html(REASONS[code], { address: shorten(oneLine(withoutLogin(url)), ADDRESS_LIMIT) })
}

function withoutLogin(url: string): string {
  return url.replace(/^(\s*[a-z][\w+.-]*:[\\/]*)[^\\/?#]*@/i, '$1')
}
