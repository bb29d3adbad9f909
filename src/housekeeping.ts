import type { App } from './app.ts'

const HOUR_MS = 3_600_000
/** Telegram keeps updates for a day: an id that is older cannot come again. */
const HANDLED_UPDATES_KEPT_MS = 48 * HOUR_MS
const QUERIES_KEPT_MS = 30 * 24 * HOUR_MS

/** What is done every minute so that the store does not grow without end and the search stays quick. */
export async function keepHouse({ clock, inbox, conversation, search, searchUpkeep }: App): Promise<void> {
  await inbox.prune(clock.now() - HANDLED_UPDATES_KEPT_MS)
  await conversation.pruneQueries(clock.now() - QUERIES_KEPT_MS)
  await searchUpkeep.tidy()
  await search.warmUp()
}
