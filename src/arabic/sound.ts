/** Letters that newsrooms choose between when they write one foreign sound. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/تش/gu, 'ش'],
  [/[غجق]/gu, 'ك'],
  [/ط/gu, 'ت'],
  [/[صث]/gu, 'س'],
  [/[ضذظ]/gu, 'د'],
  [/خ/gu, 'ه'],
  [/ح/gu, 'ه'],
]

/**
 * A key that the spellings of one foreign name share: غ ج ق ك are one sound, تش is ش, emphatic letters are their
 * plain ones, long vowels and doubled letters do not count (بيونغ / بيونج, شويغو / شويجو, تشوي / شوي).
 *
 * @param folded a word as `fold` gives it
 * @returns the key; words of other scripts give their consonants; empty where nothing but vowels stands
 */
export function soundKey(folded: string): string {
  if (!/\p{Script=Arabic}/u.test(folded)) {
    return folded.replace(/[aeiouyаеиоуыэюя]/giu, '').replace(/(.)\1+/gu, '$1')
  }
  let key = folded.length > 4 ? folded.replace(/^ال/u, '') : folded
  for (const [letters, sound] of SAME_SOUND) key = key.replace(letters, sound)
  // The first letter stays: a vowel at the front is heard (أوشاكوف, إيل).
  return `${key.slice(0, 1)}${key.slice(1).replace(/[اويه]/gu, '')}`.replace(/(.)\1+/gu, '$1')
}
