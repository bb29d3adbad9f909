import type { MessageEntity } from 'grammy/types'

type FoundKind = 'bot_command' | 'url' | 'mention' | 'hashtag'

const COMMAND = /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/giu
const MENTION = /(?<![\p{L}\p{N}_@/.])@[a-z0-9_]{2,32}(?![\p{L}\p{N}_])/giu
const HASHTAG = /(?<![\p{L}\p{N}_#&])#[\p{L}\p{N}_\u200c]*\p{L}[\p{L}\p{N}_\u200c]*/gu
const URL_TEXT = /(?<![\p{L}\p{N}_@./-])https?:\/\/[^\s<>"«»\u2066-\u2069]+/giu
const DOMAIN =
  /(?<![\p{L}\p{N}_@./:-])(?:[a-z0-9-]+\.)+(?:com|net|org|info|ru|kp|kr|eg|sa|ae|me|io|tv|news)\b(?:\/[^\s<>"«»\u2066-\u2069]*)?/giu

/** Commands, links, mentions and hashtags that Telegram marks by itself; where two overlap, the first kind wins. */
export function findEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  const add = (kind: FoundKind, pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const offset = match.index
      // A full stop or bracket behind a link belongs to the sentence.
      const length = (kind === 'url' ? match[0].replace(/[.,:;!?'")\]}،؛؟…]+$/u, '') : match[0]).length
      const overlaps = found.some((one) => offset < one.offset + one.length && one.offset < offset + length)
      if (length > 0 && !overlaps) found.push({ type: kind, offset, length })
    }
  }
  add('url', URL_TEXT)
  add('url', DOMAIN)
  add('bot_command', COMMAND)
  add('mention', MENTION)
  add('hashtag', HASHTAG)
  return found.toSorted((a, b) => a.offset - b.offset)
}
