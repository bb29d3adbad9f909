import type { Clock } from '../clock.ts'

/** When the next message may go out. Counts what it has allowed; it never sleeps. */
export interface Pace {
  /** Takes the next place for a message to this chat; the milliseconds until its turn. */
  reserve(chatId: number): number
  /** From when this chat may be sent to, as far as it alone is concerned. */
  chatFreeAt(chatId: number): number
  /** Nothing goes out before `until`. */
  hold(until: number): void
  /** Nothing goes out to this chat before `until`. */
  holdChat(chatId: number, until: number): void
  /** Until when everything is held; 0 when it is not. */
  heldUntil(): number
}

/** Telegram: about one message a second to one chat, 20 a minute to a group (groups and channels are negative). */
const CHAT_GAP_MS = 1000
const GROUP_GAP_MS = 3000
/** Places that nobody asked for in time may be used up within this time: a late timer costs no throughput. */
const CATCH_UP_MS = 100
/** Chats remembered before those whose turn is over are dropped. */
const CHATS = 5000

/** @param ratePerSecond messages a second over all chats */
export function createPace(ratePerSecond: number, clock: Clock): Pace {
  const gap = 1000 / ratePerSecond
  const chats = new Map<number, number>()
  let next = 0
  let held = 0

  function forgetPast(now: number): void {
    for (const [chatId, free] of chats) if (free <= now) chats.delete(chatId)
  }

  return {
    reserve(chatId) {
      const now = clock.now()
      next = Math.max(next, now - CATCH_UP_MS)
      const at = Math.max(now, next, chats.get(chatId) ?? 0)
      next += gap
      if (chats.size >= CHATS) forgetPast(now)
      chats.set(chatId, at + (chatId < 0 ? GROUP_GAP_MS : CHAT_GAP_MS))
      return at - now
    },
    chatFreeAt: (chatId) => chats.get(chatId) ?? 0,
    hold(until) {
      held = Math.max(held, until)
    },
    holdChat(chatId, until) {
      chats.set(chatId, Math.max(chats.get(chatId) ?? 0, until))
    },
    heldUntil: () => (held > clock.now() ? held : 0),
  }
}
