import { editDistance } from '../arabic/edit-distance.ts'
import { soundKey } from '../arabic/sound.ts'
import { words } from '../arabic/words.ts'

/** A name that could be looked for, with all its spellings; `shown` is how it is offered. */
export interface Name {
  readonly shown: string
  readonly forms: readonly string[]
}

/** Words of a query that are compared, and letters of each: no name is longer. */
const COMPARED = 12
const LONGEST = 64
/** What sounds alike is near, however many letters differ. */
const SOUNDS_ALIKE = 0.15
/** Letters that may differ, as a part of the longer word. */
const FAR = 0.3

/**
 * The names nearest to what was typed, by sound and by letters: the whole of a name, or one of its words to one of
 * the words typed.
 *
 * @returns what is shown of at most `most` names, the nearest first
 */
export function nearestNames(typed: string, names: readonly Name[], most: number): string[] {
  const asked = meaningfulWords(typed).slice(0, COMPARED).map(heard)
  if (asked.length === 0) return []
  const whole = heard(asked.map(({ word }) => word).join(''))
  return names
    .map(({ shown, forms }) => ({
      shown,
      distance: Math.min(1, ...forms.map((form) => distanceTo(heardForm(form), asked, whole))),
    }))
    .filter(({ distance }) => distance <= FAR)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ shown }) => shown)
}

/** Words of three letters or more: the short ones are near to everything. */
function meaningfulWords(text: string): string[] {
  return words(text)
    .map(({ folded }) => folded)
    .filter((word) => word.length > 2)
}

/** A word and how it sounds: the key is dear, and every word meets every part of every name. */
interface Heard {
  readonly word: string
  readonly key: string
}

function heard(word: string): Heard {
  const part = word.slice(0, LONGEST)
  return { word: part, key: soundKey(part) }
}

/** A spelling of a name: its words, and all of them as one. */
interface HeardForm {
  readonly parts: readonly Heard[]
  readonly whole: Heard
}

/** The names are those of the story, the same for every query: what they sound like is worked out once. */
const FORMS_AT_HAND = 5000
const atHand = new Map<string, HeardForm>()

function heardForm(form: string): HeardForm {
  const kept = atHand.get(form)
  if (kept !== undefined) return kept
  const parts = meaningfulWords(form).map(heard)
  const made = { parts, whole: heard(parts.map(({ word }) => word).join('')) }
  if (atHand.size >= FORMS_AT_HAND) atHand.clear()
  atHand.set(form, made)
  return made
}

function distanceTo({ parts, whole: name }: HeardForm, asked: readonly Heard[], whole: Heard): number {
  if (parts.length === 0) return 1
  const least = Math.min(1, ...asked.flatMap((word) => parts.map((part) => between(word, part))))
  // A part says less than the whole: the name that has nothing else comes first.
  const partly = parts.length > 1 ? least + 0.05 : least
  return Math.min(partly, between(whole, name))
}

/** 0 for the same word, 1 for a stranger. */
function between(one: Heard, other: Heard): number {
  if (one.word === other.word) return 0
  const longer = Math.max(one.word.length, other.word.length)
  const limit = Math.floor(longer * FAR)
  const edits = editDistance(one.word, other.word, limit)
  const byLetters = edits > limit ? 1 : edits / longer
  const alike = one.key.length > 2 && one.key === other.key
  return alike ? Math.min(byLetters, SOUNDS_ALIKE) : byLetters
}
