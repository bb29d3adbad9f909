import type { ChatMember, User } from 'grammy/types'
import { chatOf, checkAccess } from './access.ts'
import { badRequest } from './answer.ts'
import { apiChatOf, type Chats, userOf } from './chats.ts'
import { type Payload, readInteger } from './fields.ts'
import { administers, memberOf } from './group.ts'

/** The methods that tell of a chat and of who is in it. */
export function createMemberMethods(chats: Chats, bot: User) {
  function nameOf(userId: number): User {
    const person = chats.find(userId)?.person
    return person ? userOf(person) : { id: userId, is_bot: false, first_name: '' }
  }

  return {
    getChat(payload: Payload): object {
      const chat = chatOf(chats, payload)
      checkAccess(chat)
      const linked = chat.group?.linkedChannelId ?? null
      return { ...apiChatOf(chat), ...(linked === null ? {} : { linked_chat_id: linked }) }
    },

    getMember(payload: Payload): ChatMember {
      const chat = chatOf(chats, payload)
      checkAccess(chat)
      const userId = readInteger(payload, 'user_id') ?? 0
      if (userId <= 0) badRequest('invalid user_id specified')
      if (userId === bot.id) return memberOf(bot, chat.group?.bot ?? 'member', chat.group?.kind ?? 'group')
      if (chat.group === null) return { status: 'member', user: nameOf(userId) }
      return memberOf(nameOf(userId), chat.group.members.get(userId) ?? 'left', chat.group.kind)
    },

    /** Bots are not listed, not even this one. */
    getAdministrators(payload: Payload): ChatMember[] {
      const chat = chatOf(chats, payload)
      checkAccess(chat)
      const { group } = chat
      if (group === null) return badRequest('there are no administrators in the private chat')
      return [...group.members]
        .filter(([, status]) => administers(status))
        .map(([userId, status]) => memberOf(nameOf(userId), status, group.kind))
    },
  }
}
