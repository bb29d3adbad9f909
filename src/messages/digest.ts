import { articleCard, type Card } from './card.ts'
import { formatDay } from './dates.ts'
import type { Wording } from './fluent.ts'
import { bold, EMPTY, type Html, html, joinHtml } from './html.ts'
import { inDirection } from './lines.ts'
import { packBlocks } from './split.ts'

/** The new reports of one day; `day` is null for those without a date. */
export interface DigestDay {
  readonly day: string | null
  readonly cards: readonly Card[]
}

/** A digest as messages, in the order given; `omitted` counts the new reports that it leaves to /latest. */
export function digestParts(
  wording: Wording,
  input: { days: readonly DigestDay[]; omitted: number; botUsername: string },
): Html[] {
  const { days, omitted, botUsername } = input
  const shown = days.reduce((count, { cards }) => count + cards.length, 0)
  let above = wording.html('digest-heading', { count: shown + omitted })
  const blocks: Html[] = []
  for (const { day, cards } of days) {
    above = joinHtml([above, dayHeading(wording, day)], '\n\n')
    for (const card of cards) {
      // A heading never stands last in a message: it is one block with the card below it.
      blocks.push(joinHtml([above, articleCard(wording, card, { botUsername, dated: false })], '\n\n'))
      above = EMPTY
    }
  }
  blocks.push(above, omitted > 0 ? wording.html('digest-omitted', { count: omitted }) : EMPTY)
  return packBlocks(blocks.map((block) => inDirection(wording.language, block)))
}

/** There is nothing that this reader has not had. */
export function nothingNew(wording: Wording, input: { since?: string } = {}): Html {
  if (input.since === undefined) return wording.html('digest-nothing')
  return wording.html('digest-nothing-since', { day: html`${formatDay(input.since, wording.language)}` })
}

function dayHeading(wording: Wording, day: string | null): Html {
  return bold(day === null ? wording.html('digest-undated') : formatDay(day, wording.language))
}
