import { setImmediate as breathe } from 'node:timers/promises'
import type { ArticleStore } from '../articles/article-store.ts'
import type { Clock } from '../clock.ts'
import type { Rendered } from '../messages/rendered.ts'
import type { Preferences } from '../readers/subscription.ts'
import type { RenderDigest } from './edition.ts'
import { DIRECT_RUN, type DueMark, type EditionStore } from './edition-store.ts'
import { createNews } from './news.ts'
import { createPlanner } from './planner.ts'
import { createPress, type Press } from './press.ts'
import { FEWEST, nextSize, TARGET_MS } from './slices.ts'
import { type Slot, slotAt, slotNow } from './slots.ts'

export interface Digests {
  /**
   * Plans the digest of every reader who is due. Late, repeated or interrupted, it plans none twice.
   * `runId` is the run that was begun; null when nothing is to be sent.
   */
  tick(): Promise<{ planned: number; skipped: number; runId: number | null }>
  /** What this reader would get now; null when nothing is new, or nobody is known. Changes nothing. */
  preview(readerId: number): Promise<(Rendered & { articleIds: readonly number[] }) | null>
  /** Queues what is new to this reader at once, subscribed or not; wake the sender afterwards. */
  deliverNow(readerId: number): Promise<'queued' | 'nothing_new' | 'unknown_reader'>
}

/** The first slice of a tick: nobody knows yet how fast the disk is. */
const FIRST_SIZE = FEWEST

/** Due times looked at without letting others in between. */
const MARKS_AT_ONCE = 5000

/** Decides who gets which digest, and queues it. */
export function createDigests(parts: {
  editions: EditionStore
  articles: ArticleStore
  clock: Clock
  render: RenderDigest
}): Digests {
  const { editions, articles, clock, render } = parts

  const newPress = async (): Promise<Press> =>
    createPress(createNews(articles, await articles.newestId()), render)

  /** Lets others have the event loop where this tick has had it for long enough. */
  function createPause(): () => Promise<void> | null {
    let since = clock.now()
    const rest = async () => {
      await breathe()
      since = clock.now()
    }
    return () => (clock.now() - since < TARGET_MS ? null : rest())
  }

  /** Who is due now. Kept, so that a tick comes to its end whatever happens meanwhile. */
  async function dueAt(now: number): Promise<Float64Array> {
    const ids: number[] = []
    let last: DueMark | null = null
    for (;;) {
      const marks: DueMark[] = await editions.dueMarks(now, last, MARKS_AT_ONCE)
      for (const { readerId } of marks) ids.push(readerId)
      last = marks.at(-1) ?? null
      // In the order of the table: neighbours lie in the same pages, of which few have to be read and written then.
      if (marks.length < MARKS_AT_ONCE) return Float64Array.from(ids).sort()
      await breathe()
    }
  }

  return {
    async tick() {
      const now = clock.now()
      const done = { planned: 0, skipped: 0, runId: null as number | null }
      const ids = await dueAt(now)
      if (ids.length === 0) return done
      const plan = createPlanner({
        press: await newPress(),
        slotOf: slotsAt(now),
        now,
        pause: createPause(),
      })
      for (let from = 0, size = FIRST_SIZE; from < ids.length; ) {
        await breathe()
        const slice = Array.from(ids.subarray(from, from + size))
        const batch = await plan(await editions.due(slice, now), done.runId)
        await breathe()
        const began = clock.now()
        const result = await editions.plan(batch)
        done.planned += result.planned
        done.skipped += result.skipped
        done.runId = result.runId
        from += size
        size = nextSize(size, clock.now() - began)
      }
      return done
    },
    async preview(readerId) {
      const reader = await editions.reader(readerId)
      const edition = reader === null ? null : await (await newPress()).edition(reader)
      if (edition === null) return null
      return { parts: edition.parts, buttons: edition.buttons, articleIds: edition.articleIds }
    },
    async deliverNow(readerId) {
      const reader = await editions.reader(readerId)
      if (reader === null) return 'unknown_reader'
      const edition = await (await newPress()).edition(reader)
      if (edition === null) return 'nothing_new'
      const now = clock.now()
      const { cursor } = reader
      const planned = { readerId, slot: slotNow(now), cursor, availableAt: now, silent: false, due: null }
      await editions.plan({
        now,
        runId: DIRECT_RUN,
        editions: [{ edition, readers: [planned] }],
        skipped: [],
        passed: [],
        repeatable: false,
      })
      // Where this plans nothing, a digest is being sent to this reader already, which is as good.
      return 'queued'
    },
  }
}

/** The slot of each preferences object, found once. */
function slotsAt(now: number): (preferences: Preferences) => Slot {
  const slots = new Map<Preferences, Slot>()
  return (preferences) => {
    const kept = slots.get(preferences)
    if (kept !== undefined) return kept
    const slot = slotAt(preferences, now)
    slots.set(preferences, slot)
    return slot
  }
}
