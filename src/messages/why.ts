import type { Wording } from './fluent.ts'
import { EMPTY, type Html, joinHtml, visibleLength } from './html.ts'
import { formatInstant } from './instants.ts'
import { inDirection, stack } from './lines.ts'
import { type PreferencesView, preferenceLines } from './preferences.ts'
import { type Reason, reasonWords } from './reasons.ts'
import { MESSAGE_LIMIT } from './split.ts'

/** One slot of a reader. */
export interface SlotView {
  /** A local day, a day with `#2` for its second digest and so on, or `now:<instant>`. */
  readonly slot: string
  /** Null: what people asked for out of turn belongs to no run. */
  readonly runId: number | null
  readonly state: 'pending' | 'sending' | 'sent' | 'skipped' | 'gone' | 'failed'
  readonly reason: Reason | null
  readonly attempts: number
  readonly edition: {
    readonly id: number
    readonly since: number | null
    readonly upTo: number
    readonly articles: number
    readonly parts: number
  } | null
  readonly arrived: number
  /** Epoch milliseconds, as all moments here. */
  readonly availableAt: number | null
  readonly settledAt: number | null
  /** Corrections of its reports. */
  readonly amendments?: readonly {
    readonly articleId: number
    readonly state: 'pending' | 'edited' | 'replied' | 'gone' | 'failed'
  }[]
}

/** A chat or a topic as owners look into it. */
export interface WhyView {
  readonly chatId: number
  readonly threadId: number | null
  readonly kind: 'private' | 'group' | 'supergroup' | 'channel'
  readonly language: 'ar' | 'en'
  readonly stopped: string | null
  readonly setBy: number | null
  readonly cursor: number | null
  readonly subscription: (PreferencesView & { readonly nextDueAt: number }) | null
  /** Newest first. */
  readonly slots: readonly SlotView[]
  /** Flood waits that are not over; `all` are everybody's. */
  readonly holds: readonly { readonly all: boolean; readonly until: number }[]
  /** This is reader `page` of the `pages` in the chat: the chat itself and its topics. */
  readonly page: number
  readonly pages: number
}

/** Everything an owner asks about one reader, in one message: slots that do not fit are left out from the oldest on. */
export function whyPage(wording: Wording, view: WhyView): Html {
  const above = inDirection(
    wording.language,
    joinHtml([aboutReader(wording, view), schedule(wording, view)], '\n\n'),
  )
  const heading = wording.html(view.slots.length === 0 ? 'why-no-slots' : 'why-slots')
  const blocks: Html[] = [above, heading]
  let left = MESSAGE_LIMIT - visibleLength(above) - visibleLength(heading) - 4
  for (const slot of view.slots) {
    const block = inDirection(wording.language, slotBlock(wording, slot, view.subscription?.zone ?? null))
    left -= visibleLength(block) + 2
    if (left < 0) break
    blocks.push(block)
  }
  return joinHtml(blocks, '\n\n')
}

/** Nobody is known by this id. */
export function whyUnknown(wording: Wording, id: number): Html {
  return wording.html('why-unknown', { id: String(id) })
}

/** How to ask. */
export function whyUsage(wording: Wording): Html {
  return wording.html('why-usage')
}

/** The author of the forwarded message does not want to be known. */
export function whyHidden(wording: Wording): Html {
  return wording.html('why-hidden')
}

function aboutReader(wording: Wording, view: WhyView): Html {
  const { threadId, stopped, setBy, cursor, page, pages } = view
  const id = String(view.chatId)
  return stack(
    threadId === null
      ? wording.html('why-chat', { id })
      : wording.html('why-topic', { id, thread: String(threadId) }),
    pages > 1 ? wording.html('why-position', { page, pages }) : EMPTY,
    wording.html('why-kind', {
      kind: wording.html(`why-kind-${view.kind}`),
      language: wording.text(`language-${view.language}`),
    }),
    stopped === null
      ? wording.html('why-not-stopped')
      : wording.html('why-stopped', { reason: reasonWords(wording, { stored: stopped }) }),
    setBy === null ? EMPTY : wording.html('why-set-by', { id: String(setBy) }),
    cursor === null ? wording.html('why-cursor-none') : wording.html('why-cursor', { id: String(cursor) }),
  )
}

function schedule(wording: Wording, { subscription, holds }: WhyView): Html {
  const zone = subscription?.zone ?? null
  return stack(
    subscription === null ? wording.html('why-no-subscription') : preferenceLines(wording, subscription),
    subscription === null
      ? EMPTY
      : wording.html('why-next', {
          time: formatInstant(subscription.nextDueAt, zone),
          utc: formatInstant(subscription.nextDueAt, null),
        }),
    ...holds.map(({ all, until }) =>
      wording.html(all ? 'why-hold-all' : 'why-hold-chat', { time: formatInstant(until, zone) }),
    ),
  )
}

function slotBlock(wording: Wording, slot: SlotView, zone: string | null): Html {
  const { reason, attempts, edition, arrived, availableAt, runId } = slot
  return stack(
    slotLine(wording, slot, zone),
    reason === null ? EMPTY : wording.html('run-reason', { reason: reasonWords(wording, reason) }),
    edition === null || ALERT.test(slot.slot) ? EMPTY : editionLine(wording, edition),
    edition === null ? EMPTY : wording.html('why-parts', { arrived, parts: edition.parts }),
    attempts === 0 ? EMPTY : wording.html('why-attempts', { count: attempts }),
    availableAt === null
      ? EMPTY
      : wording.html('why-next-attempt', { time: formatInstant(availableAt, zone) }),
    runId === null ? EMPTY : wording.html('why-run', { id: String(runId) }),
    ...(slot.amendments ?? []).map(({ articleId, state }) =>
      wording.html(`why-amendment-${state}`, { id: String(articleId) }),
    ),
  )
}

const SLOT = /^(\d{4}-\d\d-\d\d)(?:#(\d{1,3}))?$/
const ASKED = /^now:(.+)$/
const ALERT = /^alert:(\d+)$/

function slotLine(wording: Wording, { slot, state, settledAt }: SlotView, zone: string | null): Html {
  const shown =
    state === 'sent' && settledAt !== null
      ? wording.html('why-state-sent-at', { time: formatInstant(settledAt, zone) })
      : wording.html(`why-state-${state}`)
  const [, asked] = ASKED.exec(slot) ?? []
  if (asked !== undefined) {
    return wording.html('why-slot-asked', { time: momentOf(asked, zone), state: shown })
  }
  const [, alerted] = ALERT.exec(slot) ?? []
  if (alerted !== undefined) return wording.html('why-slot-alert', { id: alerted, state: shown })
  const [, day = slot, number] = SLOT.exec(slot) ?? []
  return number === undefined
    ? wording.html('why-slot', { slot: day, state: shown })
    : wording.html('why-slot-nth', { slot: day, number, state: shown })
}

/** The instant of a slot out of turn, whether it is written as ISO or in milliseconds. */
function momentOf(text: string, zone: string | null): string {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? formatInstant(at, zone) : text
}

function editionLine(wording: Wording, edition: NonNullable<SlotView['edition']>): Html {
  const { id, since, upTo, articles } = edition
  const about = { id: String(id), count: articles, to: String(upTo) }
  return since === null
    ? wording.html('why-edition-first', about)
    : wording.html('why-edition', { ...about, from: String(since) })
}
