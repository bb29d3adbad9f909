import { parseDate } from '../../arabic/dates.ts'
import { stripDirection } from '../../arabic/direction.ts'
import { NAME_LIMIT, TITLE_LIMIT } from '../../articles/article.ts'
import type { Draft } from '../../articles/draft.ts'
import { dateNotUnderstood, draftSettled, publisherNotUsable, titleNotUsable } from '../../messages/editor.ts'
import type { Html } from '../../messages/html.ts'
import { localDay } from '../../readers/due-times.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send } from '../show.ts'
import { showDraft } from './draft-card.ts'

/** The answer to "which title, date or publisher?": the draft with it, or a sentence that says what is wrong. */
export async function fieldTyped(
  ctx: BotContext,
  can: Capabilities,
  question: { waitsFor: 'title' | 'date' | 'publisher'; draftId: number },
  text: string,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const stored = await can.drafts.byId(question.draftId)
  if (stored === null || stored.state !== 'open') {
    await can.conversation.endDialog(ctx.visit)
    return send(ctx, draftSettled(wording))
  }
  const revised = withField(ctx, can, stored.draft, question.waitsFor, text)
  if ('markup' in revised) return send(ctx, revised)
  const kept = await can.drafts.revise(stored.id, revised, userId)
  await can.conversation.endDialog(ctx.visit)
  if (!kept) return send(ctx, draftSettled(wording))
  await showDraft(ctx, can, { ...stored, draft: revised })
}

function withField(
  ctx: BotContext,
  can: Capabilities,
  draft: Draft,
  field: 'title' | 'date' | 'publisher',
  text: string,
): Draft | Html {
  const { wording, reader } = ctx.visit
  const line = stripDirection(text).replace(/\s+/g, ' ').trim()
  const length = [...line].length
  if (field === 'date') {
    const zone = reader.subscription?.zone ?? can.defaultZone
    const publishedAt = parseDate(line, localDay(can.clock.now(), zone))
    return publishedAt === null ? dateNotUnderstood(wording, { given: line }) : { ...draft, publishedAt }
  }
  if (field === 'title')
    return length === 0 || length > TITLE_LIMIT ? titleNotUsable(wording) : { ...draft, title: line }
  return length === 0 || length > NAME_LIMIT ? publisherNotUsable(wording) : { ...draft, publisher: line }
}
