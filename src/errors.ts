/** Every way in which Mujaz refuses or fails on purpose. Wording for people is chosen by code at the edge. */
export type ErrorCode =
  | 'config_invalid'
  | 'database_invalid'
  | 'database_locked'
  | 'document_empty'
  | 'document_invalid'
  | 'document_not_text'
  | 'document_too_large'
  | 'document_unsupported'
  | 'draft_incomplete'
  | 'draft_invalid'
  | 'draft_settled'
  | 'feed_gone'
  | 'feed_invalid'
  | 'feed_robots'
  | 'fetch_bad_certificate'
  | 'fetch_bad_response'
  | 'fetch_bad_url'
  | 'fetch_http_status'
  | 'fetch_insecure_redirect'
  | 'fetch_refused_address'
  | 'fetch_timeout'
  | 'fetch_too_large'
  | 'fetch_too_many_redirects'
  | 'fetch_unreachable'
  | 'fetch_wrong_type'
  | 'file_unreadable'
  | 'file_unwritable'
  | 'internal'
  | 'migration_refused'
  | 'not_found'
  | 'parse_failed'
  | 'parse_timeout'
  | 'parse_too_large'
  | 'port_taken'
  | 'seed_invalid'
  | 'telegram_conflict'
  | 'telegram_unauthorized'
  | 'usage'

/** What can be wrong with an address, or with what answers there. */
export type FetchCode = Extract<ErrorCode, `fetch_${string}`>

/**
 * The one error class: a code for the program, a sentence for a human, a hint for the operator.
 * Neither sentence nor hint may hold a secret.
 */
export class MujazError extends Error {
  readonly code: ErrorCode
  readonly hint: string | null

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'MujazError'
    this.code = code
    this.hint = options.hint ?? null
  }
}
