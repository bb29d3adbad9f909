import { type ErrorCode, MujazError } from '../errors.ts'

/** What a process ends with; everything that is not here ends with 1. Documented in docs/operations.md. */
const EXIT_CODES: Partial<Record<ErrorCode, number>> = {
  config_invalid: 2,
  usage: 2,
  telegram_unauthorized: 3,
  telegram_conflict: 4,
  database_locked: 5,
  port_taken: 6,
  database_invalid: 7,
  migration_refused: 7,
}

export function exitCodeOf(error: unknown): number {
  return error instanceof MujazError ? (EXIT_CODES[error.code] ?? 1) : 1
}
