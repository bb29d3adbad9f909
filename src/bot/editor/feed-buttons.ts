import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Feed } from '../../feeds/feed.ts'
import { feedLabel } from '../../messages/feeds.ts'
import type { Wording } from '../../messages/fluent.ts'
import { type Button, keyboard, press } from '../button.ts'

const PER_ROW = 4

/** A button for each feed of a page, the ways to the next and the last one, and another feed. */
export function listButtons(
  wording: Wording,
  feeds: readonly Pick<Feed, 'id'>[],
  { firstNumber, page, pages }: { firstNumber: number; page: number; pages: number },
): InlineKeyboardMarkup {
  const each = feeds.map(({ id }, index) => ({
    label: wording.text('button-feed', { number: firstNumber + index }),
    does: press('feed', 'show', id),
  }))
  const rows = Array.from({ length: Math.ceil(each.length / PER_ROW) }, (_, row) =>
    each.slice(row * PER_ROW, (row + 1) * PER_ROW),
  )
  const turning: Button[] = [
    ...(page > 1 ? [{ label: wording.text('button-previous'), does: press('feed', 'list', page - 1) }] : []),
    ...(page < pages ? [{ label: wording.text('button-next'), does: press('feed', 'list', page + 1) }] : []),
  ]
  const another = { label: wording.text('button-feed-add'), does: press('feed', 'add', 0) }
  return keyboard(wording.language, [...rows, turning, [another]])
}

/** What can be done with a feed. */
export function feedButtons(
  wording: Wording,
  { id, state }: Pick<Feed, 'id' | 'state'>,
): InlineKeyboardMarkup {
  const button = (act: 'pause' | 'resume' | 'poll' | 'remove'): Button => ({
    label: wording.text(`button-feed-${act}`),
    does: press('feed', act, id),
  })
  return keyboard(wording.language, [
    [button('poll'), button(state === 'paused' ? 'resume' : 'pause')],
    [button('remove')],
    [back(wording)],
  ])
}

/** The two answers to whether a feed is to be removed. */
export function questionButtons(wording: Wording, { id }: Pick<Feed, 'id'>): InlineKeyboardMarkup {
  return keyboard(wording.language, [
    [{ label: wording.text('button-feed-remove-yes'), does: press('feed', 'drop', id) }],
    [{ label: wording.text('button-feed-keep'), does: press('feed', 'show', id) }],
  ])
}

/** A button for each feed that a page names; `remembered` is the number its address is remembered by. */
export function foundButtons(
  wording: Wording,
  found: readonly { url: string; title: string | null; remembered: number }[],
): InlineKeyboardMarkup {
  return keyboard(
    wording.language,
    found.map((feed) => [{ label: feedLabel(wording, feed), does: press('feed', 'try', feed.remembered) }]),
  )
}

/** The way out of the question for an address. */
export function askButtons(wording: Wording): InlineKeyboardMarkup {
  return keyboard(wording.language, [
    [{ label: wording.text('button-cancel'), does: press('feed', 'cancel', 0) }],
  ])
}

/** The way back to the list alone. */
export function backToList(wording: Wording): InlineKeyboardMarkup {
  return keyboard(wording.language, [[back(wording)]])
}

function back(wording: Wording): Button {
  return { label: wording.text('button-back'), does: press('feed', 'list', 1) }
}
