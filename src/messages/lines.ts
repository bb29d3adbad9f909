import { isolate, stripDirection } from '../arabic/direction.ts'
import type { Span } from '../arabic/words.ts'
import { escapeHtml, type Html, html, type Insert, isHtml, trusted } from './html.ts'
import type { Language } from './language.ts'

const RLM = '\u{200F}'
const ARABIC_LETTER = /^(?=\p{L})\p{Script=Arabic}/u
/** Arabic words, or a time of day. */
const READS_ALONG = /^(?:(?=\p{L})\p{Script=Arabic}[\p{Script=Arabic}\p{M}\d ]*|\d\d?:\d\d)$/u
const TAGS = /<[^>]*>/g
const QUOTE = /^<blockquote[^>]*>/

/**
 * Names, addresses, /commands and @names in another script, with the spaces and digits inside them; not what
 * stands in a text as a tag (`<b>`), which has to be seen as it was written.
 */
const OTHER_LETTER = '(?:(?!\\p{Script=Arabic})\\p{L})'
const FOREIGN_RUN = new RegExp(
  `(?<!</?|${OTHER_LETTER})[/@]?${OTHER_LETTER}(?:(?:${OTHER_LETTER}|[\\p{N}\\p{M}_./:@+'’&%? =-])*(?:${OTHER_LETTER}|\\p{N}))?`,
  'gu',
)

/** Whether a line opens with an Arabic letter and so is set from right to left by itself. */
export function opensInArabic(line: string): boolean {
  return ARABIC_LETTER.test(line)
}

/** One line of foreign text: no line breaks, no direction marks of its own, isolated from what is around it. */
export function foreign(text: string): string {
  const line = oneLine(text)
  return line === '' ? '' : isolate(line)
}

/** A string that goes into a sentence of ours: isolated, unless it reads like the Arabic around it anyway. */
export function inserted(text: string, language: Language): string {
  const line = oneLine(text)
  return language === 'ar' && READS_ALONG.test(line) ? line : foreign(line)
}

/** The text on one line, without direction marks and other invisible signs. */
export function oneLine(text: string): string {
  return stripDirection(text).replace(/\s+/gu, ' ').trim()
}

/** One line of markup as a whole isolated; isolates inside it give way. */
export function isolated(content: Html): Html {
  return content.markup === '' ? content : trusted(isolate(content.markup))
}

/** The foreign runs of an Arabic text: what has to be isolated in it. */
export function foreignRuns(text: string): Span[] {
  return [...text.matchAll(FOREIGN_RUN)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }))
}

/**
 * Literal text of an article as markup. Foreign runs in an Arabic line are isolated, and so is the whole of a
 * line that does not open with Arabic: an English paragraph reads right in an Arabic message.
 */
export function literal(text: string): Html {
  const lines = stripDirection(text).split('\n')
  return trusted(lines.map((line) => escapeHtml(isolatedLine(line.trim()))).join('\n'))
}

/**
 * Sets every line of an Arabic message from right to left: it opens with an Arabic letter or with one RLM.
 * Messages in other languages stay as they are.
 */
export function inDirection(language: Language, content: Html): Html {
  if (language !== 'ar') return content
  const lines = content.markup.replaceAll(RLM, '').split('\n')
  return trusted(lines.map(rightToLeftMarkup).join('\n'))
}

/** {@link inDirection} for plain text: buttons and notices. */
export function textInDirection(language: Language, text: string): string {
  if (language !== 'ar') return text
  const lines = text.replaceAll(RLM, '').split('\n')
  return lines.map((line) => (line === '' || opensInArabic(line) ? line : RLM + line)).join('\n')
}

/** The lines that hold anything, one under the other. */
export function stack(...lines: readonly (Insert | null)[]): Html {
  const shown = lines.filter((line) => line !== null && (isHtml(line) ? line.markup : line) !== '')
  return trusted(shown.map((line) => html`${line ?? ''}`.markup).join('\n'))
}

function isolatedLine(line: string): string {
  if (line === '') return line
  return opensInArabic(line) ? line.replace(FOREIGN_RUN, (run) => isolate(run)) : isolate(line)
}

/**
 * Judged by what is seen: a tag at the front is not a letter. The mark goes inside a quotation that opens the
 * line, where it would otherwise be a line of its own.
 */
function rightToLeftMarkup(line: string): string {
  const seen = line.replace(TAGS, '')
  if (seen === '' || opensInArabic(seen)) return line
  const opening = QUOTE.exec(line)?.[0] ?? ''
  return `${opening}${RLM}${line.slice(opening.length)}`
}
