import { fold } from './fold.ts'

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

/**
 * The words of a text, in order. Hyphens, apostrophes and all other punctuation separate; marks, tatweel and
 * invisible characters do not. What folds to nothing (a lone tatweel or hamza) is no word.
 */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0])
      .replaceAll('٫', '.')
      .replace(/[^\p{L}\p{N}\p{M}.]/gu, '')
    if (folded === '') continue
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], folded })
  }
  return found
}
