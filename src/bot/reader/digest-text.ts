import { setImmediate as breathe } from 'node:timers/promises'
import type { Article } from '../../articles/article.ts'
import { LEAD_BUDGETS, pickLead } from '../../articles/lead.ts'
import type { DigestContent, RenderDigest } from '../../digests/edition.ts'
import type { Selection } from '../../digests/selection.ts'
import { digestParts, nothingNew } from '../../messages/digest.ts'
import { createWording, type Wording } from '../../messages/fluent.ts'
import type { RenderedButton } from '../../messages/rendered.ts'
import { type Button, keyboard, press } from '../button.ts'

/**
 * How digests are written, with the buttons below them.
 * @param botUsername asked at each digest: it is known once the bot is connected
 */
export function createDigestRenderer(botUsername: () => string): RenderDigest {
  const wide = createWideLeads()
  return async (content) => {
    const { language, selection } = content
    const wording = createWording(language)
    if (selection === null) return { parts: [nothingNew(wording).markup], buttons: [] }
    const parts = digestParts(wording, {
      days: content.length === 'full' ? await wide(selection) : plain(selection),
      omitted: selection.omitted,
      length: content.length,
      rest: restOf(content),
      botUsername: botUsername(),
    })
    const rows = buttonRows(wording, content, selection)
    return { parts: parts.map(({ markup }) => markup), buttons: rendered(wording, rows) }
  }
}

type Days = readonly { readonly day: string | null; readonly cards: readonly Article[] }[]

function plain({ days }: Selection): Days {
  return days.map(({ day, articles }) => ({ day, cards: articles }))
}

/**
 * Articles with the long lead of a full digest. It is picked once for each article that is at hand (one tick writes
 * many editions from the same ones), and others have the event loop in between.
 */
function createWideLeads(): (selection: Selection) => Promise<Days> {
  const kept = new WeakMap<Article, Article>()
  async function widened(article: Article): Promise<Article> {
    const known = kept.get(article)
    if (known !== undefined) return known
    await breathe()
    const wide = { ...article, lead: pickLead(article, LEAD_BUDGETS.full).spans }
    kept.set(article, wide)
    return wide
  }
  return async ({ days }) => {
    const wide: { day: string | null; cards: Article[] }[] = []
    for (const { day, articles } of days) {
      const cards: Article[] = []
      for (const article of articles) cards.push(await widened(article))
      wide.push({ day, cards })
    }
    return wide
  }
}

/** A first digest shows where the story stands; nothing was new before it. */
function restOf({ cursor, upTo }: DigestContent): { since: number; upTo: number } | null {
  return cursor === null ? null : { since: cursor, upTo }
}

function buttonRows(wording: Wording, content: DigestContent, selection: Selection): Button[][] {
  const rest = restOf(content)
  return [
    rest === null || selection.omitted === 0
      ? []
      : [{ label: wording.text('button-rest'), does: press('new', rest.since, rest.upTo, 1) }],
    [
      { label: wording.text('button-latest'), does: press('latest', 1) },
      { label: wording.text('button-settings'), does: press('settings') },
    ],
  ]
}

/** The rows as Telegram will be given them, so that they can be stored. */
function rendered(wording: Wording, rows: readonly (readonly Button[])[]): RenderedButton[][] {
  return keyboard(wording.language, rows).inline_keyboard.map((row) =>
    row.map((button) =>
      'url' in button
        ? { label: button.text, url: button.url }
        : { label: button.text, data: 'callback_data' in button ? button.callback_data : '' },
    ),
  )
}
