import { describe, expect, test } from 'vitest'
import type { ToldReport } from './reports.ts'
import { HELD_OUT, OTHER_EVENT, SAME_EVENT, SAME_WORDS } from './reports.ts'
import { FILES, type NamedReport, OF_OTHERS, published, storeOf } from './stored.ts'

/** The files of the seeds come first. */
const SEEDS = FILES.slice(0, 6)
const STORY = FILES.filter(({ name }) => !OF_OTHERS.includes(name))
const told = (...lists: (readonly ToldReport[])[]) => lists.flat().map(published)

/** Pairs of reports that stand, or should stand, under one event. */
async function pairsOf(reports: readonly NamedReport[]) {
  const { events, nameOf } = await storeOf(reports)
  const filed = await Promise.all(
    [...nameOf].map(async ([id, name]) => ({
      filedAs: (await events.ofArticle(id))?.id,
      event: reports.find((each) => each.name === name)?.event,
      name,
    })),
  )
  const pairs = filed.flatMap((a, index) => filed.slice(index + 1).map((b) => [a, b] as const))
  const together = pairs.filter(([a, b]) => a.filedAs === b.filedAs)
  const belong = pairs.filter(([a, b]) => a.event === b.event)
  const right = together.filter(([a, b]) => a.event === b.event).length
  return {
    precision: right / together.length,
    recall: right / belong.length,
    belong: belong.length,
    wrong: together
      .filter(([a, b]) => a.event !== b.event)
      .map(([a, b]) => [a.name, b.name].sort().join(' + ')),
    unfiled: filed.filter(({ filedAs }) => filedAs === undefined),
  }
}

describe('what belongs together', () => {
  test('among the seeds: two tell of the arrival, and nothing else', async () => {
    expect(SEEDS).toHaveLength(6)
    expect(await pairsOf(SEEDS)).toEqual({ precision: 1, recall: 1, belong: 1, wrong: [], unfiled: [] })
  })

  test('on the set that the threshold was chosen on', async () => {
    const found = await pairsOf([...STORY, ...told(SAME_EVENT, OTHER_EVENT, SAME_WORDS)])
    expect(found).toMatchObject({ recall: 1, belong: 18, unfiled: [] })
    expect(found.precision).toBeGreaterThanOrEqual(0.9)
    expect(found.wrong.sort()).toEqual([
      '2025-02-12-lavrov-visit-pyongyang + lavrov-beijing',
      'lavrov-again + lavrov-beijing',
    ])
  })

  test('on reports that were written afterwards', async () => {
    const found = await pairsOf([...STORY, ...told(HELD_OUT)])
    expect(found).toMatchObject({ recall: 1, belong: 7 })
    expect(found.wrong.filter((pair) => !pair.includes('kursk-school'))).toEqual([])
    expect(found.precision).toBeGreaterThanOrEqual(0.77)
  })

  test('does not depend on the order in which the reports come in', async () => {
    const reports = [...STORY, ...told(SAME_EVENT)]
    const late = await pairsOf(reports.toReversed())
    expect(late).toMatchObject({ recall: 1, precision: 1 })
  })
})
