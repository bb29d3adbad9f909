/** What a safe fetch brings home. */
export interface Fetched {
  /** Where it came from in the end, after redirects. */
  readonly url: string
  readonly status: number
  /** Lower-case media type without parameters; '' when none was told. */
  readonly type: string
  /** The charset that the header names, lower-case; null when it names none. */
  readonly charset: string | null
  /** Decompressed, at most 5 MB. */
  readonly body: Buffer
  readonly etag: string | null
  readonly lastModified: string | null
  /** Seconds that the server asks to wait (`Retry-After`); null when it does not. */
  readonly retryAfter: number | null
  /** Every redirect on the way was permanent (301, 308): the address has changed for good. */
  readonly movedForGood: boolean
}

export interface FetchOptions {
  /**
   * Media types that will do, lower-case; others are refused with `fetch_wrong_type`. An empty list takes any type; an
   * answer that tells no type is let in, as ''.
   */
  readonly accept: readonly string[]
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** An abort rejects with the reason of the signal. */
  readonly signal?: AbortSignal
  /**
   * Answers outside 2xx come back with their status and an empty body instead of being refused with
   * `fetch_http_status`: for those who act on 404, 410, 429 and `Retry-After`.
   */
  readonly anyStatus?: boolean
}

/**
 * Fetches over http(s) from public addresses only. A 304 comes back, with an empty body, only to who sent an etag or
 * a last-modified date.
 * @throws MujazError of a {@link FetchCode} with a sentence that tells what was wrong: fetch_bad_url (not http or
 *   https, a password in it, an odd port), fetch_refused_address (not on the public internet), fetch_unreachable,
 *   fetch_bad_certificate, fetch_too_many_redirects (circles too), fetch_insecure_redirect (https to http),
 *   fetch_timeout, fetch_too_large, fetch_wrong_type, fetch_bad_response (garbage, nested encodings, cut short),
 *   fetch_http_status
 */
export type SafeFetch = (url: string, options: FetchOptions) => Promise<Fetched>
