/** Answers that belong to no capability. */
export const GENERAL = {
  cancelled: [],
  failed: [],
  'forget-question': [],
  forgotten: [],
  'language-ar': [],
  'language-en': [],
  'only-private': [],
  privacy: [],
  'too-long': [],
} as const
