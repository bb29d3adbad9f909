import { badRequest, refuse } from './answer.ts'
import type { Chat, Chats } from './chats.ts'
import { type Payload, readInteger, readText } from './fields.ts'
import type { GroupState } from './group.ts'

/** The chat that a call means. */
export function chatOf(chats: Chats, payload: Payload): Chat {
  if (readText(payload, 'chat_id') === '') badRequest('chat_id is empty')
  const id = readInteger(payload, 'chat_id')
  const chat = id === null ? undefined : chats.find(id)
  return chat ?? badRequest('chat not found')
}

/** Refuses what the bot may not even look at: chats that are gone, or that it is not in. */
export function checkAccess({ group }: Chat): void {
  if (group === null) return
  if (group.migratedTo !== null) {
    const parameters = { migrate_to_chat_id: group.migratedTo }
    refuse(400, 'Bad Request: group chat was upgraded to a supergroup chat', parameters)
  }
  if (group.deleted) refuse(403, 'Forbidden: the group chat was deleted')
  if (group.bot === 'kicked') refuse(403, `Forbidden: bot was kicked from the ${group.kind} chat`)
  if (group.bot === 'left') refuse(403, `Forbidden: bot is not a member of the ${group.kind} chat`)
}

/** Refuses what the bot may not write, in Telegram's words; the thread is of a topic, or 0. */
export function checkWritable(chat: Chat, threadId: number): void {
  checkAccess(chat)
  const { group } = chat
  if (group === null) {
    if (chat.blocked) refuse(403, 'Forbidden: bot was blocked by the user')
    if (threadId !== 0) badRequest('message thread not found')
    return
  }
  if (group.kind === 'channel' && group.bot !== 'administrator') {
    badRequest('need administrator rights in the channel chat')
  }
  if (group.bot === 'restricted') badRequest('not enough rights to send text messages to the chat')
  checkTopic(group, threadId)
}

/** Where a chat is no forum, a thread is passed over in silence. */
function checkTopic(group: GroupState, threadId: number): void {
  if (!group.isForum) return
  const topic = threadId === 0 ? { closed: group.generalClosed } : group.topics.get(threadId)
  if (topic === undefined) badRequest('message thread not found')
  else if (topic.closed) badRequest('TOPIC_CLOSED')
}
