import type { Role } from '../../editors/authority.ts'
import { createWording } from '../../messages/fluent.ts'
import { languageOf } from '../../messages/language.ts'
import type { ChatAddress } from '../../readers/reader.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext, Visit } from '../context.ts'
import type { Administrators } from './administrators.ts'
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts'

/** Sets the visit of an update that is to be answered; false where there is nobody to answer. */
export type Enter = (ctx: BotContext) => Promise<boolean>

/** The way in for every update that handlers see; a chat or topic that is new becomes a reader. */
export function createEntrance(can: Capabilities, administrators: Administrators): Enter {
  return async (ctx) => {
    const whereabouts = whereaboutsOf(ctx)
    if (whereabouts === null) return false
    ctx.visit = await visitAt(whereabouts, can, administrators)
    return true
  }
}

async function visitAt(
  { address, kind, actor, languageCode }: Whereabouts,
  can: Capabilities,
  administrators: Administrators,
): Promise<Visit> {
  const language = (await languageOfChat(can, address)) ?? languageOf(languageCode)
  const reader = await can.readers.ensure(address, { language, kind })
  const isPrivate = kind === 'private'
  return {
    address,
    kind,
    ...address,
    userId: actor.id,
    reader,
    wording: createWording(reader.language),
    // What only editors may see has no business where others read along.
    role: isPrivate ? await roleOf(can, actor.id) : 'reader',
    mayChange: isPrivate || (await mayChange({ address, actor }, administrators)),
  }
}

/** What a person is to this instance. */
export async function roleOf(can: Pick<Capabilities, 'ownerIds' | 'editors'>, userId: number): Promise<Role> {
  if (can.ownerIds.includes(userId)) return 'owner'
  return (await can.editors.isEditor(userId)) ? 'editor' : 'reader'
}

async function mayChange(
  { address: { chatId }, actor }: Pick<Whereabouts, 'address' | 'actor'>,
  administrators: Administrators,
): Promise<boolean> {
  if (actor.kind === 'chat') return true
  return actor.kind === 'person'
    ? administrators.includes(chatId, actor.id)
    : administrators.isLinked(chatId, actor.id)
}

/** A topic speaks the language of its chat, whoever comes first. */
async function languageOfChat(can: Capabilities, { chatId, threadId }: ChatAddress) {
  return threadId === null ? undefined : (await can.readers.byAddress({ chatId, threadId: null }))?.language
}
