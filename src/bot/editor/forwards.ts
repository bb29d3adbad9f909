import type { Message, MessageOrigin } from 'grammy/types'
import type { PartialDate } from '../../arabic/dates.ts'
import type { MaterialOrigin } from '../../articles/material.ts'
import { localDate, localMinute } from '../../readers/wall-clock.ts'

/** Where a forwarded post stood at first; null for what a person has written: that names no publisher. */
export function originOf({ forward_origin: origin }: Message, zone: string): MaterialOrigin | null {
  if (origin === undefined) return null
  const name = nameOf(origin)
  if (name === null) return null
  const signature = 'author_signature' in origin ? origin.author_signature : undefined
  return {
    name,
    ...addressOf(origin),
    ...(signature === undefined ? {} : { author: signature }),
    postedAt: minuteOf(origin.date * 1000, zone),
  }
}

function nameOf(origin: MessageOrigin): string | null {
  if (origin.type === 'channel') return origin.chat.title
  return origin.type === 'chat' && 'title' in origin.sender_chat ? (origin.sender_chat.title ?? null) : null
}

/** The link to the post, where the channel is public. */
function addressOf(origin: MessageOrigin): { url?: string } {
  if (origin.type !== 'channel' || !('username' in origin.chat)) return {}
  return { url: `https://t.me/${origin.chat.username}/${origin.message_id}` }
}

function minuteOf(epochMs: number, zone: string): PartialDate {
  const minute = localMinute(epochMs, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return { value: `${localDate(epochMs, zone).toString()}T${time}`, precision: 'minute' }
}
