import type { ErrorCode } from '../errors.ts'
import type { Wording } from './fluent.ts'
import type { Html } from './html.ts'
import { oneLine } from './lines.ts'
import { shorten } from './shorten.ts'

/** Code points of a name that are shown: enough to know it again. */
const NAME_LIMIT = 200

const REASONS = {
  document_empty: 'document-empty',
  document_invalid: 'document-invalid',
  document_not_text: 'document-not-text',
  document_too_large: 'document-too-large',
  document_unsupported: 'document-unsupported',
  parse_failed: 'parse-failed',
  parse_timeout: 'parse-timeout',
  parse_too_large: 'parse-too-large',
} as const satisfies Partial<Record<ErrorCode, string>>

export type DocumentCode = keyof typeof REASONS

/** Whether the code of an error is one that {@link documentRefused} has words for. */
export function isDocumentCode(code: string): code is DocumentCode {
  return Object.hasOwn(REASONS, code)
}

/**
 * Tells an editor why nothing was made of a file or a page, and what to do instead.
 * @param name of the file, or the address of the page
 */
export function documentRefused(wording: Wording, code: DocumentCode, name: string): Html {
  return wording.html(REASONS[code], { name: shorten(oneLine(name), NAME_LIMIT) })
}
