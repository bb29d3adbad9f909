import type { Message } from 'grammy/types'
import { readingNote } from '../../messages/desk.ts'
import { nothingUsable } from '../../messages/editor.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import type { Dialog } from '../conversation.ts'
import { post, send } from '../show.ts'
import { placeOf } from './card-place.ts'
import { originOf } from './forwards.ts'
import { openDrafts } from './opening.ts'
import type { Asked } from './reading.ts'
import { isRest } from './rest.ts'

/** An address and nothing else. */
const LONE_ADDRESS = /^https?:\/\/\S+$/i

/** Questions of the desk, beside which news may come in; what is said to others belongs to them. */
const DESK: readonly Dialog['waitsFor'][] = ['report', 'rest', 'title', 'date', 'publisher']

/**
 * News that an editor brings without saying so: a file, a forwarded post, or an address alone.
 * @returns false for everything else, which is a search, or the answer to a question
 */
export async function takeIncoming(ctx: BotContext, can: Capabilities): Promise<boolean> {
  const { message } = ctx
  if (message === undefined || message.via_bot !== undefined || !isNews(message)) return false
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog !== null && !DESK.includes(dialog.waitsFor)) return false
  // The last line of a long text may be the address of its page.
  if (dialog?.waitsFor === 'rest' && isRest(ctx, dialog)) return false
  if (dialog?.waitsFor === 'report' || dialog?.waitsFor === 'rest') {
    await can.conversation.endDialog(ctx.visit)
  }
  await takeMessage(ctx, can, message)
  return true
}

/** Whether a message is news by its form, whatever it says. */
export function isNews(message: Message): boolean {
  return (
    message.document !== undefined ||
    message.forward_origin !== undefined ||
    LONE_ADDRESS.test(textOf(message).trim())
  )
}

/** Takes the news in a message: its file, the page it names, or its text. */
export async function takeMessage(ctx: BotContext, can: Capabilities, message: Message): Promise<void> {
  const { document } = message
  const text = textOf(message).trim()
  if (document !== undefined) {
    const { file_id: fileId, file_name: name = 'text.txt', mime_type: mediaType = null } = document
    return read(ctx, can, { kind: 'file', fileId, name, mediaType })
  }
  if (LONE_ADDRESS.test(text)) return read(ctx, can, { kind: 'page', url: text })
  await takeForward(ctx, can, message, text)
}

async function takeForward(
  ctx: BotContext,
  can: Capabilities,
  message: Message,
  text: string,
): Promise<void> {
  const { chatId, userId, wording, reader } = ctx.visit
  // The pictures of an album come one by one; one of them carries the text.
  if (text === '' && message.media_group_id !== undefined) return
  const origin = originOf(message, reader.subscription?.zone ?? can.defaultZone)
  const material = {
    kind: 'forward' as const,
    source: sourceOf(ctx, chatId),
    text,
    facts: origin === null ? {} : { origin },
  }
  const { drafts } = await openDrafts(can, placeOf(ctx), userId, [material])
  if (drafts.length === 0) await send(ctx, nothingUsable(wording))
}

/** Fetching and reading take their time: they go on while the chat does. */
export async function read(ctx: BotContext, can: Capabilities, asked: Asked): Promise<void> {
  const { chatId, userId, wording } = ctx.visit
  const reading = await can.readings.begin({ source: sourceOf(ctx, chatId), asked, chatId, editorId: userId })
  if (reading === null) return
  if (reading.noteId === null) {
    const name = asked.kind === 'page' ? asked.url : asked.name
    await can.readings.note(reading.id, await post(ctx, readingNote(wording, { kind: asked.kind, name })))
  }
  can.wakeReadings()
}

function sourceOf(ctx: BotContext, chatId: number): string {
  return `chat:${chatId}/message:${ctx.message?.message_id ?? 0}`
}

function textOf(message: Message): string {
  return message.text ?? message.caption ?? ''
}
