import { keyOf } from './shape.ts'

/** A list of set phrases that a line can be, or begin with; compared as keys, so every spelling is met. */
export interface Phrases {
  is(key: string): boolean
  /** The phrase a key begins with, whole words only; null when it begins with none. */
  begins(key: string): string | null
}

/** Reads a list written as "one | another | a third". */
export function phrases(list: string): Phrases {
  const all = new Set(
    list
      .split('|')
      .map(keyOf)
      .filter((phrase) => phrase !== ''),
  )
  const byFirst = new Map<string, string[]>()
  // The longest first: "read also" must not be taken for "read".
  for (const phrase of [...all].sort((a, b) => b.length - a.length)) {
    const first = firstWord(phrase)
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  return {
    is: (key) => all.has(key),
    begins: (key) =>
      byFirst
        .get(firstWord(key))
        ?.find((phrase) => key.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(key.charAt(phrase.length))) ??
      null,
  }
}

function firstWord(key: string): string {
  return /^[\p{L}\p{N}]+/u.exec(key)?.[0] ?? ''
}

/** The words of a key, punctuation left out. */
export function tokensOf(key: string): string[] {
  return key.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A line with nothing but words of a set (and numbers, if it has a word at all): a row of buttons, a menu. */
export function consistsOf(key: string, set: ReadonlySet<string>): boolean {
  const tokens = tokensOf(key)
  return tokens.some((token) => set.has(token)) && tokens.every((t) => set.has(t) || /^\p{N}+$/u.test(t))
}

/** Single words as keys. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).map(keyOf))
}

export interface Labelled {
  readonly label: string
  readonly value: string
  readonly sign: string
}

/** Longest label, in UTF-16 units. */
const LABEL_LIMIT = 40

/** A line of the form "label: value" (also with a dash, slash or bar); the label as a key. */
export function labelled(text: string): Labelled | null {
  const at = text.slice(0, LABEL_LIMIT).search(/[:：|/–—]|-(?=\s)/u)
  if (at < 1) return null
  return { label: keyOf(text.slice(0, at)), value: text.slice(at + 1).trim(), sign: text.charAt(at) }
}
