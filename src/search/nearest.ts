import { editDistance } from '../arabic/edit-distance.ts'
import { soundKey } from '../arabic/sound.ts'
import { words } from '../arabic/words.ts'

/** A name that could be looked for, with all its spellings; `shown` is how it is offered. */
export interface Name {
  readonly shown: string
  readonly forms: readonly string[]
}

/** Words of a query that are compared. */
const COMPARED = 12
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
  const asked = meaningfulWords(typed).slice(0, COMPARED)
  if (asked.length === 0) return []
  const whole = asked.join('')
  return names
    .map(({ shown, forms }) => ({
      shown,
      distance: Math.min(1, ...forms.map((form) => distanceTo(meaningfulWords(form), asked, whole))),
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

function distanceTo(form: readonly string[], asked: readonly string[], whole: string): number {
  if (form.length === 0) return 1
  const least = Math.min(1, ...asked.flatMap((word) => form.map((part) => between(word, part))))
  // A part says less than the whole: the name that has nothing else comes first.
  const parts = form.length > 1 ? least + 0.05 : least
  return Math.min(parts, between(whole, form.join('')))
}

/** 0 for the same word, 1 for a stranger. */
function between(one: string, other: string): number {
  if (one === other) return 0
  const longer = Math.max(one.length, other.length)
  const limit = Math.floor(longer * FAR)
  const edits = editDistance(one, other, limit)
  const byLetters = edits > limit ? 1 : edits / longer
  return soundsAlike(one, other) ? Math.min(byLetters, SOUNDS_ALIKE) : byLetters
}

function soundsAlike(one: string, other: string): boolean {
  const key = soundKey(one)
  return key.length > 2 && key === soundKey(other)
}
