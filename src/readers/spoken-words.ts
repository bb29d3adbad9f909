import { fold } from '../arabic/fold.ts'

/** One word of a line that somebody typed. */
export interface SpokenWord {
  /** As typed, without what nobody sees. */
  readonly raw: string
  /** Without the marks around it. */
  readonly bare: string
  /** Folded; for comparing. */
  readonly key: string
}

/** Longer lines are no wishes; what lies beyond is not looked at, and told as not understood. */
const LONGEST_LINE = 240
const MOST_WORDS = 40

/** Cuts a line into words. What is too much is the last word, without a key. */
export function spokenWords(text: string): SpokenWord[] {
  const line = [...text.slice(0, LONGEST_LINE * 4).replaceAll(/\p{C}/gu, visible)]
  const words = line
    .slice(0, LONGEST_LINE)
    .join('')
    .replaceAll(SPACED_CLOCK, ':')
    .split(BETWEEN)
    .filter((raw) => raw !== '')
  const beyond = words.slice(MOST_WORDS)
  if (line.length > LONGEST_LINE || text.length > LONGEST_LINE * 4) beyond.push('…')
  const heard = words.slice(0, MOST_WORDS).map(spokenWord)
  return beyond.length === 0 ? heard : [...heard, { raw: beyond.join(' '), bare: '', key: '' }]
}

function spokenWord(raw: string): SpokenWord {
  const bare = raw.replaceAll(AROUND, '')
  return { raw, bare, key: fold(bare) }
}

export type PhraseBook<Meaning> = readonly { readonly meaning: Meaning; readonly words: readonly string[] }[]

/** Phrases by their meaning, the longest first; written folded, as the keys are. */
export function phraseBook<Meaning>(
  entries: readonly (readonly [meaning: Meaning, phrases: string])[],
): PhraseBook<Meaning> {
  return entries
    .flatMap(([meaning, phrases]) =>
      phrases.split(/[،,]/).map((phrase) => ({ meaning, words: fold(phrase).trim().split(/\s+/) })),
    )
    .sort((a, b) => b.words.length - a.words.length)
}

/** What a phrase of the book means and how many words it takes; null where none begins. */
export function phraseAt<Meaning>(
  book: PhraseBook<Meaning>,
  words: readonly SpokenWord[],
  at: number,
): { meaning: Meaning; taken: number } | null {
  const found = book.find((entry) => entry.words.every((word, offset) => words[at + offset]?.key === word))
  return found === undefined ? null : { meaning: found.meaning, taken: found.words.length }
}

/** `7 : 30` is one word. */
const SPACED_CLOCK = /(?<=\p{Nd})\s*:\s*(?=\p{Nd})/gu

/** Spaces and commas; a slash or a plus only between figures, because zones have slashes. */
const BETWEEN = /[\s,،;؛&|]+|(?<=\p{Nd})[/+](?=\p{Nd})/u

const AROUND = /^["'«»“”()[\]]+|["'«»“”()[\].!?؟:…]+$/gu

function visible(character: string): string {
  return /\s/.test(character) ? ' ' : ''
}
