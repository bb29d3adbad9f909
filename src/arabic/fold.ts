/** What follows a letter without being one: vowel marks, Quranic signs, accents. Other scripts keep theirs. */
const MARKS =
  /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g

/** Vowel marks printed alone: NFKC would turn them into a space (or a tatweel) and cut the word in two. */
const LONE_MARKS = /[\ufc5e-\ufc63\ufe70-\ufe7f]/g

/** Tatweel, and everything invisible: bidi marks, isolates, ZWNJ, ZWJ, soft hyphen, byte order mark. */
const INVISIBLE = /[\u0640\p{Cf}]/gu

/** One letter for all its spellings. Carried hamzas have lost their mark by then, except the ones named here. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    ['اٱٲٳ', 'ا'],
    ['بپ', 'ب'],
    ['جچ', 'ج'],
    ['زژ', 'ز'],
    ['فڤڥ', 'ف'],
    ['قڧڨ', 'ق'],
    ['كکگڪڭګ', 'ك'],
    ['نں', 'ن'],
    ['هةہھۃە', 'ه'],
    ['وۆۇۈۋ', 'و'],
    ['يىیېےۍێ', 'ي'],
    ['ءٴ', ''],
    ['σς', 'σ'],
    ['iı', 'i'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter): [string, string] => [letter, to])),
)
const FOLDED = new RegExp(`[${[...LETTERS.keys()].join('')}٠-٩۰-۹]`, 'g')

/** Bare letters of today's Arabic, digits, small Latin letters: most words. Nothing in them has to be normalised first. */
const PLAIN = /^[\u0621-\u063a\u0641-\u064a\u0660-\u06690-9a-z .,،]*$/
const CARRIERS: ReadonlyMap<string, string> = new Map([
  ['ء', ''],
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value): [string, string] => [digit, String(value)]),
])
/** The same by code, from the hamza to the digit nine; undefined for what stays as it is. */
const FIRST = 0x621
const CARRIED = Array.from({ length: 0x669 - FIRST + 1 }, (_, i) =>
  CARRIERS.get(String.fromCharCode(FIRST + i)),
)

/**
 * One spelling for all spellings, for the index and for the query: whatever a person typed, both meet here.
 * The result is for comparing, never for showing. Idempotent; the rules stand with examples in docs/arabic.md.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return foldLetters(text)
  return text
    .replace(LONE_MARKS, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(FOLDED, (letter) => LETTERS.get(letter) ?? String(letter.charCodeAt(0) & 15))
    .normalize('NFC')
}

/** {@link fold} for a text that is known to hold nothing but what {@link PLAIN} allows. */
export function foldLetters(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const carrier = code < FIRST ? undefined : CARRIED[code - FIRST]
    if (carrier === undefined) continue
    folded += text.slice(from, at) + carrier
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
