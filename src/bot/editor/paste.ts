import { askText, nothingUsable } from '../../messages/editor.ts'
import { cancelled } from '../../messages/reader.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import type { PastedPart } from '../conversation.ts'
import { post, send, show } from '../show.ts'
import { placeOf, removeMessage } from './card-place.ts'
import { isNews, read, takeMessage } from './incoming.ts'
import { openDrafts } from './opening.ts'
import type { Rest } from './rest.ts'

/**
 * Clients cut a text that is longer than 4096 characters into messages, somewhere in the second half of each
 * where a line or a sentence ends: what is shorter than half a message has no rest.
 */
const CUT_AT_LEAST = 2000
/**
 * `/add` with the text or the address behind it, below a file, as a reply to any of them, or alone: then the next
 * message is the text.
 */
export async function add(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const { wording } = ctx.visit
  const repliedTo = ctx.message?.reply_to_message
  const news = ctx.message?.document === undefined ? repliedTo : ctx.message
  if (argument === '' && news !== undefined && isNews(news)) return takeMessage(ctx, can, news)
  const text = argument === '' ? (repliedTo?.text ?? repliedTo?.caption ?? '') : argument
  if (text.trim() !== '') return takeReport(ctx, can, text)
  await can.conversation.ask(ctx.visit, { waitsFor: 'report' })
  await send(
    ctx,
    askText(wording),
    keyboard(wording.language, [[{ label: wording.text('button-cancel'), does: press('paste', 'cancel') }]]),
  )
}

/** The text of a report, or its first message; an address alone is that of its page. */
export async function takeReport(ctx: BotContext, can: Capabilities, text: string): Promise<void> {
  if (/^https?:\/\/\S+$/i.test(text.trim())) return read(ctx, can, { kind: 'page', url: text.trim() })
  await openPaste(ctx, can, [{ messageId: ctx.message?.message_id ?? 0, text }])
}

/** One more message of the same text: drafts of the whole take the place of the drafts of the beginning. */
export async function takeRest(
  ctx: BotContext,
  can: Capabilities,
  dialog: Rest,
  text: string,
): Promise<void> {
  const messageId = ctx.message?.message_id ?? 0
  // Handled before, and interrupted: the drafts there are already those of the whole.
  if (dialog.parts.some((part) => part.messageId === messageId)) return openPaste(ctx, can, dialog.parts)
  for (const card of dialog.cards) await removeMessage(placeOf(ctx), card)
  await openPaste(ctx, can, [...dialog.parts, { messageId, text }], dialog.draftIds)
}

/** `paste:cancel`: no text will follow after all. */
export async function pastePressed(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording } = ctx.visit
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor === 'report') await can.conversation.endDialog(ctx.visit)
  await show(ctx, cancelled(wording))
}

/** Every report of the paste becomes a draft; those of its beginning give way. */
async function openPaste(
  ctx: BotContext,
  can: Capabilities,
  parts: readonly PastedPart[],
  replaces: readonly number[] = [],
): Promise<void> {
  const { chatId, userId, wording } = ctx.visit
  const material = {
    kind: 'paste' as const,
    source: `chat:${chatId}/message:${parts[0]?.messageId ?? 0}+${parts.length}`,
    text: joinParts(parts.map(({ text }) => text)),
    facts: {},
  }
  const opened = await openDrafts(can, placeOf(ctx), userId, [material], { replaces })
  const cards = [...opened.cards]
  if (opened.drafts.length === 0) cards.push(await post(ctx, nothingUsable(wording)))
  if ((parts.at(-1)?.text.length ?? 0) < CUT_AT_LEAST) return can.conversation.endDialog(ctx.visit)
  const draftIds = opened.drafts.map(({ id }) => id)
  const sentAt = ctx.message?.date ?? 0
  await can.conversation.ask(ctx.visit, { waitsFor: 'rest', parts, sentAt, draftIds, cards })
}

/** Puts a text together again that a client has cut: at a line end after a finished sentence, else in a line. */
export function joinParts(parts: readonly string[]): string {
  return parts.reduce((whole, part) => `${whole}${/[.!?؟…:»"”)]\s*$/.test(whole) ? '\n' : ' '}${part}`)
}
