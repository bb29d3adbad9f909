import { expect } from 'vitest'
import type { Html } from '../../src/messages/html.ts'

const TAG = /^<(\/?)(b|i|s|code|a|blockquote)((?: [a-z]+(?:="[^"<>]*")?)*)>/
const REFERENCE = /^&(?:amp|lt|gt|quot);/
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  a: /^ href="https?:\/\/[^"<>]+"$/,
  blockquote: /^(?: expandable)?$/,
}

/** Reads the markup as strictly as can be: known tags, closed in order, every < and & escaped. Returns what is seen. */
export function parseStrictly({ markup }: Html): { text: string; entities: number } {
  const open: string[] = []
  let text = ''
  let entities = 0
  for (let rest = markup; rest !== ''; ) {
    const tag = TAG.exec(rest)
    const reference = REFERENCE.exec(rest)
    if (tag !== null) {
      const [whole, slash, name = '', attributes = ''] = tag
      if (slash === '/') {
        expect(open.pop(), `closing ${whole} of ${markup.slice(0, 200)}`).toBe(name)
      } else {
        expect(attributes).toMatch(ATTRIBUTES[name] ?? /^$/)
        expect(name === 'blockquote' && open.includes('blockquote'), 'quotations cannot nest').toBe(false)
        open.push(name)
        entities += 1
      }
      rest = rest.slice(whole.length)
    } else if (reference !== null) {
      text += SIGNS[reference[0]] ?? ''
      rest = rest.slice(reference[0].length)
    } else {
      const plain = /^[^<&]+/.exec(rest)?.[0]
      if (plain === undefined) throw new Error(`Not Telegram HTML: ${rest.slice(0, 80)}`)
      text += plain
      rest = rest.slice(plain.length)
    }
  }
  expect(open, 'tags left open').toEqual([])
  return { text, entities }
}

/** One message as Telegram takes it. */
export function expectSendable(message: Html): void {
  const { text, entities } = parseStrictly(message)
  expect(text.trim()).not.toBe('')
  expect([...text].length).toBeLessThanOrEqual(4096)
  expect(Buffer.byteLength(message.markup)).toBeLessThanOrEqual(32_768)
  expect(entities).toBeLessThanOrEqual(100)
  expect(message.markup.isWellFormed?.() ?? true).toBe(true)
}

const RLM = '\u{200F}'

/** Direction rules of any text we write: no embeddings, isolates paired within their line, none in another. */
export function expectSoundDirection(text: string): void {
  expect(text).not.toMatch(/[\u{202A}-\u{202E}\u{2028}\u{2029}\u{200E}\u{061C}\u{2066}\u{2067}]/u)
  expect(text).not.toMatch(/[\u{200E}\u{200F}]{2}/u)
  for (const line of text.split('\n')) {
    expect(line.replace(/[^\u{2068}\u{2069}]/gu, ''), line).toMatch(/^(?:\u{2068}\u{2069})*$/u)
    expect(line).not.toContain('\u{2068}\u{2069}')
  }
}

/** Besides, every line is set from right to left and every foreign run in it is isolated. */
export function expectArabicLines(text: string): void {
  expectSoundDirection(text)
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    expect(line, line).toMatch(/^(?:\u{200F}(?!\u{200F})|(?=\p{L})\p{Script=Arabic})/u)
    expect(line.lastIndexOf(RLM), line).toBeLessThanOrEqual(0)
    // A tag in a text (<b>) is seen as it was written: what directly follows its bracket is not isolated.
    const bare = line
      .replace(/\u{2068}[^\u{2069}]*\u{2069}/gu, '')
      .replace(/<\/?(?:(?!\p{Script=Arabic})[\p{L}\p{M}])+/gu, '')
    expect(bare, line).not.toMatch(/[A-Za-z]|(?=\p{L})\p{Script=Cyrillic}/u)
  }
}
