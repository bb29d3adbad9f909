import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { escapeHtml, type Html, type Insert, isHtml, trusted } from './html.ts'
import type { WordingArguments, WordingKey } from './keys.ts'
import type { Language } from './language.ts'
import { foreign, inDirection, inserted, textInDirection } from './lines.ts'

/** All words of one language. */
export interface Wording {
  readonly language: Language
  /**
   * A message as Telegram HTML. Strings are escaped and isolated, {@link Html} goes in as it is, numbers in
   * Latin digits. An unknown key or a missing argument is a programming error and throws.
   */
  html<Key extends WordingKey>(key: Key, ...args: WordingArguments<Key, Insert>): Html
  /** The same as plain text: for buttons and the notices that answer a press. */
  text<Key extends WordingKey>(key: Key, ...args: WordingArguments<Key, string | number>): string
}

/** Digits and calendar are pinned: the defaults of `ar` differ by country and by ICU version. */
const LOCALES: Readonly<Record<Language, string>> = {
  ar: 'ar-u-ca-gregory-nu-latn',
  en: 'en-GB-u-ca-gregory-nu-latn',
}

/**
 * What has to be isolated in the Arabic wording itself: examples in <code> (from outside, so that a copy of them
 * is clean), Latin words, addresses and /commands, and digits with a hyphen, which would turn round after an Arabic
 * letter. Other tags, and references, are passed over.
 */
const FOREIGN_RUN = /<code>[^<]*<\/code>|<[^>]*>|&#?\w+;|\/?[A-Za-z](?:[\w./:@+ -]*\w)?|\d+(?:-\d+)+/g
const LEFT_ALONE = /^(?:<(?!code>)|&)/

const loaded = new Map<Language, Wording>()

/** The wording of a language; its file is read when it is first asked for. */
export function createWording(language: Language): Wording {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const bundle = loadBundle(language)
  const wording: Wording = {
    language,
    html: (key, ...[args]) =>
      inDirection(
        language,
        trusted(format(bundle, key, args, (text) => escapeHtml(inserted(text, language)))),
      ),
    text: (key, ...[args]) =>
      textInDirection(
        language,
        format(bundle, key, args, (text) => inserted(text, language)),
      ),
  }
  loaded.set(language, wording)
  return wording
}

function loadBundle(language: Language): FluentBundle {
  const file = new URL(`./locales/${language}.ftl`, import.meta.url)
  // Fluent would isolate every placeable, whole plural branches and line breaks included: we isolate strings.
  const bundle = new FluentBundle(LOCALES[language], {
    useIsolating: false,
    ...(language === 'ar' ? { transform: isolateForeignRuns } : {}),
  })
  const errors = bundle.addResource(new FluentResource(readFileSync(file, 'utf8')))
  if (errors.length > 0) throw new AggregateError(errors, `Wording of ${language} cannot be read`)
  return bundle
}

function format(
  bundle: FluentBundle,
  key: WordingKey,
  args: Readonly<Record<string, Insert>> | undefined,
  asText: (text: string) => string,
): string {
  const pattern = bundle.getMessage(key)?.value
  if (pattern === undefined || pattern === null) throw new Error(`No wording for ${key}`)
  const values = Object.entries(args ?? {}).map(([name, value]) => {
    if (isHtml(value)) return [name, value.markup] as const
    return [name, typeof value === 'string' ? asText(value) : value] as const
  })
  const errors: Error[] = []
  const formatted = bundle.formatPattern(pattern, Object.fromEntries(values), errors)
  if (errors.length > 0) throw new AggregateError(errors, `Wording of ${key} cannot be put together`)
  return formatted
}

function isolateForeignRuns(text: string): string {
  return text.replace(FOREIGN_RUN, (run) => (LEFT_ALONE.test(run) ? run : foreign(run)))
}
