/** The languages the bot speaks. */
export type Language = 'ar' | 'en'

export const LANGUAGES: readonly Language[] = ['ar', 'en']

/** The bot's language for a Telegram `language_code`: English for English clients, Arabic for everybody else. */
export function languageOf(code: string | undefined): Language {
  return code?.toLowerCase().startsWith('en') ? 'en' : 'ar'
}
