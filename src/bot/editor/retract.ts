import type { Article } from '../../articles/article.ts'
import { articleUnknown, changeNotKept, noteNotUsable } from '../../messages/editing.ts'
import { cancelled } from '../../messages/reader.ts'
import { askReason, retractDone, retractedBefore, retractQuestion } from '../../messages/taking-back.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { articleNamed } from './article-named.ts'
import type { ChangeDialog } from './change-dialogs.ts'
import { noteIn } from './keep-change.ts'

/** `/retract 12 [reason]`: asks for the reason where it is missing, then whether it is meant. */
export async function retract(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const named = await articleNamed(ctx, can, 'retract', argument)
  if (named === null) return
  if (named.rest === '') return askForReason(ctx, can, named.article)
  await askWhetherMeant(ctx, can, named.article, named.rest)
}

/** `retract:<id>[:yes | :no]`. */
export async function retractPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording } = ctx.visit
  const id = numberAt(args, 0) ?? 0
  const article = await can.articles.byId(id)
  if (article === null) return show(ctx, articleUnknown(wording, id))
  if (args[1] === 'no') {
    await can.conversation.endDialog(ctx.visit)
    return show(ctx, cancelled(wording))
  }
  if (args[1] !== 'yes') return askForReason(ctx, can, article)
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor !== 'retract-choice' || dialog.articleId !== id) {
    return article.retraction === null
      ? show(ctx, changeNotKept(wording, 'overtaken'))
      : show(ctx, retractedBefore(wording, titled(ctx, article)))
  }
  await retractNow(ctx, can, article, dialog.reason)
}

/** The reason, typed. */
export async function reasonTyped(
  ctx: BotContext,
  can: Capabilities,
  dialog: Extract<ChangeDialog, { waitsFor: 'retract-reason' }>,
  text: string,
): Promise<void> {
  const article = await can.articles.byId(dialog.articleId)
  if (article === null) return send(ctx, articleUnknown(ctx.visit.wording, dialog.articleId))
  await askWhetherMeant(ctx, can, article, text)
}

async function askForReason(ctx: BotContext, can: Capabilities, article: Article): Promise<void> {
  const { wording } = ctx.visit
  if (article.retraction !== null) return send(ctx, retractedBefore(wording, titled(ctx, article)))
  await can.conversation.ask(ctx.visit, { waitsFor: 'retract-reason', articleId: article.id })
  await send(
    ctx,
    askReason(wording, article.title),
    keyboard(wording.language, [
      [{ label: wording.text('button-cancel'), does: press('retract', article.id, 'no') }],
    ]),
  )
}

async function askWhetherMeant(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
  typed: string,
): Promise<void> {
  const { wording } = ctx.visit
  const { id, title, retraction } = article
  if (retraction !== null) {
    await can.conversation.endDialog(ctx.visit)
    return send(ctx, retractedBefore(wording, titled(ctx, article)))
  }
  const reason = noteIn(typed)
  if (reason === null) return send(ctx, noteNotUsable(wording))
  // The button holds 64 bytes; a reason is longer.
  await can.conversation.ask(ctx.visit, { waitsFor: 'retract-choice', articleId: id, reason })
  const received = await can.changes.recipients(id)
  await send(
    ctx,
    retractQuestion(wording, { title, reason, received }),
    keyboard(wording.language, [
      [{ label: wording.text('button-retract-yes'), does: press('retract', id, 'yes') }],
      [{ label: wording.text('button-cancel'), does: press('retract', id, 'no') }],
    ]),
  )
}

async function retractNow(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
  reason: string,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const result = await can.changes.retract({ articleId: article.id, reason, editorId: userId })
  await can.conversation.endDialog(ctx.visit)
  switch (result.kind) {
    case 'retracted':
      can.wakeSender()
      return show(ctx, retractDone(wording, { ...titled(ctx, article), told: result.recipients }))
    case 'before':
      return show(ctx, retractedBefore(wording, titled(ctx, article)))
    case 'unknown':
      return show(ctx, articleUnknown(wording, article.id))
  }
}

function titled(ctx: BotContext, { id, title }: Article) {
  return { id, title, botUsername: ctx.me.username }
}
