import { setImmediate as breathe } from 'node:timers/promises'
import type { ArticleStore } from '../articles/article-store.ts'
import type { Clock } from '../clock.ts'
import { type Edition, editionKey, freeze, type RenderDigest } from './edition.ts'
import type {
  DigestReader,
  DueReader,
  EditionStore,
  PlanBatch,
  PlannedReader,
  SkipReason,
} from './edition-store.ts'
import { FIRST_ARTICLES, type Selection, select } from './selection.ts'
import { type Slot, slotAt, slotNow } from './slots.ts'

export interface Digests {
  /** Plans the digest of every reader who is due. Late, repeated or interrupted, it plans none twice. */
  tick(): Promise<{ planned: number; skipped: number }>
  /** What this reader would get now; null when nothing is new. Changes nothing. */
  preview(chatId: number): Promise<{ parts: readonly string[]; articleIds: readonly number[] } | null>
  /** Queues what is new to this reader at once, subscribed or not; wake the sender afterwards. */
  deliverNow(chatId: number): Promise<'queued' | 'nothing_new' | 'unknown_reader'>
}

/** Readers planned in one transaction: small enough to leave the event loop to others in between. */
const SLICE = 500
/** Of a long absence only the articles stored last are looked at; `omitted` still counts them all. */
const CANDIDATES = 500

/** Decides who gets which digest, and queues it. */
export function createDigests(parts: {
  editions: EditionStore
  articles: ArticleStore
  clock: Clock
  render: RenderDigest
}): Digests {
  const { editions, articles, clock, render } = parts

  async function selectionFor(cursor: number | null, upTo: number): Promise<Selection | null> {
    if (cursor === null) {
      const newest = await articles.latest({ offset: 0, limit: FIRST_ARTICLES })
      // One that was stored since `upTo` was read belongs to the next digest.
      return select(
        newest.filter(({ id }) => id <= upTo),
        { total: newest.length, first: true },
      )
    }
    const ids = cursor >= upTo ? [] : await articles.idsBetween(cursor, upTo)
    return select(await articles.byIds(ids.slice(-CANDIDATES)), { total: ids.length, first: false })
  }

  /** Editions for one newest article: each content is chosen once, each text rendered once. */
  function press(upTo: number): (reader: DigestReader) => Promise<Edition | null> {
    const selections = new Map<number | null, Promise<Selection | null>>()
    const pressed = new Map<string, Edition>()
    return async (reader) => {
      const selection = await fromMap(selections, reader.cursor, () => selectionFor(reader.cursor, upTo))
      if (selection === null) return null
      return fromMap(pressed, editionKey(reader, upTo), () => freeze(reader, upTo, selection, render))
    }
  }

  async function planBatch(
    due: readonly DueReader[],
    now: number,
    editionOf: (reader: DigestReader) => Promise<Edition | null>,
    slotOf: (reader: DueReader) => Slot,
  ): Promise<PlanBatch> {
    const readers = new Map<Edition, PlannedReader[]>()
    const skipped: { reader: PlannedReader; reason: SkipReason }[] = []
    const passed: PlannedReader[] = []
    for (const reader of due) {
      const { slot, verdict, nextDueAt } = slotOf(reader)
      const { readerId, cursor, dueAt } = reader
      const planned = { readerId, slot, cursor, due: { from: dueAt, to: nextDueAt } }
      if (reader.stopped) {
        passed.push(planned)
        continue
      }
      const edition = verdict === 'too_late' ? null : await editionOf(reader)
      if (edition !== null) fromMap(readers, edition, () => []).push(planned)
      else skipped.push({ reader: planned, reason: verdict === 'too_late' ? 'too_late' : 'nothing_new' })
    }
    return { now, editions: [...readers].map(([edition, of]) => ({ edition, readers: of })), skipped, passed }
  }

  return {
    async tick() {
      const now = clock.now()
      const editionOf = press(await articles.newestId())
      const slots = new Map<string, Slot>()
      const slotOf = ({ minuteOfDay, zone }: DueReader): Slot =>
        fromMap(slots, `${zone} ${minuteOfDay}`, () => slotAt({ minuteOfDay, zone }, now))
      const done = { planned: 0, skipped: 0 }
      for (;;) {
        const due = await editions.due(now, SLICE)
        if (due.length === 0) return done
        const result = await editions.plan(await planBatch(due, now, editionOf, slotOf))
        done.planned += result.planned
        done.skipped += result.skipped
        // Nobody handled: all of them changed meanwhile. The next tick sees them as they are then.
        if (result.handled === 0) return done
        await breathe()
      }
    },
    async preview(chatId) {
      const reader = await editions.reader(chatId)
      const edition = reader === null ? null : await press(await articles.newestId())(reader)
      return edition === null ? null : { parts: edition.parts, articleIds: edition.articleIds }
    },
    async deliverNow(chatId) {
      const reader = await editions.reader(chatId)
      if (reader === null) return 'unknown_reader'
      const edition = await press(await articles.newestId())(reader)
      if (edition === null) return 'nothing_new'
      const now = clock.now()
      const planned = { readerId: reader.readerId, slot: slotNow(now), cursor: reader.cursor, due: null }
      await editions.plan({ now, editions: [{ edition, readers: [planned] }], skipped: [], passed: [] })
      // Where this plans nothing, a digest is being sent to this reader already, which is as good.
      return 'queued'
    },
  }
}

function fromMap<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const kept = map.get(key)
  if (kept !== undefined) return kept
  const made = make()
  map.set(key, made)
  return made
}
