import { sentences } from '../arabic/sentences.ts'
import type { Span } from '../arabic/words.ts'
import { type Html, joinHtml, visibleLength } from './html.ts'

/** Longest message in code points, counted after parsing. */
export const MESSAGE_LIMIT = 4096
/** Longest raw text of a message, markup included, in bytes of UTF-8. */
const BYTE_LIMIT = 32_768
/** Telegram drops formatting beyond this many entities without a word. */
const ENTITY_LIMIT = 100
/** A paragraph longer than this is cut, so that parts fill evenly instead of leaving a message half empty. */
const PIECE_LIMIT = 1500
/** More than a closing quotation mark and the word after it. */
const LOOK_AHEAD = 100
const GAP = '\n\n'

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/**
 * Packs whole blocks, in order and a blank line apart, into as few messages as fit Telegram's limits. Markup is
 * never cut: a block that no message can hold is a programming error, cut its text with {@link splitText} first.
 */
export function packBlocks(blocks: readonly Html[], limit = MESSAGE_LIMIT): Html[] {
  const messages: Html[] = []
  let open: Html[] = []
  let used = { points: 0, bytes: 0, entities: 0 }
  for (const block of blocks) {
    const size = measure(block)
    if (size.points === 0) continue
    if (size.points > limit || size.bytes > BYTE_LIMIT) {
      throw new RangeError(`A block of ${size.points} code points, ${size.bytes} bytes fits no message`)
    }
    const together = {
      points: used.points + GAP.length + size.points,
      bytes: used.bytes + GAP.length + size.bytes,
      entities: used.entities + size.entities,
    }
    const fits = together.points <= limit && together.bytes <= BYTE_LIMIT && together.entities <= ENTITY_LIMIT
    if (open.length > 0 && !fits) {
      messages.push(joinHtml(open, GAP))
      open = []
    }
    used = open.length > 0 ? together : size
    open.push(block)
  }
  if (open.length > 0) messages.push(joinHtml(open, GAP))
  return messages
}

/**
 * Cuts plain text into pieces of at most `limit` code points: at the last paragraph border that fits, else after
 * the last sentence, else between words, else between graphemes. Only white space lies between the pieces.
 */
export function splitText(text: string, limit: number): Span[] {
  if (!(limit >= 1)) throw new RangeError(`Pieces of ${limit} code points hold nothing`)
  const pieces: Span[] = []
  let start = skipSpace(text, 0)
  while (start < text.length) {
    const furthest = advance(text, start, limit)
    const cut = furthest === text.length ? furthest : lastBorder(text, start, furthest)
    pieces.push({ start, end: start + text.slice(start, cut).trimEnd().length })
    start = skipSpace(text, cut)
  }
  return pieces
}

/** Long text as blocks that {@link packBlocks} takes: `make` turns each piece of it into markup. */
export function blocksOf(text: string, make: (piece: string) => Html, limit = PIECE_LIMIT): Html[] {
  return splitText(text, limit).flatMap(({ start, end }) => {
    const piece = text.slice(start, end)
    const block = make(piece)
    // Isolates and direction marks count too: a piece of very many short foreign lines doubles in length.
    const tooLong = visibleLength(block) > 2 * PIECE_LIMIT && limit > 1
    return tooLong ? blocksOf(piece, make, Math.ceil(limit / 2)) : [block]
  })
}

function measure(block: Html): { points: number; bytes: number; entities: number } {
  return {
    points: visibleLength(block),
    bytes: Buffer.byteLength(block.markup),
    entities: block.markup.match(/<[a-z]/g)?.length ?? 0,
  }
}

/** Where to end a piece that starts at `start` and may reach up to `end`, which is not the end of the text. */
function lastBorder(text: string, start: number, end: number): number {
  const window = text.slice(start, end)
  if (text[end] === '\n') return end
  const line = window.lastIndexOf('\n')
  if (line > 0) return start + line
  // Seen with what follows: a sentence that only seems to end with the window goes on behind it.
  const sentence = sentences(text.slice(start, end + LOOK_AHEAD)).findLast(
    (span) => span.end <= window.length,
  )
  if (sentence !== undefined) return start + sentence.end
  if (/\s/u.test(text[end] ?? '')) return end
  const space = window.search(/\s\S*$/u)
  return start + (space > 0 ? space : lastGrapheme(window, text.slice(end, end + 2)))
}

/** A cluster longer than a whole piece is cut all the same, between code points. */
function lastGrapheme(window: string, next: string): number {
  let last = 0
  for (const { index } of graphemes.segment(window + next)) {
    if (index <= window.length) last = index
  }
  return last > 0 ? last : window.length
}

/** The index `count` code points after `start`, or the end of the text. */
function advance(text: string, start: number, count: number): number {
  let index = start
  for (let left = count; left > 0 && index < text.length; left -= 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  }
  return index
}

function skipSpace(text: string, start: number): number {
  const rest = /\S/u.exec(text.slice(start))
  return rest === null ? text.length : start + rest.index
}
