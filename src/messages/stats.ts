import { formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml } from './html.ts'
import type { WordingKey } from './keys.ts'
import { inDirection, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'

/** Why a reader cannot be written to. */
export type StoppedReason = 'blocked' | 'deactivated' | 'chat_gone' | 'no_rights' | 'topic_closed'

/** Everything the message of `/stats` tells beside the picture. */
export interface StatsView {
  readonly articles: {
    readonly published: number
    readonly retracted: number
    /** Those of months before the picture's. */
    readonly older: number
    /** Those whose month is not known. */
    readonly undated: number
  }
  readonly readers: {
    readonly subscribed: number
    readonly stopped: readonly { readonly reason: StoppedReason; readonly count: number }[]
  }
  readonly deliveries: {
    readonly sent: number
    readonly skipped: number
    readonly gone: number
    readonly failed: number
    readonly waiting: number
  }
  readonly feeds: { readonly active: number; readonly failing: number; readonly paused: number }
  readonly waiting: { readonly drafts: number; readonly deliveries: number; readonly amendments: number }
  readonly picture: {
    /** False where there is something to draw and it could not be drawn. */
    readonly drawn: boolean
    /** Publishers whose names the picture cannot show. */
    readonly substitutes: readonly { readonly label: string; readonly publisher: string }[]
  }
}

const NAME_LIMIT = 60

const STOPPED: Readonly<Record<StoppedReason, Extract<WordingKey, `stats-stopped-${string}`>>> = {
  blocked: 'stats-stopped-blocked',
  deactivated: 'stats-stopped-deactivated',
  chat_gone: 'stats-stopped-chat-gone',
  no_rights: 'stats-stopped-no-rights',
  topic_closed: 'stats-stopped-topic-closed',
}

/** The figures in a short text that fits below a picture; what is zero and would only be noise is left out. */
export function statistics(wording: Wording, view: StatsView): Html {
  const { articles, readers, deliveries, feeds, waiting, picture } = view
  const some = (key: CountKey, count: number) => (count === 0 ? EMPTY : wording.html(key, { count }))
  const blocks = [
    stack(
      wording.html('stats-heading'),
      wording.html('stats-articles', { count: articles.published }),
      some('stats-older', articles.older),
      some('stats-undated', articles.undated),
      some('stats-retracted', articles.retracted),
      ...picture.substitutes.map(({ label, publisher }) =>
        wording.html('stats-substitute', { label, publisher: shorten(oneLine(publisher), NAME_LIMIT) }),
      ),
      picture.drawn ? EMPTY : wording.html('stats-no-picture'),
    ),
    stack(
      wording.html('stats-readers-heading'),
      wording.html('stats-subscribed', { count: readers.subscribed }),
      stopped(wording, readers.stopped),
    ),
    stack(
      wording.html('stats-deliveries-heading'),
      wording.html('stats-deliveries-sent', { count: deliveries.sent }),
      some('stats-deliveries-waiting', deliveries.waiting),
      some('stats-deliveries-skipped', deliveries.skipped),
      some('stats-deliveries-gone', deliveries.gone),
      some('stats-deliveries-failed', deliveries.failed),
    ),
    stack(
      wording.html('stats-feeds-heading'),
      wording.html('stats-feeds-active', { count: feeds.active }),
      some('stats-feeds-failing', feeds.failing),
      some('stats-feeds-paused', feeds.paused),
    ),
    stack(
      wording.html('stats-waiting-heading'),
      wording.html('stats-drafts', { count: waiting.drafts }),
      wording.html('stats-unsent', { count: waiting.deliveries }),
      wording.html('stats-amendments', { count: waiting.amendments }),
    ),
  ]
  return inDirection(wording.language, joinHtml(blocks, '\n\n'))
}

/** The words of the picture: its title, the publishers without a colour, the names of the months. */
export function chartWords(wording: Wording): {
  language: Wording['language']
  title: string
  others: string
  monthNames: string[]
} {
  return {
    language: wording.language,
    title: wording.text('stats-chart-title'),
    others: wording.text('stats-chart-others'),
    monthNames: Array.from({ length: 12 }, (_, index) => shortMonth(wording, index + 1)),
  }
}

/** In which forms the story can be had. */
export function exportOffer(wording: Wording): Html {
  return wording.html('export-offer')
}

/** What stands below the file; `form` is a name such as JSON. */
export function exportCaption(wording: Wording, { form, count }: { form: string; count: number }): Html {
  return wording.html('export-caption', { form, count })
}

export function exportEmpty(wording: Wording): Html {
  return wording.html('export-empty')
}

export function exportTooLarge(wording: Wording): Html {
  return wording.html('export-too-large')
}

/** Lines that are left out where they would say zero. */
type CountKey =
  | 'stats-older'
  | 'stats-undated'
  | 'stats-retracted'
  | `stats-deliveries-${'waiting' | 'skipped' | 'gone' | 'failed'}`
  | `stats-feeds-${'failing' | 'paused'}`

function stopped(wording: Wording, reasons: StatsView['readers']['stopped']): Html {
  const count = reasons.reduce((sum, each) => sum + each.count, 0)
  if (count === 0) return EMPTY
  const separator = wording.language === 'ar' ? '، ' : ', '
  const list = joinHtml(
    reasons.map((each) => wording.html(STOPPED[each.reason], { count: each.count })),
    separator,
  )
  return html`${wording.html('stats-stopped', { count })} (${list})`
}

/** One name of a month, short enough for an axis: «يونيو», not «يونيو/حزيران». */
function shortMonth({ language }: Wording, month: number): string {
  const value = `2001-${String(month).padStart(2, '0')}`
  const name = formatPartialDate({ value, precision: 'month' }, language).replace(/[/ ].*$/, '')
  return language === 'ar' ? name : name.slice(0, 3)
}
