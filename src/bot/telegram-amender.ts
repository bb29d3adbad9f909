import { type Api, GrammyError } from 'grammy'
import type { Amender, EditOutcome } from '../deliveries/corrections.ts'
import { renderedKeyboard } from './button.ts'
import { readOutcome } from './telegram-messenger.ts'

/** The same content again: an edit that was repeated after a crash, or two corrections of one message. */
const DONE_ALREADY = 'message is not modified'

/** Edits through the Bot API; the API must not repeat calls by itself. Errors hold token and text, and go no further. */
export function createTelegramAmender(api: Pick<Api, 'editMessageText'>): Amender {
  let lastHeld: number | null = null
  return {
    async edit({ chatId, messageId, html, buttons }): Promise<EditOutcome> {
      try {
        await api.editMessageText(chatId, messageId, html, {
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          // Without it the buttons would go.
          reply_markup: renderedKeyboard(buttons),
        })
        lastHeld = null
        return { kind: 'edited' }
      } catch (error) {
        if (error instanceof GrammyError && error.description.includes(DONE_ALREADY))
          return { kind: 'edited' }
        const outcome = readOutcome(error)
        switch (outcome.kind) {
          // Whatever else Telegram has against the edit, a message of its own may still pass.
          case 'refused':
          case 'plain':
            return { kind: 'not-editable', description: outcome.description }
          case 'later': {
            // A second chat that is held at once says that everybody is.
            const scope = lastHeld === null || lastHeld === chatId ? 'chat' : 'global'
            lastHeld = chatId
            return { ...outcome, scope }
          }
          // An edit delivers no message of its own.
          case 'delivered':
            return { kind: 'edited' }
          default:
            return outcome
        }
      }
    },
  }
}
