import type { Chat as ApiChat, ChatMember, User } from 'grammy/types'

/** A chat of several people. */
export type GroupKind = 'group' | 'supergroup' | 'channel'

/** What somebody, or the bot, is in such a chat. */
export type MemberStatus =
  | 'creator'
  | 'administrator'
  /** In a channel: an administrator who may not post. */
  | 'administrator-without-posting'
  | 'member'
  /** A member who may not write. */
  | 'restricted'
  | 'left'
  | 'kicked'

export interface Topic {
  readonly name: string
  closed: boolean
}

export interface GroupState {
  readonly kind: GroupKind
  readonly title: string
  readonly isForum: boolean
  readonly members: Map<number, MemberStatus>
  bot: MemberStatus
  /** By the number of the message that opened it; the general topic has none and is always there. */
  readonly topics: Map<number, Topic>
  generalClosed: boolean
  /** The supergroup that the group has become. */
  migratedTo: number | null
  deleted: boolean
  /** The channel whose discussion it is. */
  linkedChannelId: number | null
}

/** What messages tell of such a chat. */
export function groupChat(id: number, { kind, title, isForum }: GroupState): ApiChat {
  return { id, type: kind, title, ...(isForum ? { is_forum: true } : {}) } as ApiChat
}

/** Somebody's membership as the Bot API tells it. */
export function memberOf(user: User, status: MemberStatus, kind: GroupKind): ChatMember {
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: false }
    case 'administrator':
    case 'administrator-without-posting':
      return {
        status: 'administrator',
        user,
        can_be_edited: false,
        is_anonymous: false,
        ...rights(ADMINISTRATORS_RIGHTS, false),
        can_manage_chat: true,
        ...(kind === 'channel' ? { can_post_messages: status === 'administrator' } : {}),
      } as unknown as ChatMember
    case 'member':
      return { status, user }
    case 'restricted':
      return { status, user, is_member: true, until_date: 0, ...rights(MEMBERS_RIGHTS, false) } as ChatMember
    case 'left':
      return { status, user }
    case 'kicked':
      return { status, user, until_date: 0 }
  }
}

/** Whether a bot with this status is in the chat at all. */
export function isPresent(status: MemberStatus): boolean {
  return status !== 'left' && status !== 'kicked'
}

/** Whether somebody of this status is listed among the administrators. */
export function administers(status: MemberStatus): boolean {
  return status === 'creator' || status.startsWith('administrator')
}

const ADMINISTRATORS_RIGHTS = [
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
]

const MEMBERS_RIGHTS = [
  'can_send_messages',
  'can_send_audios',
  'can_send_documents',
  'can_send_photos',
  'can_send_videos',
  'can_send_video_notes',
  'can_send_voice_notes',
  'can_send_polls',
  'can_send_other_messages',
  'can_add_web_page_previews',
  'can_change_info',
  'can_invite_users',
  'can_pin_messages',
  'can_manage_topics',
]

function rights(names: readonly string[], value: boolean): Record<string, boolean> {
  return Object.fromEntries(names.map((name) => [name, value]))
}
