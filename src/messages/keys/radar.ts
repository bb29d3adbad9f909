/** What the radar says on the card of a draft. */
export const RADAR = {
  'button-radar-revise': [],
  'button-radar-separate': [],
  'radar-copy': [],
  'radar-event': ['title', 'count'],
  'radar-event-day': ['title', 'day', 'count'],
  'radar-event-new': [],
  'radar-foreign': [],
  'radar-in-passing': [],
  'radar-missing': ['words'],
  'radar-near-copy': ['percent'],
  'radar-nearest': ['title', 'credit', 'date'],
  'radar-new': [],
  'radar-revision': [],
  'radar-same-event': [],
  'radar-words': ['words'],
} as const
