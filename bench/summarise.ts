import { sentences } from '../src/arabic/sentences.ts'
import { LEAD_BUDGETS, pickLead } from '../src/articles/lead.ts'

/** From so many words on, more is wanted than an opening. */
const LONG = 100

/**
 * The lead of a text whose paragraphs are lines, of `maxWords` at most (as white space parts them). A sentence
 * that is longer than all of it ends there; of several, the whole ones that fit are given.
 */
export function summarise(
  { title, text }: { readonly title: string; readonly text: string },
  { maxWords }: { readonly maxWords: number },
): string {
  const limits = maxWords > LONG ? LEAD_BUDGETS.full : LEAD_BUDGETS.normal
  const { spans } = pickLead({ title, body: text, headings: [] }, limits)
  const parts: string[] = []
  let room = maxWords
  for (const { start, end } of spans) {
    const tokens = [...text.slice(start, end).matchAll(/\S+/g)]
    const last = tokens[Math.min(tokens.length, room) - 1]
    if (last === undefined || (tokens.length > room && parts.length > 0)) break
    parts.push(text.slice(start, start + last.index + last[0].length))
    room -= tokens.length
  }
  return parts.join(' ')
}

/** The sentences of a text as they stand in it. */
export function sentencesOf(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end))
}
