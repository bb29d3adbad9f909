import type { Clock } from '../clock.ts'
import type { Claim, Outbox } from './outbox.ts'

/** Claims in memory, between the outbox and those who send. */
export interface Queue {
  /** The next delivery to send, claimed from the outbox when none is left; null when nothing is due. */
  take(): Promise<Claim | null>
  /** Keeps a claim until `at`, when it is the first to be taken. */
  park(claim: Claim, at: number): void
  /** When the next parked claim can be taken; null when none is parked. */
  parkedUntil(): number | null
  /** The delivery has been settled or given back: it may be claimed again. */
  done(id: number): void
  /** Gives the claims that nobody is working on back to the outbox. */
  release(): Promise<void>
  /** Forgets them without touching the outbox: they are another's by now. */
  drop(): void
}

/** Claims in batches, one batch at a time, however many ask. */
export function createQueue(
  outbox: Pick<Outbox, 'claim' | 'release'>,
  clock: Clock,
  { batch, leaseMs }: { batch: number; leaseMs: number },
): Queue {
  let waiting: Claim[] = []
  let first = 0
  /** In the order of their times, nearly: chats wait equally long. */
  let parked: { claim: Claim; at: number }[] = []
  let refilling: Promise<void> | null = null
  /** Taken and not done. The outbox offers a slow one again when its lease runs out; it is still ours. */
  const taken = new Set<number>()

  async function refill(): Promise<void> {
    const now = clock.now()
    const claims = await outbox.claim(batch, now, now + leaseMs)
    waiting = [...waiting.slice(first), ...claims.filter(({ id }) => !taken.has(id))]
    first = 0
  }

  function nextParked(): Claim | null {
    if (parked.length === 0) return null
    const now = clock.now()
    const index = parked.findIndex(({ at }) => at <= now)
    return index === -1 ? null : (parked.splice(index, 1)[0]?.claim ?? null)
  }

  function nextWaiting(): Claim | null {
    // One that has waited for half its lease would outlive it on the way: it comes back when the lease ends.
    const oldest = clock.now() + leaseMs / 2
    while (first < waiting.length) {
      const claim = waiting[first++] as Claim
      if (claim.leaseUntil >= oldest) return claim
    }
    return null
  }

  function shift(): Claim | null {
    const claim = nextParked() ?? nextWaiting()
    if (claim !== null) taken.add(claim.id)
    return claim
  }

  /** Empties the queue; gives the ids of what was in it. */
  function empty(): number[] {
    const ids = [...waiting.slice(first), ...parked.map(({ claim }) => claim)].map(({ id }) => id)
    for (const { claim } of parked) taken.delete(claim.id)
    waiting = []
    first = 0
    parked = []
    return ids
  }

  return {
    async take() {
      const claim = shift()
      if (claim !== null) return claim
      refilling ??= refill().finally(() => {
        refilling = null
      })
      await refilling
      return shift()
    },
    park(claim, at) {
      parked.push({ claim, at })
    },
    parkedUntil: () => (parked.length === 0 ? null : Math.min(...parked.map(({ at }) => at))),
    done: (id) => {
      taken.delete(id)
    },
    async release() {
      // A batch that is being claimed at this moment is to be given back too.
      await refilling?.catch(() => undefined)
      const ids = empty()
      if (ids.length > 0) await outbox.release(ids, clock.now())
    },
    drop() {
      empty()
    },
  }
}
