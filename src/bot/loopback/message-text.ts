import type { MessageEntity } from 'grammy/types'
import { badRequest } from './answer.ts'
import { addFound, limitEntities, settleEntities } from './entities.ts'
import { isRecord, type Payload, readStructure, readText } from './fields.ts'
import { findEntities } from './found-entities.ts'
import { parseTelegramHtml } from './telegram-html.ts'

export interface MessageText {
  readonly text: string
  readonly entities: MessageEntity[]
}

const BYTES_AT_MOST = 32_768
const CHARACTERS_AT_MOST = 4096
/** What the server takes out: carriage returns, line and paragraph separators, embeddings, vertical strokes. */
const REMOVED = /[\r\u2028\u2029\u202a-\u202e\u0333\u033f\u030a]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the server replaces
const CONTROL = /[\0-\x09\x0b\x0c\x0e-\x1f]/g
/** Characters that show nothing: a text of these alone counts as empty. */
const INVISIBLE =
  /^[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]*$/u

/** The text of a call, parsed, cleaned and measured as the server does; `tooLong` is the refusal for its length. */
export function readMessageText(payload: Payload, tooLong: string): MessageText {
  const raw = readText(payload, 'text')
  if (Buffer.byteLength(raw) > BYTES_AT_MOST) badRequest('text is too long')
  if (raw === '') badRequest('message text is empty')
  const { text, entities } = cleanText(parseMarkup(payload, raw))
  if (INVISIBLE.test(text)) badRequest('text must be non-empty')
  if ([...text].length > CHARACTERS_AT_MOST) badRequest(tooLong)
  return { text, entities: limitEntities(addFound(settleEntities(entities), findEntities(text))) }
}

function parseMarkup(payload: Payload, raw: string): MessageText {
  const mode = readText(payload, 'parse_mode').toLowerCase()
  if (mode === 'html') {
    const parsed = parseTelegramHtml(raw)
    if ('error' in parsed) return badRequest(`can't parse entities: ${lowerFirst(parsed.error)}`)
    return parsed
  }
  // Markdown exists at Telegram; this bot speaks HTML alone, so its use here would be a mistake.
  if (mode !== '' && mode !== 'none') badRequest('unsupported parse_mode')
  if (!raw.isWellFormed()) badRequest('strings must be encoded in UTF-8')
  const given = readStructure(payload, 'entities', 'entities')
  return { text: raw, entities: Array.isArray(given) ? given.filter(isEntity) : [] }
}

/** Only the first letter after the prefix is lowered, and only in front of a small letter. */
function lowerFirst(sentence: string): string {
  return /^.[A-Z_]/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function isEntity(value: unknown): value is MessageEntity {
  return isRecord(value) && typeof value['type'] === 'string' && isPlace(value['offset'], value['length'])
}

function isPlace(offset: unknown, length: unknown): boolean {
  return Number.isInteger(offset) && Number.isInteger(length) && Number(offset) >= 0 && Number(length) > 0
}

/** Removes what the server removes and trims, moving the entities along. */
function cleanText(parsed: MessageText): MessageText {
  let text = ''
  // newPlace[i] is where the i-th UTF-16 unit of the parsed text has gone.
  const newPlace: number[] = []
  for (const unit of joinMarks(parsed.text.replace(CONTROL, ' ')).split('')) {
    newPlace.push(text.length)
    if (!REMOVED.test(unit)) text += unit
  }
  newPlace.push(text.length)
  const moved = parsed.entities.map((entity) => {
    const offset = newPlace[entity.offset] ?? text.length
    const end = newPlace[entity.offset + entity.length] ?? text.length
    return { ...entity, offset, length: end - offset }
  })
  const trimmed = moved.map((entity) => trimEntity(entity, text)).filter((entity) => entity.length > 0)
  const end = text.replace(/[ \n]+$/, '').length
  const start = Math.min(/^[ \n]*/.exec(text)?.[0].length ?? 0, end)
  return {
    text: text.slice(start, end),
    entities: trimmed.map((entity) => ({
      ...entity,
      offset: entity.offset - start,
      length: Math.min(entity.length, end - entity.offset),
    })),
  }
}

/** In a run of LRM and RLM all but the last become ZWNJ. */
function joinMarks(text: string): string {
  return text.replace(/[\u200e\u200f](?=[\u200e\u200f])/g, '\u200c')
}

/** An entity does not begin with white space, and one of white space alone is none. */
function trimEntity(entity: MessageEntity, text: string): MessageEntity {
  const inside = text.slice(entity.offset, entity.offset + entity.length)
  const lead = /^[ \n]*/.exec(inside)?.[0].length ?? 0
  return { ...entity, offset: entity.offset + lead, length: entity.length - lead }
}
