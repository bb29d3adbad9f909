import { stripDirection } from '../arabic/direction.ts'
import { fold } from '../arabic/fold.ts'
import { type Days, readDays } from './period.ts'

/** A part of a query, in the order in which it was typed. */
export type Piece =
  /** Words, a phrase whose words stand together, or what must not be there. */
  | { readonly kind: 'words' | 'phrase' | 'without'; readonly text: string }
  | { readonly kind: 'since' | 'until'; readonly days: Days }
  /** Who ran the report; `typed` is the whole of it, for when no publisher has this name. */
  | { readonly kind: 'source'; readonly text: string; readonly typed: string }

/** Words that may make up one date (5 يونيو 2024), with one more for a second name of the month. */
const DATE_WORDS = 4
/** Names with a colon that are looked at: reading a date is dear, and nobody needs more than a few. */
const NAME_LIMIT = 8
/** For those who do not care about dates. */
const ANY_DAY = '2000-01-01'

/**
 * Where something other than a word may begin: a sign of exclusion before a word or a quotation, a quotation, a
 * name with a colon. Signs and names count at the start of a word only: جونغ-أون holds no exclusion.
 */
const OPENING =
  /(?<sign>(?<![^\s([{])[-−–])?(?<quote>["“”„«»])|(?<![^\s([{])(?:(?<minus>[-−–])(?=[\p{L}\p{N}\p{M}])|(?<name>[\p{L}\p{M}]{2,20})[:：][^\S\n]*)/gu
const QUOTED = /["“”„]([^"“”„]*)["“”„]|[«»]([^«»]*)[«»]/y
const RUN = /[^\s"“”„«»،؛;]+/y
const SEVERAL_RUNS = /[^\s"“”„«»،؛;]+(?:[^\S\n]+[^\s"“”„«»،؛;]+){0,3}/y
const PUNCTUATION_AT_END = /[.,!?؟)\]}]+$/

const SINCE = /^(?:من|since)$/
const UNTIL = /^(?:الي|until)$/
const SOURCE = /^(?:(?:ال)?مصدر|source)$/

/** What was understood at one place of the text, and where it ends. */
interface Found {
  readonly piece: Piece
  readonly end: number
}

/**
 * Takes a query apart. Whatever is unfinished or wrong (an open quotation, a date that is none, an unknown name
 * before a colon) stays among the words.
 *
 * @param today `YYYY-MM-DD`, for أمس and for days without a year
 */
export function readQuery(typed: string, today: string): Piece[] {
  const text = stripDirection(typed)
  const pieces: Piece[] = []
  let from = 0
  let names = 0
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    if (match.groups?.['name'] !== undefined && ++names > NAME_LIMIT) continue
    const found = read(match)
    // What was no syntax may hold some: a quotation behind an unknown name.
    if (found === null) continue
    addWords(match.index)
    pieces.push(found.piece)
    from = found.end
    OPENING.lastIndex = found.end
  }
  addWords(text.length)
  return pieces

  function addWords(to: number): void {
    const between = text.slice(from, to)
    if (between.trim() !== '') pieces.push({ kind: 'words', text: between })
  }

  function read({ 0: whole, index, groups = {} }: RegExpExecArray): Found | null {
    const behind = index + whole.length
    if (groups['quote'] !== undefined) {
      const quoted = quotation(behind - 1)
      return (
        quoted && { ...quoted, piece: { kind: groups['sign'] ? 'without' : 'phrase', text: quoted.text } }
      )
    }
    if (groups['minus'] !== undefined) {
      const run = at(RUN, behind)
      return run && { piece: { kind: 'without', text: run.text }, end: run.end }
    }
    const name = fold(groups['name'] ?? '')
    if (SOURCE.test(name)) {
      const value = quotation(behind) ?? at(RUN, behind)
      return (
        value && {
          piece: { kind: 'source', text: value.text, typed: text.slice(index, value.end) },
          end: value.end,
        }
      )
    }
    if (!SINCE.test(name) && !UNTIL.test(name)) return null
    const date = dateAt(behind)
    return date && { piece: { kind: SINCE.test(name) ? 'since' : 'until', days: date.days }, end: date.end }
  }

  function quotation(start: number): { text: string; end: number } | null {
    QUOTED.lastIndex = start
    const match = QUOTED.exec(text)
    return match && { text: match[1] ?? match[2] ?? '', end: QUOTED.lastIndex }
  }

  function at(pattern: RegExp, start: number): { text: string; end: number } | null {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    return match && { text: match[0], end: pattern.lastIndex }
  }

  /** The longest date that begins here. */
  function dateAt(start: number): { days: Days; end: number } | null {
    const quoted = quotation(start)
    if (quoted !== null) {
      const days = readDays(quoted.text, today)
      return days && { days, end: quoted.end }
    }
    let run = at(SEVERAL_RUNS, start)?.text ?? ''
    for (let left = DATE_WORDS; left > 0 && run !== ''; left--) {
      const days = readDays(run.replace(PUNCTUATION_AT_END, ''), today)
      if (days !== null) return { days, end: start + run.length }
      run = run.replace(/\s*\S+$/u, '')
    }
    return null
  }
}

/** Whether a query names a publisher, so that somebody who plans it needs to know them. */
export function namesSource(typed: string): boolean {
  return readQuery(typed, ANY_DAY).some(({ kind }) => kind === 'source')
}
