import type { InlineKeyboardMarkup } from 'grammy/types'
import type { UndoableAct } from '../../articles/undo-store.ts'
import { notUndone, undoDone, undoLabel, undoList } from '../../messages/taking-back.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { peopleNames } from './article-named.ts'

/** As many acts are offered. */
const LISTED = 10

/** `/undo`: the last ten acts that can be undone, each with its button. */
export async function undo(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording, reader } = ctx.visit
  const acts = await can.undo.recent(LISTED)
  const nameOf = await peopleNames(ctx, can)
  await show(
    ctx,
    undoList(wording, {
      acts: acts.map((act) => ({ ...act, editor: nameOf(act.actorId), articleId: articleIn(act) })),
      zone: reader.subscription?.zone ?? can.defaultZone,
      botUsername: ctx.me.username,
    }),
    keyboard(
      wording.language,
      acts
        .filter((act) => !act.undone)
        .map((act) => [{ label: undoLabel(wording, act), does: press('undo', act.id) }]),
    ),
  )
}

/** `undo:<act>`; pressed twice, or by two editors at once, it happens once. */
export async function undoPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording, userId } = ctx.visit
  const result = await can.undo.undo(numberAt(args, 0) ?? 0, userId)
  switch (result.kind) {
    case 'unknown':
      return undo(ctx, can)
    case 'before':
    case 'overtaken':
      return send(ctx, notUndone(wording, result.kind))
    case 'undone':
      if (result.articleId !== null) await can.search.relearn(result.articleId)
      can.wakeSender()
      await undo(ctx, can)
      return send(ctx, undoDone(wording, result.act), draftsButton(ctx, result.act))
  }
}

/** Where a draft is open again, the way to it. */
function draftsButton(
  { visit: { wording } }: BotContext,
  { act }: UndoableAct,
): InlineKeyboardMarkup | undefined {
  if (act !== 'publish' && act !== 'discard') return undefined
  return keyboard(wording.language, [[{ label: wording.text('command-drafts'), does: press('drafts', 0) }]])
}

function articleIn({ subject }: UndoableAct): number | null {
  const [, id] = /^article:(\d+)$/.exec(subject) ?? []
  return id === undefined ? null : Number(id)
}
