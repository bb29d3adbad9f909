import type { StopReason } from '../readers/reader.ts'
import type { Outcome } from './messenger.ts'

/**
 * Where a delivery stands. `pending` waits for its time; `sending` is claimed by a sender, under a lease;
 * the others are ends: `sent` (confirmed), `skipped` (with the reason), `gone` (the reader cannot be
 * reached), `failed` (given up, with the reason; the next digest covers it).
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'skipped' | 'gone' | 'failed'

export const DELIVERY_STATES: readonly DeliveryState[] = [
  'pending',
  'sending',
  'sent',
  'skipped',
  'gone',
  'failed',
]

/** The legal changes. A skipped slot is no digest, so it may be planned once more when the hour is changed. */
export const CHANGES: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  pending: ['sending', 'skipped'],
  sending: ['pending', 'sent', 'gone', 'failed'],
  sent: [],
  skipped: ['pending'],
  gone: [],
  failed: [],
}

/** After so many counted attempts a delivery is given up. */
export const MOST_ATTEMPTS = 12

/** Between two looks at whether anything can be reached. */
const LONGEST_OUTAGE_PAUSE_MS = 5 * 60 * 1000
/** Twelve attempts last through more than an hour in which Telegram answers everything with an error. */
const LONGEST_BACK_OFF_MS = 60 * 60 * 1000

/** What to do after one attempt at one message. */
export type Decision =
  | { readonly kind: 'delivered'; readonly messageId: number }
  | {
      readonly kind: 'later'
      readonly at: number
      readonly attempts: number
      readonly reason: string
      /** Who else must wait until then. */
      readonly hold: 'chat' | 'global' | null
      /** Whether Telegram asked for it: then it holds after a restart too. */
      readonly asked: boolean
      /** Whether Telegram refused for a reason that we do not know. */
      readonly refused: boolean
    }
  | { readonly kind: 'moved'; readonly chatId: number; readonly attempts: number }
  | { readonly kind: 'gone'; readonly reason: StopReason }
  /** As gone, but somebody can change it and is to be told. */
  | { readonly kind: 'paused'; readonly reason: StopReason }
  | { readonly kind: 'failed'; readonly attempts: number; readonly reason: string }
  | { readonly kind: 'stop'; readonly reason: string }

/** What is known when an attempt ends. */
export interface Attempt {
  /** Counted attempts before this one. */
  readonly attempts: number
  /** How often in a row nothing could be reached, this time included. */
  readonly outages: number
  readonly now: number
  /** 0 to 1, so that what failed together does not come back together. */
  readonly jitter: number
}

/**
 * Decides what follows from an outcome. Waiting because Telegram asks for it and an outage of the network
 * are nobody's fault and are not counted; every other failure is.
 */
export function afterAttempt(outcome: Outcome, { attempts, outages, now, jitter }: Attempt): Decision {
  switch (outcome.kind) {
    case 'delivered':
      return { kind: 'delivered', messageId: outcome.messageId }
    case 'later': {
      const { seconds, scope } = outcome
      return later(now + seconds * 1000, { attempts, reason: `wait ${seconds} s`, hold: scope, asked: true })
    }
    case 'unreachable':
      // What one cannot reach nobody can: all wait, instead of everybody trying in turn.
      return later(now + backOff(outages, jitter, LONGEST_OUTAGE_PAUSE_MS), {
        attempts,
        reason: outcome.description,
        hold: 'global',
      })
    case 'moved':
      if (attempts + 1 >= MOST_ATTEMPTS)
        return { kind: 'failed', attempts: attempts + 1, reason: 'moved on and on' }
      return { kind: 'moved', chatId: outcome.chatId, attempts: attempts + 1 }
    case 'gone':
    case 'paused':
      return { kind: outcome.kind, reason: outcome.reason }
    case 'stopped':
      return { kind: 'stop', reason: outcome.description }
    // The sender has tried plain text before it asks.
    case 'plain':
    case 'refused':
    case 'unknown': {
      const counted = attempts + 1
      const reason = outcome.description
      if (counted >= MOST_ATTEMPTS) return { kind: 'failed', attempts: counted, reason }
      const refused = outcome.kind !== 'unknown'
      return later(now + backOff(counted, jitter), { attempts: counted, reason, refused })
    }
  }
}

type Later = Extract<Decision, { kind: 'later' }>

function later(at: number, about: Pick<Later, 'attempts' | 'reason'> & Partial<Later>): Later {
  return { hold: null, asked: false, refused: false, ...about, kind: 'later', at }
}

/** 1 to 2 s after the first failure, twice that after each further one, `longestMs` at most. */
export function backOff(failures: number, jitter: number, longestMs = LONGEST_BACK_OFF_MS): number {
  const full = Math.min(longestMs, 1000 * 2 ** Math.min(failures, 20))
  return Math.round((full / 2) * (1 + jitter))
}
