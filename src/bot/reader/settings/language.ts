import { createWording } from '../../../messages/fluent.ts'
import { LANGUAGES } from '../../../messages/language.ts'
import { ask } from '../../../messages/settings.ts'
import { keyboard, press } from '../../button.ts'
import type { Capabilities } from '../../capabilities.ts'
import type { BotContext } from '../../context.ts'
import { show } from '../../show.ts'
import { settings } from './menu.ts'
import { backToSettings, choice } from './rows.ts'

/** `ar` or `en`; without a choice the page is shown. */
export async function languagePressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const language = LANGUAGES.find((known) => known === args[0])
  if (language === undefined) return showLanguages(ctx)
  await can.readers.setLanguage(ctx.visit.reader.id, language)
  ctx.visit.wording = createWording(language)
  ctx.visit.reader = { ...ctx.visit.reader, language }
  await settings(ctx, can)
}

async function showLanguages(ctx: BotContext): Promise<void> {
  const { wording } = ctx.visit
  await show(
    ctx,
    ask(wording, 'language'),
    keyboard(wording.language, [
      LANGUAGES.map((language) =>
        choice(
          wording,
          wording.text(`language-${language}`),
          language === wording.language,
          press('settings', 'language', language),
        ),
      ),
      [backToSettings(wording)],
    ]),
  )
}
