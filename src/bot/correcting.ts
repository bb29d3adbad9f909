import type { Api } from 'grammy'
import type { ArticleStore } from '../articles/article-store.ts'
import { type Corrector, type CorrectorParts, createCorrector } from '../deliveries/corrector.ts'
import { createCorrectionRenderer } from './correction-text.ts'
import { createTelegramAmender } from './telegram-amender.ts'

/**
 * Brings corrections to readers through the Bot API.
 *
 * @param api one without patience: a wait that Telegram asks for is the corrector's to keep
 * @param botUsername asked at each text: it is known once the bot is connected
 */
export function createCorrecting(
  parts: Omit<CorrectorParts, 'render' | 'amender'> & { readonly articles: Pick<ArticleStore, 'byId'> },
  api: Pick<Api, 'editMessageText'>,
  botUsername: () => string,
): Corrector {
  return createCorrector({
    ...parts,
    render: createCorrectionRenderer(parts.articles, botUsername),
    amender: createTelegramAmender(api),
  })
}
