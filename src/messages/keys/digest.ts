/** Digests. */
export const DIGEST = {
  'digest-heading': ['count'],
  'digest-queued': [],
  'digest-nothing': [],
  'digest-omitted': ['count'],
  'digest-undated': [],
  'new-heading': [],
  'day-bad': ['given'],
  'day-received': ['day'],
  'day-last': [],
  'day-none-received': [],
  'day-reports': ['day'],
  'day-empty': ['day'],
} as const
