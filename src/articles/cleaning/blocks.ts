import type { Span } from '../../arabic/words.ts'
import type { Piece } from './piece.ts'
import { ending, hasBullet, isParagraph, wordCount } from './shape.ts'

/** What a body is made of: its blocks with one blank line between them, and which of them are sub-headings. */
export interface Blocks {
  readonly body: string
  readonly headings: readonly Span[]
}

export function blocksOf(report: readonly Piece[]): Blocks {
  const blocks = joinQuotes(joinParts(report))
  const headings: Span[] = []
  const flags = headingFlags(blocks)
  let start = 0
  for (const [index, block] of blocks.entries()) {
    if (flags[index]) headings.push({ start, end: start + block.length })
    start += block.length + 2
  }
  return { body: blocks.join('\n\n'), headings }
}

/** One block for each line; a line that code had torn apart in a sentence is whole again. */
function joinParts(report: readonly Piece[]): string[] {
  const blocks: string[][] = []
  let line = 0
  for (const piece of report) {
    if (piece.fate !== 'body') continue
    const last = blocks.at(-1)
    // Whatever was joined to was open, so how the last part ends tells it; a line may be torn into thousands.
    const isOpen = ending(last?.at(-1) ?? '') === 'open'
    if (last !== undefined && piece.continues && piece.line === line && isOpen) last.push(piece.text)
    else blocks.push([piece.text])
    line = piece.line
  }
  return blocks.map((parts) => parts.join(' '))
}

/** Some sites break a line behind every sentence of a quotation: a block that closes what the one before opened. */
function joinQuotes(blocks: readonly string[]): string[] {
  const joined: string[] = []
  let open: Quote | null = null
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last !== undefined && open !== null && closes(block, open)) {
      joined[joined.length - 1] = `${last} ${block}`
      open = null
    } else {
      joined.push(block)
      open = openQuote(block)
    }
  }
  return joined
}

type Quote = '"' | '“' | '«'
const SIGNS = { '"': /"/gu, '“': /[“”]/gu, '«': /[«»]/gu }

function openQuote(block: string): Quote | null {
  for (const quote of ['"', '“', '«'] as const) if (count(block, quote) % 2 === 1) return quote
  return null
}

function closes(block: string, quote: Quote): boolean {
  if (count(block, quote) % 2 === 0) return false
  const at = block.search(quote === '"' ? /"/u : quote === '“' ? /[“”]/u : /[«»]/u)
  // Pages mix up the two curly signs, so the place decides: a closing one follows a word.
  return at > 0 && !/\s/u.test(block.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(block.charAt(at + 1))
}

function count(block: string, quote: Quote): number {
  return block.match(SIGNS[quote])?.length ?? 0
}

/** Longest sub-heading. */
const HEADING = { words: 12, length: 120 }

/** A sub-heading is a short line, no sentence of its own, above a paragraph (or above another sub-heading). */
function headingFlags(blocks: readonly string[]): boolean[] {
  const flags = blocks.map(() => false)
  for (let index = blocks.length - 2; index >= 0; index--) {
    const below = blocks[index + 1] ?? ''
    flags[index] = couldHead(blocks[index] ?? '') && (isParagraph(below) || flags[index + 1] === true)
  }
  return flags
}

function couldHead(block: string): boolean {
  const words = wordCount(block)
  if (words > HEADING.words || block.length > HEADING.length || isParagraph(block) || hasBullet(block))
    return false
  if (ending(block) === 'full stop' || openQuote(block) !== null) return false
  return /[:،,؛;]$/u.test(block) ? block.endsWith(':') && words <= 3 : /\p{L}/u.test(block)
}
