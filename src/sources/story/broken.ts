import { MujazError } from '../../errors.ts'

/** Longest record of a file, in UTF-16 units: the longest body with every sign of it escaped. */
export const RECORD_LIMIT = 3_000_000

/** An exported story that cannot be read on. */
export function brokenStory(why: string, cause?: unknown): MujazError {
  return new MujazError('file_unreadable', `The story cannot be read to its end: ${why}.`, {
    hint: 'What was read before it has been stored; the import can be repeated with a sound file.',
    cause,
  })
}
