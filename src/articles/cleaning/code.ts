import type { Span } from '../../arabic/words.ts'

/**
 * Where style sheets and HTML leftovers stand in a text, in order and apart from each other. Pages lose
 * their tags on the way to a text file, but what stood inside style elements often stays as words.
 */
export function codeSpans(text: string): Span[] {
  const spans = [...styleSpans(text), ...elementSpans(text), ...tagSpans(text)]
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: { start: number; end: number }[] = []
  for (const span of spans) {
    const last = apart.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return apart
}

interface Block {
  readonly open: number
  readonly line: number
  /** No letter beyond ASCII stands in it: prose in braces is not a style sheet. */
  plain: boolean
  /** A rule stands in it, as in `@media { … }`. */
  nested: boolean
}

const DECLARATION = /^\s*[-a-z]+\s*:\s*[^\s]/iu

/** `selector { property: value }`, also nested and over several lines; a brace of prose is left alone. */
function styleSpans(text: string): Span[] {
  const spans: Span[] = []
  const open: Block[] = []
  for (let i = 0, previousEnd = 0; i < text.length; i++) {
    const char = text[i]
    const block = open.at(-1)
    if (char === '{') open.push({ open: i, line: previousEnd, plain: true, nested: false })
    else if (char === '}' && block !== undefined) {
      open.pop()
      const outer = open.at(-1)
      if (block.plain && (block.nested || DECLARATION.test(text.slice(block.open + 1, block.open + 80)))) {
        spans.push({ start: selectorStart(text, block.open, block.line), end: i + 1 })
        if (outer !== undefined) outer.nested = true
      } else if (outer !== undefined) outer.plain &&= block.plain
      previousEnd = i + 1
    } else if (block !== undefined && text.charCodeAt(i) > 0x7f) block.plain = false
  }
  return spans
}

const SELECTOR_LIMIT = 400
const SELECTOR_WORD =
  /^(?:[.#@:][-\w].*|::.*|[*>+~[(].*|\d+%|(?:a|article|aside|body|div|figcaption|figure|footer|form|from|h[1-6]|header|html|iframe|img|input|li|main|nav|ol|p|section|span|table|tbody|td|th|to|tr|ul|video|and|only|screen)(?:[.#:[>+~,].*)?|\S*\),?)$/iu

/** Goes back from the brace over the words of a selector, and stops at the first word of a sentence. */
function selectorStart(text: string, brace: number, from: number): number {
  const limit = Math.max(from, brace - SELECTOR_LIMIT)
  let start = brace
  for (;;) {
    let end = start
    while (end > limit && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
    // A selector goes on over a line break only after a comma.
    if (text[end - 1] === '\n' && text[end - 2] === ',') end--
    let word = end
    while (word > limit && isSelectorLetter(text.charCodeAt(word - 1))) word--
    if (word === end || !SELECTOR_WORD.test(text.slice(word, end))) return start
    start = word
  }
}

/** Printable ASCII except the space and braces. */
function isSelectorLetter(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x7b && code !== 0x7d
}

/** Elements whose content nobody was meant to read, and comments. */
const HIDDEN = [
  { open: /<script\b/giu, close: '</script>' },
  { open: /<style\b/giu, close: '</style>' },
  { open: /<!--/gu, close: '-->' },
]

function elementSpans(text: string): Span[] {
  const lower = text.toLowerCase()
  // Lower-casing changes the length of a few foreign letters, and the offsets with it.
  if (lower.length !== text.length) return []
  const spans: Span[] = []
  for (const { open, close } of HIDDEN) {
    const last = lower.lastIndexOf(close)
    let done = 0
    for (const { index } of lower.matchAll(open)) {
      if (index < done || index > last) continue
      done = lower.indexOf(close, index) + close.length
      spans.push({ start: index, end: done })
    }
  }
  return spans
}

/** Tags that build a page. Bare `<b>` and its like stay: an author may have meant them as text. */
const TAG =
  /<\/?(?:a|article|aside|blockquote|br|button|center|div|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|iframe|img|input|ins|label|li|nav|noscript|ol|p|path|picture|section|source|span|strong|svg|table|tbody|td|th|tr|ul|video)(?:\s[^<>]{0,2000})?\/?>|&(?:nbsp|zwnj|zwj|lrm|rlm|shy|ensp|emsp|#160|#8203);/giu

function tagSpans(text: string): Span[] {
  return [...text.matchAll(TAG)].map(({ index, 0: tag }) => ({ start: index, end: index + tag.length }))
}
