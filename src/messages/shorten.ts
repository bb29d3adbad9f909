import { codePoints } from './html.ts'

const ELLIPSIS = '…'
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/**
 * The text, if it fits in `limit` code points; else as many whole words as fit and an ellipsis. A word that is
 * longer than the limit is cut between graphemes, never between a letter and its mark.
 */
export function shorten(text: string, limit: number): string {
  // Nothing is longer in code points than in UTF-16 units, so most texts need no counting.
  if (text.length <= limit || codePoints(text) <= limit) return text
  let end = 0
  let wordEnd = 0
  let room = limit - 1
  for (const { segment, index } of graphemes.segment(text)) {
    if (/^\s/u.test(segment)) wordEnd = index
    room -= codePoints(segment)
    if (room < 0) break
    end = index + segment.length
  }
  const atWord = wordEnd > end / 2 ? wordEnd : end
  return `${text.slice(0, atWord).trimEnd()}${ELLIPSIS}`
}
