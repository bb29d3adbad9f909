import { findDate, parseDate } from '../../arabic/dates.ts'
import { creditedAgency, isMedium, knownAgency } from './agencies.ts'
import { labelled, phrases, tokensOf, wordSet } from './phrases.ts'
import type { Verdict } from './piece.ts'
import { collapse, ending, isParagraph, keyOf, scriptOf, wordCount } from './shape.ts'

const SOURCE = phrases(`
  المصدر | المصدر الأصلي | مصدر الخبر | نقلا عن | وكالة الأنباء | source | via | источник | 출처
`)
const AUTHOR = phrases(`
  الكاتب | كاتب المقال | كتب | كتبت | كتبه | كتبها | بقلم | إعداد | المؤلف | المراسل | by | author |
  written by | reported by | автор
`)
const EDITOR = phrases(`
  تحرير | المحرر | ترجمة | مراجعة | نشره | نشر بواسطة | edited by | editor | editing by
`)
const SITE = phrases(`الموقع | الناشر | اسم الموقع | site | website | publisher | сайт`)
const LINK = phrases(`
  رابط الخبر | رابط المصدر | رابط المقال | الرابط | رابط | link | url | canonical | permalink
`)
const PUBLISHED = phrases(`
  نشر الخبر | نشر الخبر اول مرة بتاريخ | تاريخ النشر | نشر في | نشر بتاريخ | نشرت في | نُشر | تم النشر |
  تاريخ الخبر | التاريخ | بتاريخ | published | published on | publication date | posted on | posted |
  date
`)
const UPDATED = phrases(`
  آخر تحديث | تم التحديث | تحديث | updated | last updated | last modified | обновлено
`)
const CALENDAR =
  wordSet(`يناير فبراير مارس أبريل إبريل نيسان مايو أيار يونيو حزيران يوليو تموز أغسطس آب سبتمبر أيلول أكتوبر تشرين
  الأول الثاني نوفمبر ديسمبر كانون شباط آذار جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر السبت الأحد
  الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة ص م صباحا مساء الساعة بتوقيت غرينتش جرينتش مكة القاهرة gmt utc kst msk am pm at on
  january february march april may june july august september october november december jan feb mar apr jun
  jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun t z`)
/** Places of two words that open credits like "أبوظبي - …" and could be read as a person's name. */
const PLACES = wordSet(
  'أبو ظبي بيونغ بيونج يانغ يانج هونغ كونغ نيو يورك نيودلهي كوالا لمبور تل أبيب سان بطرسبورغ',
)

const EMAIL = /^(?:[\p{L} ]{0,20}:?\s?)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/u
const URL_LINE = /^(?:https?:\/\/|www\.)[^\s]{3,2000}$/iu
/** Where pages link to themselves being shared, or to a video: never the address of the report. */
const ELSEWHERE =
  /(?:^|\.)(?:facebook\.com|twitter\.com|x\.com|wa\.me|t\.me|youtube\.com|youtu\.be|instagram\.com|tiktok\.com)$/u

/** Whether a line is about the report (who, where from, when) and not of it, and what it tells. */
export function creditOf(text: string, next: string | null): Verdict | null {
  if (isParagraph(text) && wordCount(text) > 25) return null
  if (EMAIL.test(text)) return { reason: 'address' }
  if (URL_LINE.test(text)) {
    const { publisher, ...link } = linkFacts(text)
    return { reason: 'address', facts: publisher === undefined ? {} : { site: publisher, ...link } }
  }
  return labelCredit(text, next) ?? dateCredit(text) ?? agencyCredit(text)
}

function labelCredit(text: string, next: string | null): Verdict | null {
  const parts = labelled(text)
  const label = parts?.label ?? keyOf(text)
  // "بقلم سمر علي" and "By Jane Roe" do without a colon.
  const opening = parts === null ? /^(?:بقلم|By)\s+(.+)$/u.exec(text) : null
  if (opening?.[1] !== undefined && isName(opening[1]))
    return { reason: 'byline', facts: { author: opening[1] } }
  const colon = parts === null || parts.sign === ':' || parts.sign === '：'
  const value = parts?.value ?? ''
  const given = value === '' ? null : value
  if (AUTHOR.is(label)) {
    const author = given ?? next
    if (given !== null && !isName(given) && !isMedium(given)) return null
    return { reason: 'byline', facts: author !== null && isName(author) ? { author } : {} }
  }
  if (EDITOR.is(label) && (given === null || isName(given) || isMedium(given))) return { reason: 'byline' }
  if (SOURCE.is(label)) return sourceCredit(label, given, next)
  if (!colon) return null
  if (SITE.is(label)) return siteCredit(given)
  if (LINK.is(label) && (given === null || URL_LINE.test(given)))
    return { reason: 'address', facts: linkFacts(given ?? '') }
  return null
}

function siteCredit(given: string | null): Verdict | null {
  if (given === null) return { reason: 'metadata' }
  const { publisher, ...link } = linkFacts(given)
  if (publisher !== undefined) return { reason: 'metadata', facts: { publisher, ...link } }
  return isMedium(given) ? { reason: 'metadata', facts: { publisher: given } } : null
}

function sourceCredit(label: string, given: string | null, next: string | null): Verdict | null {
  const verdict: Verdict = { reason: 'agency-credit', closes: true }
  if (given === null) {
    const agency = next === null ? null : creditedAgency(next)
    return agency === null ? verdict : { ...verdict, facts: { agency } }
  }
  if (URL_LINE.test(given)) return { ...verdict, facts: linkFacts(given) }
  const name = given.replace(/\s*[.()]+$/u, '')
  const agency = creditedAgency(name)
  // "Source: troops advance" is how headlines begin, so an unknown source must be short.
  if (agency === null && (wordCount(name) > (label === 'source' ? 3 : 6) || name === '')) return null
  return { ...verdict, facts: { agency: agency ?? name } }
}

/** The time of an entry in a page that grows through the day. */
const CLOCK = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?(?:[صم]|صباحا|مساء|am|pm))?$/iu

function dateCredit(text: string): Verdict | null {
  if (CLOCK.test(text)) return { reason: 'metadata' }
  if (text.length > 120 || !/\p{Nd}/u.test(text) || wordCount(text) > 14) return null
  const key = keyOf(text)
  const updated = UPDATED.begins(key)
  const label = updated ?? PUBLISHED.begins(key)
  const others = tokensOf(key.slice(label?.length ?? 0)).filter(
    (token) => !CALENDAR.has(token) && !/^\p{Nd}+(?:am|pm|th|st|nd|rd|t|z|t\p{Nd}+z?)?$/u.test(token),
  )
  // Without a label every word must belong to a date; a labelled one may name the place or the page.
  if (others.length > (label === null || ending(text) === 'full stop' ? 0 : 4)) return null
  const publishedAt = parseDate(text) ?? findDate(text)
  if (updated !== null && (publishedAt !== null || others.length === 0)) return { reason: 'metadata' }
  // A year or month alone in a line may be a sub-heading.
  const vague = publishedAt?.precision === 'year' || publishedAt?.precision === 'month'
  return publishedAt === null || (vague && label === null)
    ? null
    : { reason: 'metadata', facts: { publishedAt } }
}

/** "سي إن إن", "(رويترز)", "موسكو - رويترز": a line of agencies, at most with the place. */
function agencyCredit(text: string): Verdict | null {
  const agency = creditedAgency(text)
  if (agency !== null) return { reason: 'agency-credit', facts: { agency } }
  const sides = sidesOf(text)
  if (sides === null) return null
  for (const [side, other] of [sides, [sides[1], sides[0]] as const]) {
    const known = knownAgency(side)
    if (known !== null && isPlace(other)) return { reason: 'agency-credit', facts: { agency: known } }
  }
  return null
}

/**
 * "Site - Person" in either order, as sites sign below the headline. Only there: above it, the same shape
 * is a headline with the site's name behind it.
 */
export function signature(text: string): Verdict | null {
  const sides = sidesOf(text)
  if (sides === null) return null
  for (const [side, other] of [sides, [sides[1], sides[0]] as const]) {
    const foreign = scriptOf(side) === 'latin' && scriptOf(other) === 'arabic'
    if ((isMedium(side) || foreign) && isName(other) && !isMedium(other))
      return { reason: 'byline', facts: { author: other, site: side } }
  }
  return null
}

function sidesOf(text: string): readonly [string, string] | null {
  if (wordCount(text) > 9) return null
  const sides = text.split(/\s+[-–—|/]\s+/u).map(collapse)
  return sides.length === 2 && sides[0] && sides[1] ? [sides[0], sides[1]] : null
}

function isPlace(text: string): boolean {
  return wordCount(text) === 1 || (isName(text) && tokensOf(keyOf(text)).every((word) => PLACES.has(word)))
}

/** Two to five words of letters: how people are called, with a second author if need be. */
function isName(text: string): boolean {
  return (
    /^[\p{L}\p{M}'’.-]+(?:[\s،,]+[\p{L}\p{M}'’.-]+){1,4}$/u.test(text) &&
    ending(text) === 'open' &&
    wordCount(text) <= 5
  )
}

function linkFacts(link: string): { url?: string; publisher?: string } {
  const url = URL.canParse(link) ? new URL(link) : null
  if (url === null || !/^https?:$/u.test(url.protocol) || ELSEWHERE.test(url.hostname)) return {}
  return { url: link, publisher: url.hostname.replace(/^www\./u, '') }
}

const TRAILING = /\s*\(([^()]{1,60})\)[\s.]*$/u
const SIGN_OFF_WORDS = phrases(`انتهى | النهاية | تم | end | ends`)

/** Where the credit or sign-off in brackets at the end of a paragraph begins: "… اليوم. (رويترز)". */
export function trailingCredit(text: string): { at: number; verdict: Verdict } | null {
  const tail = text.slice(-80)
  const match = TRAILING.exec(tail)
  if (match?.[1] === undefined || match.index + text.length - tail.length < 1) return null
  const at = text.length - tail.length + match.index
  const agency = creditedAgency(match[1])
  if (agency !== null) return { at, verdict: { reason: 'agency-credit', facts: { agency } } }
  return SIGN_OFF_WORDS.is(keyOf(match[1])) ? { at, verdict: { reason: 'sign-off', closes: true } } : null
}

/** The agency of a dateline, "موسكو (رويترز) - …"; the dateline itself stays part of the report. */
export function datelineAgency(text: string): string | null {
  const match = /^[^()]{0,60}\(([^()]{2,30})\)\s*[-–—:]/u.exec(text.slice(0, 110))
  return match?.[1] === undefined ? null : creditedAgency(match[1])
}
