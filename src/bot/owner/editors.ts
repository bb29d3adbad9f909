import { GrammyError } from 'grammy'
import type { Message, MessageOrigin, User } from 'grammy/types'
import type { Editor } from '../../editors/editor-store.ts'
import { createWording } from '../../messages/fluent.ts'
import {
  askEditor,
  dismissQuestion,
  editorChanged,
  editorList,
  editorTold,
  noEditor,
  noSuchEditor,
  personName,
} from '../../messages/roles.ts'
import { localDay } from '../../readers/due-times.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { registerCommandsOf } from '../profile.ts'
import { send, show } from '../show.ts'
import { readChatId } from './why.ts'

/** Somebody who is meant, or why nobody is. */
type Meant = { readonly userId: number; readonly name: string | null } | 'hidden' | 'not-a-person'

/** `/editors`: the list. With an id behind it, or in reply to a forwarded message or a contact: an appointment. */
export async function editors(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const repliedTo = ctx.message?.reply_to_message
  if (argument === '' && repliedTo === undefined) return showEditors(ctx, can)
  await appoint(ctx, can, argument === '' ? personIn(repliedTo) : personNamed(argument))
}

/** `editor:<act>[:<id>]`. */
export async function editorPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const id = numberAt(args, 1) ?? 0
  switch (args[0]) {
    case 'appoint':
      await can.conversation.ask(ctx.visit, { waitsFor: 'editor' })
      return send(ctx, askEditor(ctx.visit.wording))
    case 'dismiss':
      return askToDismiss(ctx, can, id)
    case 'gone':
      return dismiss(ctx, can, id)
    default:
      return showEditors(ctx, can)
  }
}

/** The answer to "who?": an id, a contact card, or a message forwarded from the person. */
export async function editorNamed(ctx: BotContext, can: Capabilities, text: string): Promise<void> {
  const inMessage = personIn(ctx.message)
  await appoint(ctx, can, inMessage === 'not-a-person' ? personNamed(text) : inMessage)
}

async function appoint(ctx: BotContext, can: Capabilities, meant: Meant): Promise<void> {
  const { wording, userId: ownerId } = ctx.visit
  if (meant === 'hidden' || meant === 'not-a-person') return send(ctx, noEditor(wording, meant))
  await can.conversation.endDialog(ctx.visit)
  if (can.ownerIds.includes(meant.userId)) return send(ctx, noEditor(wording, 'is-owner'))
  const isNew = await can.editors.appoint(meant, ownerId)
  if (isNew) await tell(ctx, can, meant.userId, 'welcome')
  await send(ctx, editorChanged(wording, isNew ? 'appointed' : 'already', meant.userId, meant.name))
}

async function askToDismiss(ctx: BotContext, can: Capabilities, userId: number): Promise<void> {
  const { wording } = ctx.visit
  const editor = await editorOf(can, userId)
  if (editor === null) return show(ctx, noSuchEditor(wording, userId))
  await show(
    ctx,
    dismissQuestion(wording, userId, editor.name),
    keyboard(wording.language, [
      [
        { label: wording.text('button-dismiss-yes'), does: press('editor', 'gone', userId) },
        { label: wording.text('button-cancel'), does: press('editor', 'list') },
      ],
    ]),
  )
}

async function dismiss(ctx: BotContext, can: Capabilities, userId: number): Promise<void> {
  const { wording, userId: ownerId } = ctx.visit
  const editor = await editorOf(can, userId)
  if (editor === null || !(await can.editors.dismiss(userId, ownerId)))
    return show(ctx, noSuchEditor(wording, userId))
  await tell(ctx, can, userId, 'farewell')
  await show(ctx, editorChanged(wording, 'dismissed', userId, editor.name))
}

async function showEditors(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording, reader } = ctx.visit
  const zone = reader.subscription?.zone ?? can.defaultZone
  const all = await can.editors.list()
  await show(
    ctx,
    editorList(
      wording,
      all.map(({ userId, name, appointedAt }) => ({ userId, name, since: localDay(appointedAt, zone) })),
    ),
    keyboard(wording.language, [
      ...all.slice(0, MOST_BUTTONS).map(({ userId, name }) => [
        {
          label: wording.text('button-dismiss', { name: personName(wording, userId, name) }),
          does: press('editor', 'dismiss', userId),
        },
      ]),
      [{ label: wording.text('button-appoint'), does: press('editor', 'appoint') }],
    ]),
  )
}

/** A keyboard holds a hundred; nobody scrolls that far. */
const MOST_BUTTONS = 40

async function editorOf(can: Capabilities, userId: number): Promise<Editor | null> {
  return (await can.editors.list()).find((editor) => editor.userId === userId) ?? null
}

/** They learn of it in their own language, with their own menu. Whoever never wrote to the bot cannot be told. */
async function tell(
  ctx: BotContext,
  can: Capabilities,
  userId: number,
  what: 'welcome' | 'farewell',
): Promise<void> {
  const reader = await can.readers.byAddress({ chatId: userId, threadId: null })
  const wording = createWording(reader?.language ?? ctx.visit.wording.language)
  try {
    await registerCommandsOf(ctx.api, userId, what === 'welcome' ? 'editor' : 'reader')
    await ctx.api.sendMessage(userId, editorTold(wording, what).markup, { parse_mode: 'HTML' })
  } catch (error) {
    if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 403)) throw error
  }
}

function personNamed(text: string): Meant {
  const userId = readChatId(text)
  return userId === null || userId < 0 ? 'not-a-person' : { userId, name: null }
}

function personIn(message: Message | undefined): Meant {
  const contact = message?.contact
  if (contact !== undefined) {
    if (contact.user_id === undefined) return 'hidden'
    return { userId: contact.user_id, name: fullName(contact) }
  }
  return message?.forward_origin === undefined ? 'not-a-person' : authorOf(message.forward_origin)
}

function authorOf(origin: MessageOrigin): Meant {
  if (origin.type === 'hidden_user') return 'hidden'
  if (origin.type !== 'user' || origin.sender_user.is_bot) return 'not-a-person'
  return { userId: origin.sender_user.id, name: fullName(origin.sender_user) }
}

function fullName(person: Pick<User, 'first_name' | 'last_name'>): string {
  return [person.first_name, person.last_name].filter((part) => part !== undefined).join(' ')
}
