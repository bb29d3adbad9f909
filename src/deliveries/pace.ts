import type { Clock } from '../clock.ts'
import { createChatPace } from './chat-pace.ts'

/** When the next message may go out. Counts what it has allowed; it never sleeps. */
export interface Pace {
  /** Takes the next place for a message to this chat. */
  reserve(chatId: number): Place
  /** From when this chat may be sent to, as far as it alone is concerned. */
  chatFreeAt(chatId: number): number
  /** An answer to a person goes out now: the broadcast makes room for it, here and in this chat. */
  noteAnswer(chatId: number): void
  /** Nothing goes out before `until`. */
  hold(until: number): void
  /** Nothing goes out to this chat before `until`. */
  holdChat(chatId: number, until: number): void
  /** Until when everything is held; 0 when it is not. */
  heldUntil(): number
}

/** A message's turn. */
export interface Place {
  /** Milliseconds until then. */
  readonly waitMs: number
  /** The message leaves now; what leaves late makes those of the next second wait for it. */
  leave(): void
}

/** Places that nobody asked for in time may be used up within this time: a late timer costs no throughput. */
const CATCH_UP_MS = 100
/**
 * Never more than the rate in any second, as Telegram counts it: messages that leave a second apart may arrive
 * closer together by what the way there varies.
 */
const WINDOW_MS = 1020
/** Answers push the broadcast back by this much at most: it yields to people, but they cannot stop it. */
const MOST_YIELD_MS = 1000

/** @param ratePerSecond messages a second over all chats; Infinity for no limit */
export function createPace(ratePerSecond: number, clock: Clock): Pace {
  const gap = ratePerSecond === Number.POSITIVE_INFINITY ? 0 : WINDOW_MS / ratePerSecond
  const chats = createChatPace(clock)
  const left = createWindow(gap === 0 ? 0 : Math.ceil(ratePerSecond))
  let next = 0
  let held = 0

  return {
    reserve(chatId) {
      const now = clock.now()
      next = Math.max(next, now - CATCH_UP_MS)
      // Whole milliseconds: these times are stored.
      const at = Math.ceil(Math.max(now, next, left.oldest() + WINDOW_MS, chats.freeAt(chatId)))
      // A chat that is not free yet keeps nobody else waiting.
      next += gap
      const place = left.add(at)
      chats.add(chatId, at)
      return { waitMs: at - now, leave: () => left.change(place, clock.now()) }
    },
    chatFreeAt: (chatId) => chats.freeAt(chatId),
    noteAnswer(chatId) {
      const now = clock.now()
      next = Math.min(Math.max(next, now) + gap, now + MOST_YIELD_MS)
      left.add(now)
      chats.add(chatId, now)
    },
    hold(until) {
      held = Math.max(held, until)
    },
    holdChat: (chatId, until) => chats.hold(chatId, until),
    heldUntil: () => (held > clock.now() ? held : 0),
  }
}

/** The times of the last `size` messages: the next may leave a window after the oldest of them. */
function createWindow(size: number) {
  const times = new Float64Array(size)
  let count = 0
  return {
    /** Long ago where there have been fewer, or where nothing is limited. */
    oldest: (): number => (count < size || size === 0 ? 0 : (times[count % size] ?? 0)),
    /** Gives the number of the place. */
    add(at: number): number {
      if (size > 0) times[count % size] = at
      return count++
    },
    change(place: number, at: number): void {
      if (size > 0 && place > count - 1 - size) times[place % size] = Math.max(times[place % size] ?? 0, at)
    },
  }
}
