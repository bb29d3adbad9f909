import { isMedium, siteName } from './agencies.ts'
import { splitPiece } from './lines.ts'
import { isMenuLine } from './noise.ts'
import { overlap } from './openings.ts'
import { cut, type Piece } from './piece.ts'
import { isHeadline, isParagraph, keyOf, scriptOf, wordCount } from './shape.ts'

/** Longest slogan between a site's name and the headline, in words. */
const SLOGAN = 15

/** So much of its words in the other make two headlines the same one, told differently. */
const SAME_HEADLINE = 0.6

/**
 * Finds the headline of one report, among the short lines above its first paragraph, and clears its
 * neighbourhood: the site's name and slogan above it, its repetitions, the site's name behind it.
 *
 * @param known the headline, where something better than the text names it; the text then only repeats it
 */
export function withHeadline(report: readonly Piece[], known: string | null = null): Piece[] {
  if (known !== null) return withKnownHeadline(report, known)
  const script = scriptOf(report.map(({ text, fate }) => (fate === 'body' ? text : '')).join(' '))
  const head = headOf(report, script)
  const titleAt = titleIn(report, head, script)
  if (titleAt === null) {
    const above = new Set(head)
    return report.map((piece, at) => (above.has(at) ? aboveBody(piece, script) : piece))
  }
  const title = report[titleAt]
  if (title === undefined) return [...report]
  const split = siteBehind(title.text)
  const bare = split === null ? '' : keyOf(title.text.slice(0, split))
  const site = split === null ? '' : nameBehind(title.text, split)
  const named = report.some(
    ({ key }, at) => at !== titleAt && (key === bare || (at < titleAt && key === keyOf(site))),
  )
  const cutSite =
    split !== null && wordCount(title.text.slice(0, split).trim()) > 1 && (named || isMedium(site))
  const key = cutSite ? bare : title.key
  return report.flatMap((piece, at) => {
    if (at === titleAt)
      return cutSite && split !== null ? titleAndSite(piece, split) : [{ ...piece, fate: 'title' }]
    if (piece.fate === 'body' && repeats(piece, key)) return [repeated(piece)]
    return [at < titleAt ? aboveTitle(piece, script) : piece]
  })
}

/** Whether a line of the report is this headline. */
export function repeatsTitle(report: readonly Piece[], title: string): boolean {
  const key = keyOf(title)
  return report.some((piece) => piece.fate === 'body' && repeats(piece, key))
}

function withKnownHeadline(report: readonly Piece[], known: string): Piece[] {
  const script = scriptOf(report.map(({ text, fate }) => (fate === 'body' ? text : '')).join(' '))
  const key = keyOf(known)
  const head = headOf(report, script)
  const named = report.findIndex((piece) => piece.fate === 'body' && repeats(piece, key))
  const told = named >= 0 ? null : titleIn(report, head, script)
  const other = told === null ? '' : (report[told]?.text ?? '')
  const titleAt = named >= 0 ? named : overlap(other, known) >= SAME_HEADLINE ? told : null
  const isHead = new Set(head)
  return report.map((piece, at) => {
    if (piece.fate === 'body' && piece.text === known && at === titleAt) return { ...piece, fate: 'title' }
    if (at === titleAt || (piece.fate === 'body' && repeats(piece, key))) return repeated(piece)
    if (titleAt !== null && at < titleAt && isHead.has(titleAt)) return aboveTitle(piece, script)
    return isHead.has(at) ? aboveBody(piece, script) : piece
  })
}

/** Places of the lines above the first paragraph that are still in the report. */
function headOf(report: readonly Piece[], script: string | null): number[] {
  const kept = report.flatMap(({ fate }, at) => (fate === 'body' ? [at] : []))
  const head: number[] = []
  for (const [index, at] of kept.entries()) {
    const text = report[at]?.text ?? ''
    const below = report[kept[index + 1] ?? -1]?.text ?? ''
    if (isParagraph(text) && !isSlogan(text, below, report[head[0] ?? -1]?.text ?? '', script)) return head
    head.push(at)
  }
  // No paragraph at all: a short note; its last line, at least, is its text, unless there is only the site.
  return siteName(report[head.at(-1) ?? -1]?.text ?? '', script) === null ? head.slice(0, -1) : head
}

/** One statement below the site's name and above a headline: what the site says of itself. */
function isSlogan(text: string, below: string, top: string, script: string | null): boolean {
  return (
    wordCount(text) <= SLOGAN && siteName(top, script) !== null && isHeadline(below) && wordCount(below) >= 4
  )
}

function titleIn(report: readonly Piece[], head: readonly number[], script: string | null): number | null {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { fate, key, text } of report) {
    if (fate !== 'body' || isParagraph(text)) continue
    count(key)
    const site = siteBehind(text)
    if (site !== null) count(keyOf(text.slice(0, site)))
  }
  const lines = head.filter((at) => isHeadline(report[at]?.text ?? ''))
  const text = (at: number) => report[at]?.text ?? ''
  const twice = lines.find((at) => (counts.get(report[at]?.key ?? '') ?? 0) > 1 && wordCount(text(at)) > 2)
  if (twice !== undefined) return twice
  const plain = lines.filter((at) => siteName(text(at), script) === null)
  return plain.find((at) => wordCount(text(at)) >= 4) ?? plain.at(-1) ?? null
}

/** Where " | Site" or " - Site" begins behind a headline; null when nothing of the kind is there. */
function siteBehind(text: string): number | null {
  const match = /\s*[|»]\s*[^|»]*$|\s+(?:[-–—]|::)\s+[^-–—]*$/u.exec(text.slice(-80))
  if (match === null || match.index === 0) return null
  const at = text.length - text.slice(-80).length + match.index
  return wordCount(nameBehind(text, at)) <= 5 ? at : null
}

function nameBehind(text: string, at: number): string {
  return text.slice(at).replace(/^[\s|»:–—-]+/u, '')
}

function titleAndSite(piece: Piece, at: number): Piece[] {
  const [title, site] = splitPiece(piece, at)
  return [
    { ...title, fate: 'title' },
    cut(site, { reason: 'site-name', facts: { site: nameBehind(site.text, 0) } }),
  ]
}

function repeats(piece: Piece, key: string): boolean {
  if (piece.key === key) return true
  const site = siteBehind(piece.text)
  return site !== null && keyOf(piece.text.slice(0, site)) === key
}

function repeated(piece: Piece): Piece {
  const at = siteBehind(piece.text)
  const site = at === null ? '' : nameBehind(piece.text, at)
  return cut(piece, { reason: 'repeated-title', facts: isMedium(site) ? { site } : {} })
}

/** Whatever stands above a headline belongs to the page. */
function aboveTitle(piece: Piece, script: string | null): Piece {
  // A medium's name alone above the headline is the site's own, below it a credit.
  if (piece.fate === 'agency-credit' && !piece.closes)
    return cut(piece, { reason: 'site-name', facts: { site: piece.text } })
  if (piece.fate !== 'body') return piece
  if (isMenuLine(piece.key)) return cut(piece, { reason: 'page-furniture' })
  const site = siteName(piece.text, script)
  return cut(piece, { reason: 'site-name', facts: site === null ? {} : { site } })
}

/** Above a report without a headline only the site's own name is surely none of it. */
function aboveBody(piece: Piece, script: string | null): Piece {
  if (isMenuLine(piece.key)) return cut(piece, { reason: 'page-furniture' })
  const site = siteName(piece.text, script)
  if (site !== null) return cut(piece, { reason: 'site-name', facts: { site } })
  return piece
}
