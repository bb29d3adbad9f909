import { stemsOf } from '../arabic/stems.ts'
import type { RelevanceWords } from './aliases.ts'

export interface Relevance {
  /** Whether the text names something of every required group, and not merely in passing. */
  readonly belongs: boolean
  /** The words that decided, of each group in turn, as the story spells them; those that read the same once. */
  readonly found: readonly string[]
  /** The first word of every required group that the text names nothing of. */
  readonly missing: readonly string[]
  /** Every group is named, but only behind the opening and hardly ever: a remark at the end of another story. */
  readonly inPassing: boolean
}

/** Words of title and opening: what a report is about has been named by then. */
const OPENING = 80
/** So many times in all, and it is no remark in passing wherever it stands. */
const OFTEN = 3

/** Does a report belong to the story? Decided by words it holds, so that an editor can see why. */
export function relevanceOf(text: string, { required, supporting }: RelevanceWords): Relevance {
  const stems = stemsOf(text)
  const whole = haystackOf(stems)
  const opening = haystackOf(stems.slice(0, OPENING))
  const groups = required.map((group) => needlesOf(group).filter(({ stem }) => whole.includes(stem)))
  const inOpening = (needles: readonly Needle[]) => needles.some(({ stem }) => opening.includes(stem))
  const often = (needles: readonly Needle[]) =>
    needles.reduce((sum, { stem }) => sum + timesIn(whole, stem), 0) >= OFTEN
  const missing = required.flatMap(([first = ''], index) => (groups[index]?.length === 0 ? [first] : []))
  const found = [...inTurn(groups), ...needlesOf(supporting).filter(({ stem }) => whole.includes(stem))]
  const named = missing.length === 0
  const inPassing = named && groups.length > 0 && !groups.some((group) => inOpening(group) || often(group))
  return {
    belongs: named && !inPassing,
    // A word that decides may be listed among those that support as well.
    found: [...new Map(found.map(({ spelt, stem }) => [stem, spelt])).values()],
    missing,
    inPassing,
  }
}

interface Needle {
  /** As the story spells it. */
  readonly spelt: string
  /** Its stems between spaces, as they stand in a haystack. */
  readonly stem: string
}

/** One of each group, then the next of each: whoever sees the first few sees every side. */
function inTurn(groups: readonly (readonly Needle[])[]): Needle[] {
  const most = Math.max(0, ...groups.map((group) => group.length))
  return Array.from({ length: most }, (_, place) => groups.flatMap((group) => group[place] ?? [])).flat()
}

/** What a list of spellings is looked for as; lists belong to the story and live as long. */
const known = new WeakMap<readonly string[], Needle[]>()

function needlesOf(spellings: readonly string[]): Needle[] {
  const made = known.get(spellings) ?? makeNeedles(spellings)
  known.set(spellings, made)
  return made
}

function makeNeedles(spellings: readonly string[]): Needle[] {
  const needles = new Map<string, Needle>()
  for (const spelt of spellings) {
    const stem = haystackOf(stemsOf(spelt))
    if (stem.trim() !== '' && !needles.has(stem)) needles.set(stem, { spelt, stem })
  }
  return [...needles.values()]
}

function haystackOf(stems: readonly string[]): string {
  return ` ${stems.join(' ')} `
}

function timesIn(haystack: string, needle: string): number {
  // The space behind one is the space before the next.
  let times = 0
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length - 1))
    times += 1
  return times
}
