import { describe, expect, test } from 'vitest'
import { containment, overlap, shinglesOf } from '../../src/articles/likeness.ts'
import { NEAR_COPY, type Verdict } from '../../src/story/verdict.ts'
import { PROBES, type Probe } from './probes.ts'
import { SAME_EVENT } from './reports.ts'
import { FILES, IN_STORE, type NamedReport, published, storeOf } from './stored.ts'

/**
 * Precision and recall of each verdict, as they were reached; they only rise. The one mistake: Lavrov in Beijing, the
 * day after Lavrov in Pyongyang, passes for the same event.
 */
const FLOORS: Readonly<Record<Verdict, readonly [precision: number, recall: number]>> = {
  copy: [1, 1],
  'near-copy': [1, 1],
  revision: [1, 1],
  'same-event': [0.94, 1],
  new: [1, 0.91],
  foreign: [1, 1],
}
const VERDICTS = Object.keys(FLOORS) as Verdict[]

const shinglesIn = ({ report }: NamedReport) => shinglesOf(report.body)

describe('the radar on the labelled set', () => {
  test('is asked enough, of every kind', () => {
    expect(PROBES.length).toBeGreaterThanOrEqual(80)
    for (const verdict of VERDICTS)
      expect(PROBES.filter((probe) => probe.verdict === verdict).length).toBeGreaterThan(6)
    expect(new Set(PROBES.map(({ name }) => name)).size).toBe(PROBES.length)
  })

  test('gives the verdict, and shows the report it is about', async () => {
    const { radar, nameOf } = await storeOf(IN_STORE)
    const seen: { probe: Probe; verdict: Verdict; nearest: string | null }[] = []
    for (const probe of PROBES) {
      const { verdict, nearest } = await radar.look(probe.draft)
      seen.push({ probe, verdict, nearest: nearest === null ? null : (nameOf.get(nearest.id) ?? null) })
    }
    const figures = VERDICTS.map((verdict) => {
      const given = seen.filter((each) => each.verdict === verdict)
      const meant = seen.filter(({ probe }) => probe.verdict === verdict)
      const right = given.filter(({ probe }) => probe.verdict === verdict).length
      return [verdict, [right / given.length, right / meant.length]] as const
    })
    const below = figures.filter(([verdict, [precision, recall]]) => {
      const [leastPrecision, leastRecall] = FLOORS[verdict]
      return precision < leastPrecision || recall < leastRecall
    })
    const wrong = seen
      .filter(({ probe, verdict }) => probe.verdict !== verdict)
      .map(({ probe }) => probe.name)
    expect({ below, wrong }).toEqual({ below: [], wrong: ['lavrov-beijing'] })
    const beside = seen.filter(({ probe, nearest }) => probe.beside !== null && probe.beside !== nearest)
    expect(beside.map(({ probe }) => probe.name)).toEqual([])
  })
})

describe('word trigrams', () => {
  const all = [...FILES, ...SAME_EVENT.map(published)].map((each) => ({
    ...each,
    shingles: shinglesIn(each),
  }))
  const pairs = all.flatMap((a, index) =>
    all.slice(index + 1).map((b) => ({
      names: [a.name, b.name],
      sameEvent: a.event === b.event,
      short: Math.min(a.shingles.size, b.shingles.size) < 200,
      overlap: overlap(a.shingles, b.shingles),
    })),
  )
  const most = (some: typeof pairs) => Math.max(...some.map((pair) => pair.overlap))

  test('of whole reports of one happening stay under 0.02, of any two under 0.03, of short ones under 0.04', () => {
    const whole = pairs.filter(({ short }) => !short)
    expect(whole.length).toBeGreaterThan(5)
    expect(whole.some(({ sameEvent }) => sameEvent)).toBe(true)
    expect(most(whole.filter(({ sameEvent }) => sameEvent))).toBeLessThan(0.02)
    expect(most(whole)).toBeLessThan(0.03)
    expect(most(pairs)).toBeLessThan(0.04)
  })

  test('of copies, however edited, are far above', () => {
    const baseOf = ({ beside }: Probe) => shinglesIn(FILES.find(({ name }) => name === beside) as NamedReport)
    const copies = PROBES.filter(({ verdict }) => verdict === 'near-copy')
    const [buried, ...none] = copies.filter(({ name }) => name.startsWith('buried'))
    const shared = copies
      .filter((probe) => probe !== buried)
      .map((probe) => overlap(shinglesOf(probe.draft.body), baseOf(probe)))
    // What is buried in a longer text has little of all of it in common; it is known by being there whole.
    const whole = buried as Probe
    expect([none, overlap(shinglesOf(whole.draft.body), baseOf(whole)) < NEAR_COPY.overlap]).toEqual([
      [],
      true,
    ])
    expect(containment(baseOf(whole), shinglesOf(whole.draft.body))).toBeGreaterThan(2 * NEAR_COPY.contained)
    expect(Math.min(...shared)).toBeGreaterThan(0.25)
    expect(NEAR_COPY.overlap).toBeGreaterThan(3 * most(pairs))
    expect(NEAR_COPY.overlap).toBeLessThan(0.8 * Math.min(...shared))
  })
})
