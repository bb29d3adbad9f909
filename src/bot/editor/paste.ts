import { GrammyError } from 'grammy'
import { cleanPaste } from '../../articles/cleaning.ts'
import { askText, nothingUsable } from '../../messages/editor.ts'
import { cancelled } from '../../messages/reader.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import type { Dialog, PastedPart } from '../conversation.ts'
import { post, send, show } from '../show.ts'
import { showDraft } from './draft-card.ts'

/**
 * Clients cut a text that is longer than 4096 characters into messages, somewhere in the second half of each
 * where a line or a sentence ends: what is shorter than half a message has no rest.
 */
const CUT_AT_LEAST = 2000
/** Seconds within which the parts of one text follow each other; people are slower. */
const CUT_WITHIN = 5
/** Longest paste, in messages. */
const MOST_PARTS = 50

type Rest = Extract<Dialog, { waitsFor: 'rest' }>

/** `/add` with the text behind it, as a reply to the text, or alone: then the next message is the text. */
export async function add(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const { wording } = ctx.visit
  const repliedTo = ctx.message?.reply_to_message
  const text = argument === '' ? (repliedTo?.text ?? repliedTo?.caption ?? '') : argument
  if (text.trim() !== '') return takeReport(ctx, can, text)
  await can.conversation.ask(ctx.visit, { waitsFor: 'report' })
  await send(
    ctx,
    askText(wording),
    keyboard(wording.language, [[{ label: wording.text('button-cancel'), does: press('paste', 'cancel') }]]),
  )
}

/** The text of a report, or its first message. */
export async function takeReport(ctx: BotContext, can: Capabilities, text: string): Promise<void> {
  await openDrafts(ctx, can, [{ messageId: ctx.message?.message_id ?? 0, text }])
}

/** Whether a message is the rest of the text before it, and not something new. */
export function isRest(ctx: BotContext, dialog: Rest): boolean {
  return (ctx.message?.date ?? 0) - dialog.sentAt <= CUT_WITHIN && dialog.parts.length < MOST_PARTS
}

/** One more message of the same text: drafts of the whole take the place of the drafts of the beginning. */
export async function takeRest(
  ctx: BotContext,
  can: Capabilities,
  dialog: Rest,
  text: string,
): Promise<void> {
  const { chatId, userId } = ctx.visit
  const messageId = ctx.message?.message_id ?? 0
  // Handled before, and interrupted: the drafts there are already those of the whole.
  if (dialog.parts.some((part) => part.messageId === messageId)) return openDrafts(ctx, can, dialog.parts)
  for (const id of dialog.draftIds) await can.drafts.settle(id, { state: 'discarded' }, userId)
  for (const card of dialog.cards) await removeCard(ctx, chatId, card)
  await openDrafts(ctx, can, [...dialog.parts, { messageId, text }])
}

/** `paste:cancel`: no text will follow after all. */
export async function pastePressed(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording } = ctx.visit
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor === 'report') await can.conversation.endDialog(ctx.visit)
  await show(ctx, cancelled(wording))
}

/** Every report of the paste becomes a draft, stored before it is shown. */
async function openDrafts(ctx: BotContext, can: Capabilities, parts: readonly PastedPart[]): Promise<void> {
  const { chatId, userId, wording } = ctx.visit
  const drafts = cleanPaste(joinParts(parts.map(({ text }) => text)))
  const source = `chat:${chatId}/message:${parts[0]?.messageId ?? 0}+${parts.length}`
  const stored = await can.drafts.open({ source, chatId, editorId: userId, drafts })
  const cards: number[] = []
  for (const [index, draft] of stored.entries()) {
    cards.push(await showDraft(ctx, can, draft, { position: index + 1, count: stored.length }))
  }
  if (stored.length === 0) cards.push(await post(ctx, nothingUsable(wording)))
  if ((parts.at(-1)?.text.length ?? 0) < CUT_AT_LEAST) return can.conversation.endDialog(ctx.visit)
  const draftIds = stored.map(({ id }) => id)
  await can.conversation.ask(ctx.visit, {
    waitsFor: 'rest',
    parts,
    sentAt: ctx.message?.date ?? 0,
    draftIds,
    cards,
  })
}

/** Puts a text together again that a client has cut: at a line end after a finished sentence, else in a line. */
export function joinParts(parts: readonly string[]): string {
  return parts.reduce((whole, part) => `${whole}${/[.!?؟…:»"”)]\s*$/.test(whole) ? '\n' : ' '}${part}`)
}

async function removeCard(ctx: BotContext, chatId: number, messageId: number): Promise<void> {
  try {
    await ctx.api.deleteMessage(chatId, messageId)
  } catch (error) {
    // Gone already, or too old: its buttons answer that the draft is settled.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
  }
}
