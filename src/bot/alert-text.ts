import type { Article } from '../articles/article.ts'
import { alertMessage } from '../messages/changes.ts'
import { createWording } from '../messages/fluent.ts'
import type { Language } from '../messages/language.ts'
import type { Rendered } from '../messages/rendered.ts'
import { keyboard, press } from './button.ts'

/**
 * How alerts are written, with the buttons below them.
 * @param botUsername asked at each alert: it is known once the bot is connected
 */
export function createAlertRenderer(
  botUsername: () => string,
): (article: Article, language: Language) => Rendered {
  return (article, language) => {
    const wording = createWording(language)
    const rows = keyboard(language, [
      [
        { label: wording.text('link-read'), does: press('article', article.id, 1) },
        { label: wording.text('button-settings'), does: press('settings') },
      ],
    ])
    return {
      parts: [alertMessage(wording, { card: article, botUsername: botUsername() }).markup],
      buttons: rows.inline_keyboard.map((row) =>
        row.map((button) =>
          'url' in button
            ? { label: button.text, url: button.url }
            : { label: button.text, data: 'callback_data' in button ? button.callback_data : '' },
        ),
      ),
    }
  }
}
