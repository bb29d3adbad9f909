import {
  AD,
  COMMENTS,
  COOKIE_POINT,
  COOKIES,
  COUNTS,
  DISCLAIMER_OPENING,
  DISCLAIMER_POINT,
  FOLLOW,
  FOLLOW_OBJECT,
  MENU,
  MENU_WORDS,
  PAYWALL,
  READ_ALSO,
  READ_ALSO_OPEN,
  READING,
  RIGHTS,
  SHARE,
  SHARE_WORDS,
  SIGN_OFF,
  SUMMARY,
  TAG_NAMES,
  TEMPLATE_WORDS,
} from './phrasebook.ts'
import { consistsOf, tokensOf } from './phrases.ts'
import type { Verdict } from './piece.ts'
import { ending, keyOf, scriptOf, wordCount } from './shape.ts'

interface Line {
  readonly text: string
  readonly key: string
  readonly words: number
}

interface Rule extends Verdict {
  readonly matches: (line: Line) => boolean
}

/** Which lines belong to the page and not to the report, tried in order. Credits are judged before (credits.ts). */
const RULES: readonly Rule[] = [
  // Blogs and small portals: buttons, alone or in a row, with their counters.
  { reason: 'share', matches: ({ key }) => SHARE.is(key) || consistsOf(key, SHARE_WORDS) },
  // English themes on Arabic aggregators put "READ  headline" between paragraphs.
  { reason: 'read-also', matches: ({ text }) => /^READ(?: (?:MORE|ALSO))?(?:\s*:)?\s+\S/u.test(text) },
  // Every larger site: a header with links to other reports, below or inside the report.
  { reason: 'read-also', opens: 'related', matches: ({ key }) => READ_ALSO.is(key) },
  // The same with the headline in its own line. A sentence may begin so too, but it ends in a full stop.
  { reason: 'read-also', matches: (line) => beginsReadAlso(line) },
  // Sites with readers' comments; the number of them stands in the header.
  {
    reason: 'page-furniture',
    opens: 'page-furniture',
    closes: true,
    matches: ({ key }) => COMMENTS.is(key.replace(/[\s(]*\d+$|^\d+ /u, '')),
  },
  // Blog engines: a list of key words behind its name, or below it, or as hashtags.
  { reason: 'tags', closes: true, opens: 'tags', matches: ({ key }) => TAG_NAMES.is(key) },
  { reason: 'tags', closes: true, matches: ({ text }) => isTagList(text) },
  // News apps: points made by the site, mostly by a machine, above the report.
  { reason: 'site-summary', matches: ({ key }) => SUMMARY.is(key) },
  // Agencies mark the end of a report.
  {
    reason: 'sign-off',
    closes: true,
    matches: ({ text, key }) => SIGN_OFF.is(key) || /^(?:-30-|#{3,})$/u.test(text),
  },
  // Every site's footer.
  { reason: 'disclaimer', closes: true, matches: (line) => isRights(line) || isDisclaimer(line) },
  // European rules: the note on cookies comes first in many scraped pages.
  {
    reason: 'page-furniture',
    matches: ({ key, words }) => words <= 60 && COOKIES.test(key) && COOKIE_POINT.test(key),
  },
  { reason: 'page-furniture', matches: ({ key }) => AD.is(key) },
  // Invitations to channels, newsletters and apps, inside and below reports.
  {
    reason: 'page-furniture',
    matches: ({ key, words }) =>
      words <= 30 && FOLLOW.begins(key) !== null && (FOLLOW_OBJECT.test(key) || words <= 2),
  },
  { reason: 'page-furniture', matches: ({ key, words }) => words <= 30 && PAYWALL.test(key) },
  { reason: 'page-furniture', matches: ({ key }) => READING.test(key) || COUNTS.test(key) },
  // Counters of buttons that lost their word; four digits could be a year as a sub-heading.
  { reason: 'page-furniture', matches: ({ text }) => /^\p{Nd}{1,3}$/u.test(text) },
  // Menus and breadcrumbs. One section's name alone could be a sub-heading and is left to the headline's rules.
  { reason: 'page-furniture', matches: ({ text, key }) => MENU.is(key) || isMenu(text, key) },
  // Themes whose template was not filled in, and scripts.
  { reason: 'css', matches: (line) => isTemplate(line) || isScript(line.text) },
  // Rulers between parts of a page.
  { reason: 'page-furniture', matches: ({ text }) => isRuler(text) },
]

/** What kind of page furniture a line is; null for a line of the report. */
export function noiseOf(text: string, key: string): Verdict | null {
  if (text.length > 1000 && !isTagList(text)) return null
  const line = { text, key, words: wordCount(text) }
  return RULES.find((rule) => rule.matches(line)) ?? null
}

/** A header above points that the site made from the report. */
export function isSummaryHeader(key: string): boolean {
  return SUMMARY.is(key)
}

/** A line of dashes or stars. */
export function isRuler(text: string): boolean {
  return /^(?:[-_=*~•·—–#]\s?){3,}$/u.test(text)
}

function beginsReadAlso({ text, key, words }: Line): boolean {
  const name = READ_ALSO.begins(key)
  if (name === null) return false
  const rest = key.slice(name.length)
  if (/^\s*(?:\.\.\.|[:|\-–—«"“<])/u.test(rest)) return words <= 40
  // "أخبار متعلقة بـ…" is the beginning of a sentence, with or without its full stop.
  return READ_ALSO_OPEN.is(name) && ending(text) === 'open' && !/^ ب/u.test(rest)
}

/** Starts with the name of a tag list, or is nothing but hashtags. */
function isTagList(text: string): boolean {
  const colon = text.slice(0, 30).indexOf(':')
  if (colon > 0 && TAG_NAMES.begins(keyOf(text.slice(0, colon))) !== null) return true
  const words = text.split(' ')
  return words.every((word) => /^#[\p{L}\p{N}_]+[،,]?$/u.test(word))
}

function isRights({ text, key, words }: Line): boolean {
  return words <= 40 && (/^(?:©|\(c\) \d{4})/iu.test(text) || RIGHTS.test(key))
}

/** Says of itself or its authors that it is not answerable; a report that quotes such words begins otherwise. */
function isDisclaimer({ key, words }: Line): boolean {
  return words <= 50 && DISCLAIMER_OPENING.begins(key) !== null && DISCLAIMER_POINT.test(key)
}

/** Nothing but names of a site's sections: not even one of them is a headline. */
export function isMenuLine(key: string): boolean {
  return consistsOf(key, MENU_WORDS)
}

function isMenu(text: string, key: string): boolean {
  if (isMenuLine(key)) return tokensOf(key).length > 1
  return /^(?:الرييسيه|الصفحه الرييسيه|home)\s*[>»›/|\\←-]/u.test(key) && text.length <= 300
}

/** A name as programs give them, standing alone in a page of another script, or a hole in the template. */
function isTemplate({ text, key }: Line): boolean {
  return TEMPLATE_WORDS.has(key) || /^[a-z]+(?:[-_][a-z0-9]+)+$/u.test(text) || /^\{\{[^{}]*\}\}$/u.test(text)
}

function isScript(text: string): boolean {
  if (scriptOf(text) === 'arabic') return false
  return /^(?:\(function|function\s*\w*\(|var \w+\s*=|let \w+\s*=|const \w+\s*=|window\.|document\.|\(?adsbygoogle|googletag|jQuery\(|\$\(|<!\[CDATA)/u.test(
    text,
  )
}
