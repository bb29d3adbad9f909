/** Every way in which Mujaz refuses or fails on purpose. Wording for people is chosen by code at the edge. */
export type ErrorCode =
  | 'config_invalid'
  | 'database_invalid'
  | 'database_locked'
  | 'draft_incomplete'
  | 'draft_invalid'
  | 'draft_settled'
  | 'file_unreadable'
  | 'internal'
  | 'migration_refused'
  | 'not_found'
  | 'port_taken'
  | 'seed_invalid'
  | 'telegram_conflict'
  | 'telegram_unauthorized'
  | 'usage'

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
