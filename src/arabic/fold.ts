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

/**
 * Arabic letters, marks and digits, small Latin letters and plain punctuation: most texts. Each of these is folded
 * by itself, whatever stands beside it, so nothing has to be normalised first.
 */
const PLAIN = /^[\u0621-\u063a\u0640-\u0669\u0670-\u06d3\u06f0-\u06f9\n -@[-~«»،؛؟–—‘’“”]*$/
/** What becomes of each, by code from the hamza on; undefined for what stays as it is. */
const FIRST = 0x621
const LAST = 0x6f9
const BY_CODE = Array.from({ length: LAST - FIRST + 1 }, (_, i) => {
  const letter = String.fromCharCode(FIRST + i)
  const folded = foldAny(letter)
  return folded === letter ? undefined : folded
})

/**
 * One spelling for all spellings, for the index and for the query: whatever a person typed, both meet here.
 * The result is for comparing, never for showing. Idempotent; the rules stand with examples in docs/arabic.md.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? foldPlain(text) : foldAny(text)
}

function foldAny(text: string): string {
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
export function foldPlain(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const other = code < FIRST ? undefined : BY_CODE[code - FIRST]
    if (other === undefined) continue
    folded += text.slice(from, at) + other
    from = at + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}
