import { stem } from '../arabic/stem.ts'
import { words } from '../arabic/words.ts'
import type { Entity } from './aliases.ts'

/** A word of a query: as it is folded, and its stem. */
export interface AskedWord {
  readonly folded: string
  readonly stem: string
}

/** One thing a text names, with every way of writing it: sequences of stems. */
export interface Spelled {
  readonly anyOf: readonly (readonly string[])[]
}

/** Turns words into what they name: `كيم جونج` also finds `كيم جونغ`, `Putin` finds `بوتين`. */
export interface Spellings {
  of(asked: readonly AskedWord[]): Spelled[]
}

/**
 * Learns the spellings of the story's entities.
 *
 * A whole form stands for every form of its entity. Within the forms of a person that have equally many
 * words, the words of one position stand for each other too, because names keep their order between
 * languages and readers type parts of them; other entities do not (North Korea, كوريا الشمالية).
 * A single word must be the word itself, whatever particle stands before it: strangers share stems
 * (كوريا and كورونا, بوت and بوتين).
 */
export function createSpellings(entities: readonly Entity[]): Spellings {
  const forms = new Map<string, Map<string, string[]>>() // a form (see keyOf) -> all forms of what it names
  const variants = new Map<string, Set<string>>() // a word of a name -> the stems of the same word elsewhere
  let longest = 1

  for (const entity of entities) {
    const phrases = Object.values(entity.forms)
      .flat()
      .map((form) => words(form).map(({ folded }) => ({ folded, stem: stem(folded) })))
      .filter((phrase) => phrase.length > 0)
    const all = phrases.map(stemsOf)
    for (const phrase of phrases) {
      longest = Math.max(longest, phrase.length)
      const known = forms.get(keyOf(phrase)) ?? new Map<string, string[]>()
      for (const other of all) known.set(other.join(' '), other)
      forms.set(keyOf(phrase), known)
    }
    if (entity.kind === 'person') alignWords(phrases, variants)
  }

  return {
    of(asked) {
      const spelled: Spelled[] = []
      for (let at = 0; at < asked.length; ) {
        const { length, anyOf } = longestForm(asked, at)
        spelled.push({ anyOf })
        at += length
      }
      return spelled
    },
  }

  function longestForm(asked: readonly AskedWord[], at: number): { length: number; anyOf: string[][] } {
    for (let length = Math.min(longest, asked.length - at); length > 1; length--) {
      const known = forms.get(keyOf(asked.slice(at, at + length)))
      if (known !== undefined) return { length, anyOf: [...known.values()] }
    }
    const word = asked[at] as AskedWord
    return { length: 1, anyOf: distinct([[word.stem], ...oneWord(word)]) }
  }

  /** All that a word names, alone or as a part; nothing where it is no name. */
  function oneWord(word: AskedWord): string[][] {
    const known = forms.get(bare(word))
    if (known !== undefined) return [...known.values()]
    return [...(variants.get(bare(word)) ?? [])].map((other) => [other])
  }
}

/** What a form is known by: one word by itself, several by their stems, which agree with each other and take endings. */
export function keyOf(phrase: readonly AskedWord[]): string {
  const [first, ...more] = phrase
  return first !== undefined && more.length === 0 ? bare(first) : stemsOf(phrase).join(' ')
}

/** The word with its ending, without the particles and the article that its stem has lost. */
function bare({ folded, stem: rest }: AskedWord): string {
  return folded.slice(Math.max(0, folded.indexOf(rest)))
}

function alignWords(phrases: readonly AskedWord[][], variants: Map<string, Set<string>>): void {
  for (const phrase of phrases) {
    if (phrase.length < 2) continue
    const aligned = phrases.filter((other) => other.length === phrase.length)
    phrase.forEach((word, position) => {
      const known = variants.get(bare(word)) ?? new Set()
      for (const other of aligned) known.add((other[position] as AskedWord).stem)
      variants.set(bare(word), known)
    })
  }
}

function stemsOf(phrase: readonly AskedWord[]): string[] {
  return phrase.map((word) => word.stem)
}

function distinct(phrases: readonly string[][]): string[][] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()]
}
