import type { Clock } from '../clock.ts'

/** Telegram: about one message a second to one chat, 20 a minute to a group (groups and channels are negative). */
const CHAT_GAP_MS = 1000
const GROUP_WINDOW_MS = 60_000
const GROUP_MESSAGES = 20
/** Chats remembered before those whose turn is over are dropped. */
const CHATS = 5000

/** From when each chat may be sent to, as far as it alone is concerned. */
export interface ChatPace {
  freeAt(chatId: number): number
  /** A message to this chat leaves at `at`. */
  add(chatId: number, at: number): void
  /** Nothing goes out to this chat before `until`. */
  hold(chatId: number, until: number): void
}

interface Chat {
  free: number
  /** Of a group: when the last messages left, at most {@link GROUP_MESSAGES}, oldest first. */
  readonly left: number[]
}

export function createChatPace(clock: Clock): ChatPace {
  const chats = new Map<number, Chat>()
  let limit = CHATS

  function chatOf(chatId: number): Chat {
    const known = chats.get(chatId)
    if (known !== undefined) return known
    if (chats.size >= limit) forgetPast()
    const chat = { free: 0, left: [] }
    chats.set(chatId, chat)
    return chat
  }

  /** Looks at every chat, so it must not happen at every message: there may be many that are still of interest. */
  function forgetPast(): void {
    const now = clock.now()
    for (const [chatId, { free, left }] of chats) {
      if (free <= now && (left.at(-1) ?? 0) + GROUP_WINDOW_MS <= now) chats.delete(chatId)
    }
    limit = Math.max(CHATS, chats.size * 2)
  }

  return {
    freeAt: (chatId) => chats.get(chatId)?.free ?? 0,
    add(chatId, at) {
      const chat = chatOf(chatId)
      chat.free = Math.max(chat.free, at + CHAT_GAP_MS)
      if (chatId > 0) return
      chat.left.push(at)
      if (chat.left.length > GROUP_MESSAGES) chat.left.shift()
      if (chat.left.length === GROUP_MESSAGES) {
        chat.free = Math.max(chat.free, (chat.left[0] ?? 0) + GROUP_WINDOW_MS)
      }
    },
    hold(chatId, until) {
      const chat = chatOf(chatId)
      chat.free = Math.max(chat.free, until)
    },
  }
}
