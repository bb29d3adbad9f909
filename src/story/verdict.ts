/** What a report on its way in is to what is stored. */
export type Verdict = 'new' | 'copy' | 'near-copy' | 'revision' | 'same-event' | 'foreign'

/** A stored article beside the report that is looked at. */
export interface Beside {
  /** The same title and body, whatever their marks and spelling. */
  readonly sameText: boolean
  /** The same address, cleaned of what does not name the page. */
  readonly sameLink: boolean
  readonly sameTitle: boolean
  readonly samePublisher: boolean
  /** Word trigrams that both have, as a share of all (Jaccard). */
  readonly overlap: number
  /** The share of the shorter one's trigrams that the other has, where it is long enough to say anything; else 0. */
  readonly contained: number
  /** Whether the two name mostly the same figures. */
  readonly sameFigures: boolean
  /** Days between the two; null where one of them is unknown. */
  readonly daysApart: number | null
}

/**
 * From these shares on one text was made from the other. On tests/quality-radar different reports stay below 0.04,
 * copies begin at 0.27 when every sentence was worked over, and bulletins in the same words reach 0.6: their figures
 * tell those apart.
 */
export const NEAR_COPY = { overlap: 0.2, contained: 0.45 } as const
/** A report of the same publisher under the same title is the same report, told anew, if it has so much in common. */
const RETOLD = 0.05
/** A copy may run a day or two later; what runs later still with other figures is another bulletin in the same words. */
const SOON = 2

/** What the report is to one article: null where it is neither a copy nor a revision of it. */
export function kinship(beside: Beside): 'copy' | 'revision' | 'near-copy' | null {
  const { sameText, sameLink, sameTitle, samePublisher, daysApart } = beside
  if (sameText) return 'copy'
  if (sameLink) return sameTitle && beside.overlap > 0.99 ? 'copy' : 'revision'
  const soon = daysApart === null || daysApart <= SOON
  const alike = beside.overlap >= NEAR_COPY.overlap || beside.contained >= NEAR_COPY.contained
  if (alike && (soon || beside.sameFigures)) return samePublisher ? 'revision' : 'near-copy'
  const retold = (daysApart !== null && daysApart <= 1) || beside.overlap >= RETOLD
  return sameTitle && samePublisher && soon && retold ? 'revision' : null
}

/** What an editor may do with a draft, the likeliest first. */
export type Offer = 'publish' | 'revise' | 'separate' | 'discard'

const OFFERS: Readonly<Record<Verdict, readonly Offer[]>> = {
  new: ['publish', 'discard'],
  'same-event': ['publish', 'discard'],
  foreign: ['discard', 'separate'],
  // The same text is never stored twice: there is nothing to publish.
  copy: ['discard'],
  'near-copy': ['separate', 'revise', 'discard'],
  revision: ['revise', 'separate', 'discard'],
}

/** What is offered beside a verdict. */
export function offersFor(verdict: Verdict): readonly Offer[] {
  return OFFERS[verdict]
}

/** The nearer kin comes first; among equals the one that has more in common. */
export function nearestOf<Entry extends Beside>(all: readonly Entry[]): Entry | null {
  const order = ['copy', 'revision', 'near-copy', null]
  const rank = (entry: Entry) => order.indexOf(kinship(entry))
  const likeness = ({ overlap, contained }: Entry) => Math.max(overlap, contained)
  const [nearest = null] = [...all].sort((a, b) => rank(a) - rank(b) || likeness(b) - likeness(a))
  return nearest
}

/**
 * The verdict: kin first, because it says most; an event that others tell of outweighs missing words, since the story
 * has taken it in already.
 */
export function verdictOf(facts: {
  readonly nearest: Beside | null
  /** Another publisher tells of the same event. */
  readonly toldByOthers: boolean
  readonly belongs: boolean
}): Verdict {
  const kin = facts.nearest === null ? null : kinship(facts.nearest)
  if (kin !== null) return kin
  if (facts.toldByOthers) return 'same-event'
  return facts.belongs ? 'new' : 'foreign'
}
