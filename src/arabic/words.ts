import { fold, foldPlain } from './fold.ts'

/** A half-open stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One word of a text. */
export interface Word extends Span {
  /** The word as it stands in the text, marks and all. */
  readonly text: string
  /** Its one spelling (see {@link fold}), letters and digits only, never empty. */
  readonly folded: string
}

const ARABIC =
  '\\u0620-\\u064a\\u066e\\u066f\\u0671-\\u06d3\\u06d5\\u06e5\\u06e6\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff\\u0750-\\u077f\\u0870-\\u0887\\u0889-\\u088e\\u08a0-\\u08c9\\ufb50-\\ufbb1\\ufbd3-\\ufd3d\\ufd50-\\ufdfb\\ufe70-\\ufefc'
/** Stands inside a word without ending it: ZWNJ, ZWJ, bidi marks, soft hyphen, byte order mark. */
const INSIDE = '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff'
const OTHER = `(?![${ARABIC}])\\p{L}`
const POINT = '[.٫]'

/**
 * Arabic letters; letters of another script, with the digits after them (G7, KN23); a decimal number; a number.
 * Scripts are kept apart, so that a foreign name is found behind an Arabic particle (وReuters).
 * Every alternative walks forward only: the time is linear in the text.
 */
const WORD = new RegExp(
  [
    `[${ARABIC}](?:[${ARABIC}\\p{M}]|[${INSIDE}]+(?=[${ARABIC}\\p{M}]))*`,
    `${OTHER}(?:${OTHER}|[\\p{M}\\p{N}]|[${INSIDE}]+(?=${OTHER}|[\\p{M}\\p{N}]))*`,
    `(?<!\\p{Nd}${POINT})\\p{Nd}+${POINT}\\p{Nd}+(?!${POINT}?\\p{Nd})`,
    `\\p{Nd}{1,3}(?:[,٬]\\p{Nd}{3})+(?!\\p{Nd})`,
    `\\p{N}+`,
  ].join('|'),
  'gu',
)

/** What a character is to the scanner: it parts words, it is a bare letter, or {@link WORD} must look at it. */
const [PARTS, LETTER, OTHERWISE] = [0, 1, 2]
const PLAIN_LETTER = /[\u0621-\u063a\u0641-\u064a]/
const PARTING = new RegExp(`[^\\p{L}\\p{M}\\p{N}${INSIDE}]`, 'u')
const KINDS = Uint8Array.from({ length: 0x700 }, (_, code) => {
  const character = String.fromCharCode(code)
  return PLAIN_LETTER.test(character) ? LETTER : PARTING.test(character) ? PARTS : OTHERWISE
})

/** Beyond the table only the dashes, quotation marks and dots of printed text are known. */
function kindOf(code: number): number {
  if (code < KINDS.length) return KINDS[code] ?? OTHERWISE
  return code >= 0x2010 && code <= 0x2027 ? PARTS : OTHERWISE
}

/**
 * The words of a text, in order. Hyphens, apostrophes and all other punctuation separate; marks, tatweel and
 * invisible characters do not. What folds to nothing (a lone tatweel or hamza) is no word.
 *
 * Nearly all words are bare Arabic letters between spaces: those are read by hand, four times as fast as by {@link WORD},
 * which is left what is anything else.
 */
export function words(text: string): Word[] {
  const found: Word[] = []
  const length = text.length
  for (let start = 0; start < length; ) {
    const kind = kindOf(text.charCodeAt(start))
    if (kind === PARTS) {
      start++
      continue
    }
    let end = start
    if (kind === LETTER) {
      end++
      while (end < length && kindOf(text.charCodeAt(end)) === LETTER) end++
      if (end < length && kindOf(text.charCodeAt(end)) !== PARTS) end = start
    }
    if (end > start) {
      const word = text.slice(start, end)
      const folded = foldPlain(word)
      if (folded !== '') found.push({ start, end, text: word, folded })
      start = end
      continue
    }
    WORD.lastIndex = start
    const match = WORD.exec(text)
    if (match === null) break
    const [word] = match
    start = match.index + word.length
    const folded = fold(word)
      .replaceAll('٫', '.')
      .replace(/[^\p{L}\p{N}\p{M}.]/gu, '')
    if (folded !== '') found.push({ start: match.index, end: start, text: word, folded })
  }
  return found
}
