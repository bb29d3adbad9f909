import { type Act, may, type Role } from '../editors/authority.ts'
import type { CommandKey } from '../messages/commands.ts'
import { notAllowed } from '../messages/reader.ts'
import type { Capabilities } from './capabilities.ts'
import { commandsFor } from './command-list.ts'
import type { BotContext } from './context.ts'
import { draftPressed } from './editor/draft-card.ts'
import { fieldTyped } from './editor/draft-field.ts'
import { add, isRest, pastePressed, takeReport, takeRest } from './editor/paste.ts'
import { digest } from './reader/digest.ts'
import { forget, forgetPressed } from './reader/forget.ts'
import { articlePressed, latest, latestPressed } from './reader/latest.ts'
import { examplePressed, search, searchPressed, searchWithReasons } from './reader/search.ts'
import { settings, settingsPressed, settingsTyped } from './reader/settings.ts'
import { help, privacy, start } from './reader/start.ts'
import { subscribe, subscribePressed, unsubscribe } from './reader/subscribe.ts'
import { send } from './show.ts'

interface Route<Argument> {
  /** What a person must be allowed to do; open to everybody where it is missing. */
  readonly needs?: Act
  handle(ctx: BotContext, can: Capabilities, argument: Argument): Promise<void>
}

const HANDLERS: Readonly<Record<CommandKey, Route<string>['handle']>> = {
  start,
  help,
  latest,
  search,
  digest,
  subscribe,
  unsubscribe,
  settings,
  privacy,
  forget,
  add,
}

/** Where a command goes for this person; null when there is no such command for them. */
export function commandRoute(name: string, role: Role): Route<string>['handle'] | null {
  const command = commandsFor(role).find((known) => known === name)
  return command === undefined ? null : HANDLERS[command]
}

/** Where a press goes for this person; null when there is no such button for them. */
export function pressRoute(action: string, role: Role): Route<readonly string[]>['handle'] | null {
  const route = ACTIONS.get(action)
  return route === undefined || (route.needs !== undefined && !may(role, route.needs)) ? null : route.handle
}

/** Where each button goes, by the action in its data. */
const ACTIONS: ReadonlyMap<string, Route<readonly string[]>> = new Map(
  Object.entries<Route<readonly string[]>>({
    latest: { handle: latestPressed },
    article: { handle: articlePressed },
    search: { handle: searchPressed },
    example: { handle: examplePressed },
    digest: { handle: digest },
    help: { handle: help },
    subscribe: { handle: subscribePressed },
    unsubscribe: { handle: unsubscribe },
    settings: { handle: settingsPressed },
    forget: { handle: forgetPressed },
    paste: { needs: 'open-draft', handle: pastePressed },
    draft: { needs: 'revise-draft', handle: draftPressed },
  }),
)

/** `/search? words`: a question mark is no part of a command's name. */
const SEARCH_WITH_REASONS = /^\/search(?:@\w+)?[?؟]([\s\S]*)$/i

/** A text that is no command: the answer to an open question, else a search. */
export async function answerText(ctx: BotContext, can: Capabilities, text: string): Promise<void> {
  const { chatId, role } = ctx.visit
  const [, words] = SEARCH_WITH_REASONS.exec(text.trim()) ?? []
  if (words !== undefined) {
    await can.conversation.endDialog(chatId)
    return searchWithReasons(ctx, can, words)
  }
  const dialog = await can.conversation.dialog(chatId)
  switch (dialog?.waitsFor) {
    case 'time':
    case 'zone':
      return settingsTyped(ctx, can, dialog.waitsFor, text)
    case 'report':
      // A role may have been taken away since the question was asked.
      if (may(role, 'open-draft')) return takeReport(ctx, can, text)
      break
    case 'rest':
      if (may(role, 'open-draft') && isRest(ctx, dialog)) return takeRest(ctx, can, dialog, text)
      await can.conversation.endDialog(chatId)
      break
    case 'title':
    case 'date':
    case 'publisher':
      if (may(role, 'revise-draft')) return fieldTyped(ctx, can, dialog, text)
      break
  }
  await search(ctx, can, text)
}

/** The one answer to commands that do not exist for this person, whoever they exist for. */
export async function notKnown(ctx: BotContext): Promise<void> {
  await send(ctx, notAllowed(ctx.visit.wording))
}
