/** Letters that newsrooms choose between when they write one foreign sound. */
const SAME_SOUND: readonly (readonly [letters: string, sound: string])[] = [
  ['غجق', 'ك'],
  ['ط', 'ت'],
  ['صث', 'س'],
  ['ضذظ', 'د'],
  ['خح', 'ه'],
]
const VOWELS = 'اويه'

const SOUNDS = new Map(
  SAME_SOUND.flatMap(([letters, sound]) =>
    [...letters].map((letter) => [letter.charCodeAt(0), sound.charCodeAt(0)] as const),
  ),
)
const SILENT = new Set([...VOWELS].map((vowel) => vowel.charCodeAt(0)))
const [TEH, SHEEN, ALEF, LAM, FIRST_LETTER, LAST_LETTER] = [...'تشالءي'].map((letter) =>
  letter.charCodeAt(0),
) as [number, number, number, number, number, number]

/**
 * A key that the spellings of one foreign name share: غ ج ق ك are one sound, تش is ش, emphatic letters are their
 * plain ones, long vowels and doubled letters do not count (بيونغ / بيونج, شويغو / شويجو, تشوي / شوي).
 *
 * @param folded a word as `fold` gives it
 * @returns the key; words of other scripts give their consonants; empty where nothing but vowels stands
 */
export function soundKey(folded: string): string {
  if (!isArabic(folded)) {
    return folded.replace(/[aeiouyаеиоуыэюя]/giu, '').replace(/(.)\1+/gu, '$1')
  }
  // Letter by letter: a whole vocabulary is read at the start, and seven replacements a word take a second of it.
  let key = ''
  let last = -1
  const hasArticle = folded.length > 4 && folded.charCodeAt(0) === ALEF && folded.charCodeAt(1) === LAM
  for (let at = hasArticle ? 2 : 0; at < folded.length; at++) {
    const letter = folded.charCodeAt(at)
    if (letter === TEH && folded.charCodeAt(at + 1) === SHEEN) continue
    const sound = SOUNDS.get(letter) ?? letter
    // The first letter stays: a vowel at the front is heard (أوشاكوف, إيل).
    if ((last >= 0 && SILENT.has(sound)) || sound === last) continue
    key += String.fromCharCode(sound)
    last = sound
  }
  return key
}

/** Nearly all words show it by their first letter. */
function isArabic(folded: string): boolean {
  const first = folded.charCodeAt(0)
  return (first >= FIRST_LETTER && first <= LAST_LETTER) || /\p{Script=Arabic}/u.test(folded)
}
