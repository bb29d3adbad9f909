import { type Act, may } from '../editors/authority.ts'
import type { CommandKey } from '../messages/commands.ts'
import { notAllowed } from '../messages/reader.ts'
import type { Capabilities } from './capabilities.ts'
import { commandsFor, GROUP_USE, type GroupUse, groupCommands } from './command-list.ts'
import type { BotContext, Visit } from './context.ts'
import { alert, alertPressed } from './editor/alert.ts'
import { draftPressed } from './editor/draft-card.ts'
import { fieldTyped } from './editor/draft-field.ts'
import { drafts, draftsPressed } from './editor/drafts.ts'
import { edit, editPressed, isRestOfText, valueTyped } from './editor/edit.ts'
import { exportCommand, exportPressed } from './editor/export.ts'
import { feedPressed, feeds, feedTyped } from './editor/feeds.ts'
import { history, historyPressed } from './editor/history.ts'
import { takeIncoming } from './editor/incoming.ts'
import { noteTyped } from './editor/keep-change.ts'
import { add, pastePressed, takeReport, takeRest } from './editor/paste.ts'
import { isRest } from './editor/rest.ts'
import { reasonTyped, retract, retractPressed } from './editor/retract.ts'
import { stats } from './editor/stats.ts'
import { undo, undoPressed } from './editor/undo.ts'
import { audit, auditPressed } from './owner/audit.ts'
import { editorNamed, editorPressed, editors } from './owner/editors.ts'
import { runPressed, runs } from './owner/runs.ts'
import { why, whyPressed } from './owner/why.ts'
import { day, dayPressed } from './reader/day.ts'
import { digest } from './reader/digest.ts'
import { forget, forgetPressed } from './reader/forget.ts'
import { articlePressed, latest, latestPressed } from './reader/latest.ts'
import { newPressed } from './reader/new-reports.ts'
import { examplePressed, search, searchPressed, searchWithReasons } from './reader/search.ts'
import { settings } from './reader/settings/menu.ts'
import { placeSent } from './reader/settings/place.ts'
import { settingsPressed } from './reader/settings/pressed.ts'
import { settingsTyped } from './reader/settings/typed.ts'
import { help, privacy, start } from './reader/start.ts'
import { subscribe, subscribePressed } from './reader/subscribe.ts'
import { unsubscribe } from './reader/unsubscribe.ts'
import { send } from './show.ts'

interface Route<Argument> {
  /** What a person must be allowed to do; open to everybody where it is missing. */
  readonly needs?: Act
  /** Who may press it where several people see it; in private chats only where it is missing. */
  readonly group?: GroupUse
  handle(ctx: BotContext, can: Capabilities, argument: Argument): Promise<void>
}

const HANDLERS: Readonly<Record<CommandKey, Route<string>['handle']>> = {
  start,
  help,
  latest,
  search,
  digest,
  day,
  subscribe,
  unsubscribe,
  settings,
  privacy,
  forget,
  add,
  drafts,
  edit,
  retract,
  history,
  undo,
  alert,
  stats,
  export: exportCommand,
  feeds,
  runs,
  why,
  editors,
  audit,
}

/** Why a command or a button does nothing here: there is none for this person, or others may use it. */
export type Refusal = 'unknown' | 'administrators-only'

/** What decides about commands and buttons. */
type Standing = Pick<Visit, 'kind' | 'role' | 'mayChange'>

/** Where a command goes for this person at this place. */
export function commandRoute(name: string, visit: Standing): Route<string>['handle'] | Refusal {
  const known = visit.kind === 'private' ? commandsFor(visit.role) : groupCommands(true)
  const command = known.find((one) => one === name)
  if (command === undefined) return 'unknown'
  return mayUse(GROUP_USE[command], visit) ? HANDLERS[command] : 'administrators-only'
}

/** Where a press goes for this person at this place. */
export function pressRoute(action: string, visit: Standing): Route<readonly string[]>['handle'] | Refusal {
  const route = ACTIONS.get(action)
  if (route === undefined || (route.needs !== undefined && !may(visit.role, route.needs))) return 'unknown'
  if (visit.kind !== 'private' && route.group === undefined) return 'unknown'
  return mayUse(route.group, visit) ? route.handle : 'administrators-only'
}

function mayUse(use: GroupUse | undefined, { kind, mayChange }: Standing): boolean {
  return kind === 'private' || use === 'everybody' || mayChange
}

/** Where each button goes, by the action in its data. */
const ACTIONS: ReadonlyMap<string, Route<readonly string[]>> = new Map(
  Object.entries<Route<readonly string[]>>({
    latest: { group: 'everybody', handle: latestPressed },
    article: { group: 'everybody', handle: articlePressed },
    search: { group: 'everybody', handle: searchPressed },
    example: { group: 'everybody', handle: examplePressed },
    digest: { group: 'everybody', handle: digest },
    day: { group: 'everybody', handle: dayPressed },
    new: { group: 'everybody', handle: newPressed },
    help: { group: 'everybody', handle: help },
    subscribe: { group: 'administrators', handle: subscribePressed },
    unsubscribe: { group: 'administrators', handle: unsubscribe },
    settings: { group: 'administrators', handle: settingsPressed },
    forget: { group: 'administrators', handle: forgetPressed },
    paste: { needs: 'open-draft', handle: pastePressed },
    draft: { needs: 'revise-draft', handle: draftPressed },
    drafts: { needs: 'open-draft', handle: draftsPressed },
    edit: { needs: 'edit-article', handle: editPressed },
    retract: { needs: 'retract', handle: retractPressed },
    history: { needs: 'edit-article', handle: historyPressed },
    undo: { needs: 'undo', handle: undoPressed },
    alert: { needs: 'send-alert', handle: alertPressed },
    export: { needs: 'export', handle: exportPressed },
    feed: { needs: 'manage-feeds', handle: feedPressed },
    run: { needs: 'govern-deliveries', handle: runPressed },
    why: { needs: 'govern-deliveries', handle: whyPressed },
    editor: { needs: 'appoint', handle: editorPressed },
    audit: { needs: 'read-audit', handle: auditPressed },
  }),
)

/** `/search? words`: a question mark is no part of a command's name. */
const SEARCH_WITH_REASONS = /^\/search(?:@\w+)?[?؟]([\s\S]*)$/i

/** A text that is no command: the answer to an open question, else, where the bot is alone with a person, a search. */
export async function answerText(ctx: BotContext, can: Capabilities, text: string): Promise<void> {
  const { kind, role } = ctx.visit
  if (ctx.message?.location !== undefined && kind === 'private') return placeSent(ctx, can)
  if (kind === 'private' && may(role, 'open-draft') && (await takeIncoming(ctx, can))) return
  const [, words] = SEARCH_WITH_REASONS.exec(text.trim()) ?? []
  if (words !== undefined && kind === 'private') {
    await can.conversation.endDialog(ctx.visit)
    return searchWithReasons(ctx, can, words)
  }
  const dialog = await can.conversation.dialog(ctx.visit)
  switch (dialog?.waitsFor) {
    case 'subscription':
    case 'time':
    case 'zone':
    case 'quiet':
      return settingsTyped(ctx, can, dialog, text)
    case 'report':
      // A role may have been taken away since the question was asked.
      if (may(role, 'open-draft')) return takeReport(ctx, can, text)
      break
    case 'rest':
      if (may(role, 'open-draft') && isRest(ctx, dialog)) return takeRest(ctx, can, dialog, text)
      await can.conversation.endDialog(ctx.visit)
      break
    case 'feed':
      if (may(role, 'manage-feeds')) return feedTyped(ctx, can, text)
      break
    case 'editor':
      if (may(role, 'appoint')) return editorNamed(ctx, can, text)
      break
    case 'article-value':
      if (may(role, 'edit-article')) return valueTyped(ctx, can, dialog, text)
      break
    case 'article-choice':
      if (may(role, 'edit-article') && isRestOfText(ctx, dialog)) return valueTyped(ctx, can, dialog, text)
      break
    case 'article-note':
      if (may(role, 'edit-article')) return noteTyped(ctx, can, dialog, text)
      break
    case 'retract-reason':
      if (may(role, 'retract')) return reasonTyped(ctx, can, dialog, text)
      break
    case 'title':
    case 'date':
    case 'publisher':
      if (may(role, 'revise-draft')) return fieldTyped(ctx, can, dialog, text)
      break
  }
  if (kind === 'private') await search(ctx, can, text)
}

/** The one answer to commands that do not exist for this person, whoever they exist for. */
export async function notKnown(ctx: BotContext): Promise<void> {
  await send(ctx, notAllowed(ctx.visit.wording))
}
