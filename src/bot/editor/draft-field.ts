import { parseDate } from '../../arabic/dates.ts'
import { stripDirection } from '../../arabic/direction.ts'
import { NAME_LIMIT, TITLE_LIMIT } from '../../articles/article.ts'
import type { Draft } from '../../articles/draft.ts'
import type { StoredDraft } from '../../articles/draft-store.ts'
import {
  askDate,
  askPublisher,
  askTitle,
  dateNotUnderstood,
  draftSettled,
  publisherNotUsable,
  titleNotUsable,
} from '../../messages/editor.ts'
import type { Html } from '../../messages/html.ts'
import { cancelled } from '../../messages/reader.ts'
import { localDay } from '../../readers/due-times.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import type { Dialog } from '../conversation.ts'
import { post, send, show } from '../show.ts'
import { placeOf, removeMessage } from './card-place.ts'
import { putDraft } from './draft-view.ts'

type FieldDialog = Extract<Dialog, { waitsFor: 'title' | 'date' | 'publisher' }>

const QUESTIONS = { title: askTitle, date: askDate, publisher: askPublisher } as const

/** Asks for one field; the answer is the chat's next message. */
export async function askFor(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  field: keyof typeof QUESTIONS,
): Promise<void> {
  const { wording } = ctx.visit
  const dialog = { waitsFor: field, draftId: stored.id, card: ctx.callbackQuery?.message?.message_id ?? null }
  // Stored before it is asked: an answer always finds its question.
  await can.conversation.ask(ctx.visit, { ...dialog, question: null })
  const question = await post(
    ctx,
    QUESTIONS[field](wording),
    keyboard(wording.language, [
      [{ label: wording.text('button-cancel'), does: press('draft', stored.id, 'ask-no-more') }],
    ]),
  )
  await can.conversation.ask(ctx.visit, { ...dialog, question })
}

/** The question is taken back. */
export async function askNoMore(ctx: BotContext, can: Capabilities): Promise<void> {
  const dialog = await can.conversation.dialog(ctx.visit)
  if (isFieldDialog(dialog)) await can.conversation.endDialog(ctx.visit)
  await show(ctx, cancelled(ctx.visit.wording))
}

/** The answer to "which title, date or publisher?": the card with it, or a sentence that says what is wrong. */
export async function fieldTyped(
  ctx: BotContext,
  can: Capabilities,
  question: FieldDialog,
  text: string,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const stored = await can.drafts.byId(question.draftId)
  if (stored === null || stored.state !== 'open') {
    await can.conversation.endDialog(ctx.visit)
    return send(ctx, draftSettled(wording))
  }
  const draft = withField(ctx, can, stored.draft, question.waitsFor, text)
  if ('markup' in draft) return send(ctx, draft)
  const kept = await can.drafts.revise(stored.id, { draft }, userId)
  if (!kept) {
    await can.conversation.endDialog(ctx.visit)
    return send(ctx, draftSettled(wording))
  }
  const place = placeOf(ctx)
  if (question.question !== null) await removeMessage(place, question.question)
  await putDraft(can, place, { ...stored, draft }, question.card)
  await can.conversation.endDialog(ctx.visit)
}

function isFieldDialog(dialog: Dialog | null): dialog is FieldDialog {
  return dialog !== null && dialog.waitsFor in QUESTIONS
}

function withField(
  ctx: BotContext,
  can: Capabilities,
  draft: Draft,
  field: keyof typeof QUESTIONS,
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
