/** Why a file was not read, or a page that was fetched. */
export const DOCUMENTS = {
  'document-empty': ['name'],
  'document-invalid': ['name'],
  'document-not-text': ['name'],
  'document-too-large': ['name'],
  'document-unsupported': ['name'],
  'parse-failed': ['name'],
  'parse-timeout': ['name'],
  'parse-too-large': ['name'],
} as const satisfies Record<string, readonly string[]>
