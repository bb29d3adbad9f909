import { type Api, GrammyError } from 'grammy'
import type { FeedNotice } from '../../feeds/feed.ts'
import { feedNotice } from '../../messages/feeds.ts'
import type { Wording } from '../../messages/fluent.ts'
import { backToList } from '../editor/feed-buttons.ts'

/**
 * Tells every owner of a feed that needs them. An owner who cannot be written to (blocked, never started) is passed over.
 * @returns throws what Telegram answers when nobody could be told for now: the poller tells them later
 */
export function createFeedNotices(parts: {
  readonly api: Pick<Api, 'sendMessage'>
  readonly ownerIds: readonly number[]
  /** The words for an owner: their language is theirs to choose. */
  wordingOf(ownerId: number): Promise<Wording>
}): (notice: FeedNotice) => Promise<void> {
  const { api, ownerIds, wordingOf } = parts
  return async (notice) => {
    let told = 0
    let trouble: unknown = null
    for (const ownerId of ownerIds) {
      try {
        const wording = await wordingOf(ownerId)
        await api.sendMessage(ownerId, feedNotice(wording, notice).markup, {
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          reply_markup: backToList(wording),
        })
        told += 1
      } catch (error) {
        const lost = error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)
        if (!lost) trouble = error
      }
    }
    // As long as one of them knows, nobody is told twice.
    if (told === 0 && trouble !== null) throw trouble
  }
}
