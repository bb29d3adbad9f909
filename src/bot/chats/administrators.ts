import { type Api, GrammyError } from 'grammy'
import type { Clock } from '../../clock.ts'

/** Somebody who was dismissed can change settings no longer than this, a new one waits no longer. */
const KEPT_MS = 60_000
const KEPT_AT_MOST = 10_000

/** Who administers chats, asked of Telegram once a minute for each person. */
export interface Administrators {
  /** Whether this person is creator or administrator of the chat. */
  includes(chatId: number, userId: number): Promise<boolean>
  /** Whether this channel is the one that belongs to the group: nobody but its administrators speaks as it. */
  isLinked(chatId: number, channelId: number): Promise<boolean>
}

/** Answers are kept for a minute, so that a flood of commands does not become a flood of calls. */
export function createAdministrators(
  api: Pick<Api, 'getChatMember' | 'getChatAdministrators' | 'getChat'>,
  clock: Clock,
): Administrators {
  const kept = new Map<string, { answer: boolean; until: number }>()

  async function recall(key: string, ask: () => Promise<boolean>): Promise<boolean> {
    const known = kept.get(key)
    if (known !== undefined && known.until > clock.now()) return known.answer
    const answer = await ask()
    // Put in anew, so that the oldest stand in front.
    kept.delete(key)
    kept.set(key, { answer, until: clock.now() + KEPT_MS })
    forgetOld()
    return answer
  }

  function forgetOld(): void {
    for (const [key, { until }] of kept) {
      if (until > clock.now() && kept.size <= KEPT_AT_MOST) return
      kept.delete(key)
    }
  }

  return {
    includes: (chatId, userId) =>
      recall(`${chatId} member ${userId}`, async () => {
        const member = await unlessRefused(() => api.getChatMember(chatId, userId))
        if (member !== null) return member.status === 'creator' || member.status === 'administrator'
        // Where members are hidden, a bot without rights may still ask for the administrators.
        const all = await unlessRefused(() => api.getChatAdministrators(chatId))
        return all?.some(({ user }) => user.id === userId) ?? false
      }),
    isLinked: (chatId, channelId) =>
      recall(`${chatId} linked ${channelId}`, async () => {
        const chat = await unlessRefused(() => api.getChat(chatId))
        return chat?.linked_chat_id === channelId
      }),
  }
}

/** Null when Telegram refuses an answer for good: who cannot be shown to be an administrator is none. */
async function unlessRefused<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return null
    throw error
  }
}
