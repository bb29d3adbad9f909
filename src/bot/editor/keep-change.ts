import { stripDirection } from '../../arabic/direction.ts'
import type { Span } from '../../arabic/words.ts'
import type { Article, Report } from '../../articles/article.ts'
import type { PreparedReport } from '../../articles/article-store.ts'
import { prepareReport } from '../../articles/intake.ts'
import { MujazError } from '../../errors.ts'
import { NOTE_LIMIT } from '../../messages/changes.ts'
import {
  articleUnknown,
  askNote,
  changeDuplicates,
  changeKept,
  changeNotKept,
  noteNotUsable,
  standardNote,
} from '../../messages/editing.ts'
import { canonicalUrl } from '../../sources/canonical-url.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import type { ChangeDialog, TypedChange } from './change-dialogs.ts'

/** Stores the change that was typed; `correction` is what readers are told, null where they are told nothing. */
export async function keepChange(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
  correction: string | null,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const change = await changeTyped(ctx, can, article)
  if (change === null) return send(ctx, changeNotKept(wording, 'overtaken'))
  const prepared = prepare(change.report, article)
  if (prepared === null) return send(ctx, changeNotKept(wording, 'text'))
  const { articleId, revision: seen } = change
  const result = await can.changes.revise({ articleId, prepared, seen, editorId: userId, correction })
  await can.conversation.endDialog(ctx.visit)
  const botUsername = ctx.me.username
  switch (result.kind) {
    case 'revised': {
      await can.search.relearn(articleId)
      if (result.correctionId !== null) can.wakeSender()
      const { title, revision } = result.article
      const told = result.correctionId === null ? null : result.recipients
      const message = changeKept(wording, { id: articleId, title, botUsername, revision, told })
      return show(
        ctx,
        message,
        keyboard(wording.language, [
          [
            { label: wording.text('button-edit'), does: press('edit', articleId) },
            { label: wording.text('button-history'), does: press('history', articleId) },
          ],
        ]),
      )
    }
    case 'duplicate': {
      const other = await can.articles.byId(result.articleId)
      const named = { id: result.articleId, title: other?.title ?? '', botUsername }
      return show(ctx, changeDuplicates(wording, named))
    }
    case 'unknown':
      return show(ctx, articleUnknown(wording, articleId))
    default:
      return show(ctx, changeNotKept(wording, result.kind))
  }
}

/** Asks what readers are told, with a sentence that will do in most cases. */
export async function askForNote(ctx: BotContext, can: Capabilities, article: Article): Promise<void> {
  const { wording } = ctx.visit
  const change = await changeTyped(ctx, can, article)
  if (change === null) return send(ctx, changeNotKept(wording, 'overtaken'))
  const { articleId, revision, field, report } = change
  await can.conversation.ask(ctx.visit, { waitsFor: 'article-note', articleId, revision, field, report })
  const note = standardNote(wording, field)
  await send(
    ctx,
    askNote(wording),
    keyboard(wording.language, [
      [{ label: wording.text('button-note-standard', { note }), does: press('edit', articleId, 'standard') }],
      [{ label: wording.text('button-cancel'), does: press('edit', articleId) }],
    ]),
  )
}

/** The sentence on the button. */
export async function keepWithStandardNote(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
): Promise<void> {
  const change = await changeTyped(ctx, can, article)
  const note = change === null ? '' : stripDirection(standardNote(ctx.visit.wording, change.field))
  await keepChange(ctx, can, article, note)
}

/** What readers are told, typed. */
export async function noteTyped(
  ctx: BotContext,
  can: Capabilities,
  dialog: Extract<ChangeDialog, { waitsFor: 'article-note' }>,
  text: string,
): Promise<void> {
  const { wording } = ctx.visit
  const note = noteIn(text)
  if (note === null) return send(ctx, noteNotUsable(wording))
  const article = await can.articles.byId(dialog.articleId)
  if (article === null) return send(ctx, articleUnknown(wording, dialog.articleId))
  await keepChange(ctx, can, article, note)
}

/** A note or a reason on one line; null where it is empty or too long. */
export function noteIn(text: string): string | null {
  const note = stripDirection(text).replace(/\s+/g, ' ').trim()
  return note === '' || [...note].length > NOTE_LIMIT ? null : note
}

/** The change that waits in the dialog; null where it is none of this article any more. */
async function changeTyped(ctx: BotContext, can: Capabilities, { id }: Article): Promise<TypedChange | null> {
  const dialog = await can.conversation.dialog(ctx.visit)
  if (dialog?.waitsFor !== 'article-choice' && dialog?.waitsFor !== 'article-note') return null
  return dialog.articleId === id ? dialog : null
}

/** Null where the report breaks a rule. The lead stays where the text does: an editor may have chosen it. */
function prepare(report: Report, article: Article): PreparedReport | null {
  const lead: readonly Span[] | undefined = report.body === article.body ? article.lead : undefined
  try {
    return {
      ...prepareReport(report, lead),
      canonicalUrl: report.url === null ? null : canonicalUrl(report.url),
    }
  } catch (error) {
    if (error instanceof MujazError && error.code === 'draft_invalid') return null
    throw error
  }
}
