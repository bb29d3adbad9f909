import type { Preferences } from '../readers/subscription.ts'
import type { Edition } from './edition.ts'
import type { DueReader, PlanBatch, PlannedReader, SkipReason } from './edition-store.ts'
import type { Press } from './press.ts'
import type { Slot } from './slots.ts'

/** Turns readers who are due into a plan; `runId` is the run that their deliveries join. */
export type Planner = (due: readonly DueReader[], runId: number | null) => Promise<PlanBatch>

/**
 * @param pause asked before each reader: whoever plans for many must let others in between; null when not yet
 */
export function createPlanner(parts: {
  press: Press
  slotOf: (preferences: Preferences) => Slot
  now: number
  pause: () => Promise<void> | null
}): Planner {
  const { press, slotOf, now, pause } = parts

  return async (due, runId) => {
    const editions = new Map<string, { edition: Edition; readers: PlannedReader[] }>()
    const skipped: { reader: PlannedReader; reason: SkipReason }[] = []
    const passed: PlannedReader[] = []

    for (const reader of due) {
      const rest = pause()
      if (rest !== null) await rest
      const { slot, availableAt, silent, nextDueAt } = slotOf(reader.preferences)
      const { readerId, cursor, dueAt } = reader
      const planned: PlannedReader = {
        readerId,
        slot,
        cursor,
        // Among many, those who wait longest come first.
        availableAt: availableAt > now ? availableAt : Math.min(dueAt, now),
        silent,
        due: { from: dueAt, to: nextDueAt },
      }
      if (reader.stopped) {
        passed.push(planned)
        continue
      }
      const known = press.atHand(reader)
      const news = known === undefined ? await press.edition(reader) : known
      if (news !== null) add(news, planned)
      else if (reader.preferences.whenNothing === 'say')
        add(await press.nothing(reader), { ...planned, silent: true })
      else skipped.push({ reader: planned, reason: 'nothing_new' })
    }
    return { now, runId, editions: [...editions.values()], skipped, passed, repeatable: true }

    function add(edition: Edition, planned: PlannedReader): void {
      const { key } = edition
      const group = editions.get(key)
      if (group === undefined) editions.set(key, { edition, readers: [planned] })
      else group.readers.push(planned)
    }
  }
}
