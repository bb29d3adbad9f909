import type { MessageEntity } from 'grammy/types'
import { sortEntities } from './entities.ts'
import { decodeReference, readStartTag, type StartTag } from './html-tag.ts'
import { checkLink } from './link.ts'

export type ParsedHtml = { text: string; entities: MessageEntity[] } | { error: string }

interface OpenTag extends StartTag {
  /** Where its content begins in the text, in UTF-16 units. */
  readonly offset: number
}

const SIMPLE: Readonly<
  Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | undefined>
> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
}
const END_TAG = /<\/([^ \t\r\n\v\0>]*)[ \t\r\n\v\0]*/y

/**
 * Reads Telegram's HTML as its server does, with its exact refusals (without the "can't parse entities" in front).
 * Positions in refusals are bytes of UTF-8, offsets of entities are UTF-16 units.
 */
export function parseTelegramHtml(html: string): ParsedHtml {
  if (!html.isWellFormed()) return { error: 'Text must be encoded in UTF-8' }
  const bytes = (position: number) => Buffer.byteLength(html.slice(0, position))
  const open: OpenTag[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let at = 0
  while (at < html.length) {
    const character = html.charAt(at)
    if (character === '&') {
      const reference = decodeReference(html, at)
      text += reference?.character ?? '&'
      at = reference?.end ?? at + 1
    } else if (character !== '<') {
      text += character
      at += 1
    } else if (html.charAt(at + 1) !== '/') {
      const tag = readStartTag(html, at, bytes)
      if ('error' in tag) return tag
      open.push({ ...tag, offset: text.length })
      at = tag.end
    } else {
      const tag = open.pop()
      const end = readEndTag(html, at, tag, bytes)
      if ('error' in end) return end
      if (tag !== undefined && text.length > tag.offset) addEntity(entities, tag, text)
      at = end.end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) return { error: `Can't find end tag corresponding to start tag "${unclosed.name}"` }
  if (!text.isWellFormed()) {
    const advice = 'check for unmatched surrogate code units'
    return { error: `Text contains invalid Unicode characters after decoding HTML entities, ${advice}` }
  }
  return { text, entities: sortEntities(entities.map(withoutLanguageOfCode)) }
}

function readEndTag(
  html: string,
  at: number,
  tag: OpenTag | undefined,
  bytes: (position: number) => number,
): { end: number } | { error: string } {
  if (tag === undefined) return { error: `Unexpected end tag at byte offset ${bytes(at)}` }
  END_TAG.lastIndex = at
  const [whole = '', name = ''] = END_TAG.exec(html) ?? []
  if (html.charAt(at + whole.length) !== '>') {
    return { error: `Unclosed end tag at byte offset ${bytes(at)}` }
  }
  if (name !== '' && name !== tag.name) {
    const found = `expected "</${tag.name}>", found "</${name}>"`
    return { error: `Unmatched end tag at byte offset ${bytes(at)}, ${found}` }
  }
  return { end: at + whole.length + 1 }
}

function addEntity(entities: MessageEntity[], tag: OpenTag, text: string): void {
  const place = { offset: tag.offset, length: text.length - tag.offset }
  const simple = SIMPLE[tag.name]
  if (simple !== undefined) {
    entities.push({ type: simple, ...place })
  } else if (tag.name === 'a') {
    // A link that cannot be used is dropped without a word; its text stays.
    const link = checkLink(tag.argument === '' ? text.slice(tag.offset) : tag.argument)
    if ('url' in link) entities.push({ type: 'text_link', ...place, url: link.url })
  } else if (tag.name === 'blockquote') {
    entities.push({ type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...place })
  } else if (tag.name === 'tg-emoji') {
    entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: tag.argument })
  } else if (tag.name === 'pre' || tag.name === 'code') {
    addCode(entities, tag, place)
  }
}

/** `<pre><code class="language-x">` and the same the other way round become one entity. */
function addCode(entities: MessageEntity[], tag: OpenTag, place: { offset: number; length: number }): void {
  const last = entities.at(-1)
  const same = last !== undefined && last.offset === place.offset && last.length === place.length
  const language = tag.argument === '' ? {} : { language: tag.argument }
  if (tag.name === 'pre') {
    const inner = same && last.type === 'code' ? languageOf(last) : ''
    if (inner !== '') entities.splice(-1, 1, { type: 'pre', ...place, language: inner })
    else entities.push({ type: 'pre', ...place })
  } else if (same && last.type === 'pre' && tag.argument !== '') {
    entities.splice(-1, 1, { type: 'pre', ...place, ...language })
  } else {
    entities.push(Object.assign({ type: 'code' as const, ...place }, language))
  }
}

/** A lone `<code class="language-x">` was only a candidate for a block; the language is not kept. */
function withoutLanguageOfCode(entity: MessageEntity): MessageEntity {
  return entity.type === 'code' ? { type: 'code', offset: entity.offset, length: entity.length } : entity
}

function languageOf(entity: MessageEntity): string {
  return 'language' in entity && typeof entity.language === 'string' ? entity.language : ''
}
