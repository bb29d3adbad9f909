import { readReason } from '../../deliveries/govern.ts'
import type { DeliveryHistory, PastDelivery } from '../../deliveries/history.ts'
import type { Outbox } from '../../deliveries/outbox.ts'
import { DIRECT_RUN } from '../../digests/edition-store.ts'
import type { SlotView, WhyView } from '../../messages/why.ts'
import type { ReaderStore } from '../../readers/reader-store.ts'
import { viewOf } from '../reader/preferences-view.ts'

/** How many slots of a reader are looked at. */
const SLOTS = 10

/** Where an answer to "why?" comes from. */
export interface WhySources {
  readonly readers: Pick<ReaderStore, 'ofChat'>
  readonly history: DeliveryHistory
  readonly outbox: Pick<Outbox, 'holds'>
}

/**
 * Everything about one reader of a chat: the chat itself comes first, its topics after it.
 * @param page from 1; what lies beyond the readers gives the last
 * @returns null when nobody is known by this chat id
 */
export async function readWhy(
  { readers, history, outbox }: WhySources,
  { chatId, page, now }: { chatId: number; page: number; now: number },
): Promise<WhyView | null> {
  const all = await readers.ofChat(chatId)
  const shown = Math.min(Math.max(1, page), all.length)
  const reader = all[shown - 1]
  if (reader === undefined) return null
  const past = await history.ofReader(reader.id, SLOTS)
  const { subscription } = reader
  const holds = (await outbox.holds(now)).filter((hold) => hold.chatId === null || hold.chatId === chatId)
  return {
    ...reader,
    subscription:
      subscription === null ? null : { ...viewOf(subscription), nextDueAt: subscription.nextDueAt },
    slots: past.map(slotView),
    holds: holds.map((hold) => ({ all: hold.chatId === null, until: hold.until })),
    page: shown,
    pages: all.length,
  }
}

function slotView({ runId, reason, ...delivery }: PastDelivery): SlotView {
  return {
    ...delivery,
    runId: runId === DIRECT_RUN ? null : runId,
    reason: reason === null ? null : readReason(reason),
  }
}
