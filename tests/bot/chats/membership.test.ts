import { describe, expect, test } from 'vitest'
import { type Standing, standingOf } from '../../../src/bot/chats/membership.ts'
import type { ChatKind } from '../../../src/readers/reader.ts'

describe('what the bot can do in a chat', () => {
  test.each<[ChatKind, object, Standing]>([
    ['private', { status: 'member' }, 'writes'],
    ['private', { status: 'kicked' }, 'gone'],
    ['group', { status: 'member' }, 'writes'],
    ['group', { status: 'left' }, 'gone'],
    ['supergroup', { status: 'administrator' }, 'writes'],
    ['supergroup', { status: 'restricted', is_member: true, can_send_messages: true }, 'writes'],
    ['supergroup', { status: 'restricted', is_member: true, can_send_messages: false }, 'silent'],
    ['supergroup', { status: 'restricted', is_member: false, can_send_messages: true }, 'gone'],
    ['channel', { status: 'administrator', can_post_messages: true }, 'writes'],
    ['channel', { status: 'administrator', can_post_messages: false }, 'silent'],
    ['channel', { status: 'administrator' }, 'silent'],
    ['channel', { status: 'member' }, 'silent'],
    ['channel', { status: 'kicked' }, 'gone'],
  ])('in a %s as %j: %s', (kind, member, expected) => {
    expect(standingOf(kind, member as Parameters<typeof standingOf>[1])).toBe(expected)
  })
})
