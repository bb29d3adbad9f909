/** Letters that newsrooms choose between when they write one foreign sound. */
const SAME_SOUND: ReadonlyMap<string, string> = new Map(
  [
    ['غجق', 'ك'],
    ['ط', 'ت'],
    ['صث', 'س'],
    ['ضذظ', 'د'],
    ['خح', 'ه'],
  ].flatMap(([letters = '', sound = '']) => [...letters].map((letter): [string, string] => [letter, sound])),
)
/** Long vowels, and the letter that is hardly heard. */
const UNHEARD = new Set('اويه')

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
  const bare = folded.length > 4 && folded.startsWith('ال') ? folded.slice(2) : folded
  let key = ''
  let last = ''
  for (const letter of bare.replaceAll('تش', 'ش')) {
    const sound = SAME_SOUND.get(letter) ?? letter
    // The first letter stays: a vowel at the front is heard (أوشاكوف, إيل).
    if (sound === last || (key !== '' && UNHEARD.has(sound))) continue
    key += sound
    last = sound
  }
  return key
}
