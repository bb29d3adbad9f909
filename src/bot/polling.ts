import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { insist } from './connecting.ts'
import type { Inbox } from './inbox.ts'

const BATCH = 100
const LONG_POLL_SECONDS = 25
/** A server that does not hold an empty answer back is asked no more often than this. */
const SHORTEST_POLL_MS = 100
const ALLOWED = ['message', 'channel_post', 'callback_query', 'my_chat_member'] as const

/**
 * Fetches updates and stores each batch before the next call confirms it: whatever happens in between,
 * Telegram sends again what was not stored, and the store knows what it has.
 *
 * @param stored called after each batch
 * @returns when the signal aborts
 * @throws MujazError `telegram_unauthorized` or `telegram_conflict`; everything else is waited out
 */
export async function pollUpdates(
  { api, inbox, clock, log }: { api: Api; inbox: Inbox; clock: Clock; log: Log },
  stored: () => void,
  signal: AbortSignal,
): Promise<void> {
  let offset: number | undefined
  while (!signal.aborted) {
    const asked = clock.now()
    const updates = await insist(() => fetchUpdates(api, offset, signal), { clock, log, signal })
    const last = updates?.at(-1)
    if (!updates || last === undefined) {
      await clock.sleep(asked + SHORTEST_POLL_MS - clock.now(), signal)
      continue
    }
    await inbox.store(updates.map((update) => ({ updateId: update.update_id, lane: laneOf(update), update })))
    offset = last.update_id + 1
    stored()
  }
}

function fetchUpdates(api: Api, offset: number | undefined, signal: AbortSignal): Promise<Update[]> {
  return api.getUpdates(
    {
      ...(offset === undefined ? {} : { offset }),
      limit: BATCH,
      timeout: LONG_POLL_SECONDS,
      allowed_updates: [...ALLOWED],
    },
    // grammY types signals by a polyfill of its own.
    signal as Parameters<Api['getUpdates']>[1],
  )
}

/** Updates of one chat are handled in order; those without a chat go by the person. */
export function laneOf(update: Update): number {
  const said =
    update.message ?? update.channel_post ?? update.callback_query?.message ?? update.my_chat_member
  return said?.chat.id ?? update.callback_query?.from.id ?? 0
}
