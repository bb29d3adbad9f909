import { MujazError } from '../errors.ts'
import { describeError, redact } from '../log.ts'

/** Where a command writes: answers to standard output, complaints to standard error. */
export interface Terminal {
  print(line: string): void
  complain(line: string): void
}

/**
 * An error as an operator reads it: the sentence, what it was caused by in a line, and the hint; or everything
 * there is when it was not foreseen.
 */
export function explain(error: unknown, secrets: readonly string[]): string {
  const text =
    error instanceof MujazError && error.code !== 'internal'
      ? [error.message, ...causeOf(error), ...(error.hint === null ? [] : [error.hint])].join('\n')
      : describeError(error)
  return redact(text, secrets)
}

function causeOf({ cause }: MujazError): string[] {
  const [line = ''] = cause instanceof Error ? cause.message.split('\n') : []
  return line === '' ? [] : [`Cause: ${line.slice(0, 300)}`]
}
