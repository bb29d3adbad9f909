import type { BotContext } from '../context.ts'
import type { Dialog, PastedPart } from '../conversation.ts'

/** Seconds within which the parts of one text follow each other; people are slower. */
const CUT_WITHIN = 5
/** Longest text, in messages. */
const MOST_PARTS = 50

export type Rest = Extract<Dialog, { waitsFor: 'rest' }>

/** Whether a message is the rest of the text before it, and not something new. */
export function isRest(ctx: BotContext, dialog: Rest): boolean {
  const { message } = ctx
  // What is forwarded, or stands in a file, was cut by nobody.
  if (message?.document !== undefined || message?.forward_origin !== undefined) return false
  return followsAtOnce(ctx, dialog)
}

/** Whether a message follows the parts of a text so soon that it may be one more of them. `sentAt` is in epoch seconds. */
export function followsAtOnce(
  ctx: BotContext,
  { parts, sentAt }: { parts: readonly PastedPart[]; sentAt: number },
): boolean {
  return (ctx.message?.date ?? 0) - sentAt <= CUT_WITHIN && parts.length < MOST_PARTS
}
