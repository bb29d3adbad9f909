/** Why a page was not fetched; `address` is the one that was asked for. */
export const FETCH = {
  'fetch-bad-certificate': ['address'],
  'fetch-bad-response': ['address'],
  'fetch-bad-url': ['address'],
  'fetch-http-status': ['address'],
  'fetch-insecure-redirect': ['address'],
  'fetch-refused-address': ['address'],
  'fetch-timeout': ['address'],
  'fetch-too-large': ['address'],
  'fetch-too-many-redirects': ['address'],
  'fetch-unreachable': ['address'],
  'fetch-wrong-type': ['address'],
} as const satisfies Record<string, readonly string[]>
