import type { Span } from '../arabic/words.ts'
import { isName, type Naming, type Told } from './naming.ts'

/** What grouping reads of a report: its days, and what its title, its opening and its text tell of. */
export interface Account {
  /** The day of the happening (`YYYY-MM-DD`), where it is certain. */
  readonly eventOn: string | null
  /** The day of publication, where it is known to the day. */
  readonly publishedOn: string | null
  readonly title: readonly Told[]
  /** Of title and lead. */
  readonly opening: readonly Told[]
  /** Keys of everything the report tells of. */
  readonly text: ReadonlySet<string>
}

/** An event that is known, with the accounts of it. */
export interface KnownEvent {
  readonly id: number
  /** `YYYY-MM-DD`, or null where no day is known. */
  readonly happenedOn: string | null
  readonly accounts: readonly Account[]
}

/** What is grouped: the parts of a report that matter here. */
export interface GroupedReport {
  readonly title: string
  readonly body: string
  readonly lead: readonly Span[]
  readonly eventOn: string | null
  readonly publishedAt: { readonly value: string } | null
}

/** How much a word says: high for rare ones, near nothing for those in every report. */
export type Rarity = (told: Told) => number

/**
 * From this score on two reports tell one happening, where their days allow it. Chosen on the labelled set of
 * tests/quality-radar, which keeps its precision and recall.
 */
export const SAME_EVENT = 0.58
/** A title says in few words what happened: what it shares counts on top. */
const TITLE_WEIGHT = 0.5
/** Body that is read, in UTF-16 units: later pages tell the background, which is the same in every report. */
const READ = 6000
const DAY_MS = 86_400_000

/** Reads a report the way grouping sees it. */
export function accountOf(report: GroupedReport, naming: Naming): Account {
  const { title, body, lead, eventOn, publishedAt } = report
  const opening = [title, ...lead.map(({ start, end }) => body.slice(start, end))].join('\n')
  const day = publishedAt?.value.slice(0, 10) ?? ''
  return {
    eventOn,
    publishedOn: day.length === 10 ? day : null,
    title: naming.tells(title),
    opening: naming.tells(opening),
    text: new Set(naming.tells(`${opening}\n${body.slice(0, READ)}`).map(({ key }) => key)),
  }
}

/**
 * The event a report belongs to: the likeliest of those whose day allows it, that share a name with it and most of
 * the words that say something; null where it tells of something new. A report without a day is always new.
 */
export function eventOf(account: Account, events: readonly KnownEvent[], rarity: Rarity): number | null {
  let best: number | null = null
  let most = SAME_EVENT
  for (const { id, happenedOn, accounts } of events) {
    if (!isNear(account, happenedOn)) continue
    for (const other of accounts) {
      if (!daysAgree(account, other) || !shareName(account, other)) continue
      const score = likenessOf(account, other, rarity)
      if (score < most) continue
      most = score
      best = id
    }
  }
  return best
}

/** The day an event is first looked for under; null where the report has none. */
export function dayOf({ eventOn, publishedOn }: Pick<Account, 'eventOn' | 'publishedOn'>): string | null {
  return eventOn ?? publishedOn
}

/** Whether two reports can tell one happening: of the day it was, or published on that day or the next. */
export function daysAgree(a: Account, b: Account): boolean {
  if (a.eventOn !== null && b.eventOn !== null) return a.eventOn === b.eventOn
  if (a.eventOn !== null) return isTold(a.eventOn, b.publishedOn)
  if (b.eventOn !== null) return isTold(b.eventOn, a.publishedOn)
  return a.publishedOn !== null && b.publishedOn !== null && Math.abs(days(a.publishedOn, b.publishedOn)) <= 1
}

/**
 * How much two reports tell of the same: words of title and lead that both openings have, that the other's text
 * has, and that the titles share with the other's opening, each as a share of what there is, by rarity. 0 to 2.5.
 */
export function likenessOf(a: Account, b: Account, rarity: Rarity): number {
  const inOpening = (account: Account) => new Set(account.opening.map(({ key }) => key))
  const [openingA, openingB] = [inOpening(a), inOpening(b)]
  const all = Math.sqrt(weightOf(a.opening, rarity) * weightOf(b.opening, rarity))
  const both = weightOf(
    a.opening.filter(({ key }) => openingB.has(key)),
    rarity,
  )
  const openings = all === 0 ? 0 : both / all
  const texts = (shareIn(a.opening, b.text, rarity) + shareIn(b.opening, a.text, rarity)) / 2
  const titles = (shareIn(a.title, openingB, rarity) + shareIn(b.title, openingA, rarity)) / 2
  return openings + texts + TITLE_WEIGHT * titles
}

function shareName(a: Account, b: Account): boolean {
  return a.opening.some(({ key }) => isName(key) && b.text.has(key))
}

/** A chain of reports, each a day after the other, does not carry an event along for weeks. */
function isNear(account: Account, happenedOn: string | null): boolean {
  const day = dayOf(account)
  return day !== null && happenedOn !== null && Math.abs(days(day, happenedOn)) <= 2
}

function isTold(eventOn: string, publishedOn: string | null): boolean {
  if (publishedOn === null) return false
  const after = days(eventOn, publishedOn)
  return after === 0 || after === 1
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

function shareIn(told: readonly Told[], keys: ReadonlySet<string>, rarity: Rarity): number {
  const all = weightOf(told, rarity)
  const held = told.filter(({ key }) => keys.has(key))
  return all === 0 ? 0 : weightOf(held, rarity) / all
}

function weightOf(told: readonly Told[], rarity: Rarity): number {
  return told.reduce((sum, each) => sum + rarity(each), 0)
}

/** The rules of grouping for a store; names are asked for when they are needed, since a story may be loaded later. */
export function eventRules(naming: () => Naming) {
  return {
    read: (report: GroupedReport) => accountOf(report, naming()),
    choose: eventOf,
  }
}
