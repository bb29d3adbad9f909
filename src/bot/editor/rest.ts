import type { BotContext } from '../context.ts'
import type { Dialog } from '../conversation.ts'

/** Seconds within which the parts of one text follow each other; people are slower. */
const CUT_WITHIN = 5
/** Longest paste, in messages. */
const MOST_PARTS = 50

export type Rest = Extract<Dialog, { waitsFor: 'rest' }>

/** Whether a message is the rest of the text before it, and not something new. */
export function isRest(ctx: BotContext, dialog: Rest): boolean {
  const { message } = ctx
  // What is forwarded, or stands in a file, was cut by nobody.
  if (message?.document !== undefined || message?.forward_origin !== undefined) return false
  return (message?.date ?? 0) - dialog.sentAt <= CUT_WITHIN && dialog.parts.length < MOST_PARTS
}
