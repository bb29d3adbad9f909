import type { Article, Report } from '../../articles/article.ts'
import { changedFields } from '../../articles/changed-fields.ts'
import {
  articleUnknown,
  askField,
  changeNotKept,
  changeQuestion,
  EDITABLE,
  type EditableField,
  editCard,
  fromDifference,
} from '../../messages/editing.ts'
import { dateNotUnderstood, publisherNotUsable, titleNotUsable } from '../../messages/editor.ts'
import type { Html } from '../../messages/html.ts'
import { localDay } from '../../readers/due-times.ts'
import { type Button, keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import type { PastedPart } from '../conversation.ts'
import { rowsOf } from '../reader/settings/rows.ts'
import { send, show } from '../show.ts'
import { articleNamed } from './article-named.ts'
import type { ChangeDialog } from './change-dialogs.ts'
import { type NoValue, REMOVABLE, withoutValue, withValue } from './field-value.ts'
import { askForNote, keepChange, keepWithStandardNote } from './keep-change.ts'
import { joinParts } from './paste.ts'
import { followsAtOnce } from './rest.ts'

/** `/edit 12`: everything that can be changed about a published report. */
export async function edit(ctx: BotContext, can: Capabilities, argument: string): Promise<void> {
  const named = await articleNamed(ctx, can, 'edit', argument)
  if (named !== null) await showEditCard(ctx, named.article)
}

/** `edit:<id>[:<field> | :remove:<field> | :keep | :note | :standard]`. */
export async function editPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording } = ctx.visit
  const id = numberAt(args, 0) ?? 0
  const article = await can.articles.byId(id)
  if (article === null) return show(ctx, articleUnknown(wording, id))
  const field = EDITABLE.find((one) => one === args[1])
  if (field !== undefined) return askForValue(ctx, can, article, field)
  switch (args[1]) {
    case 'remove': {
      const removed = REMOVABLE.find((one) => one === args[2])
      if (removed === undefined) return showEditCard(ctx, article)
      return askWhetherCorrection(ctx, can, article, removed, withoutValue(article, removed), [])
    }
    case 'keep':
      return keepChange(ctx, can, article, null)
    case 'note':
      return askForNote(ctx, can, article)
    case 'standard':
      return keepWithStandardNote(ctx, can, article)
    default:
      // Whoever comes back to the card wants to type nothing.
      await can.conversation.endDialog(ctx.visit)
      return showEditCard(ctx, article)
  }
}

/** A new value, or one more message of a long text. */
export async function valueTyped(
  ctx: BotContext,
  can: Capabilities,
  dialog: Extract<ChangeDialog, { waitsFor: 'article-value' | 'article-choice' }>,
  text: string,
): Promise<void> {
  const { wording, reader } = ctx.visit
  const { articleId, field, revision } = dialog
  const article = await can.articles.byId(articleId)
  if (article === null || article.revision !== revision) {
    await can.conversation.endDialog(ctx.visit)
    return send(ctx, changeNotKept(wording, 'overtaken'))
  }
  const messageId = ctx.message?.message_id ?? 0
  const before = dialog.waitsFor === 'article-choice' ? dialog.parts : []
  // Handled before, and interrupted.
  const known = before.some((part) => part.messageId === messageId)
  const parts = known ? before : [...before, { messageId, text }]
  const today = localDay(can.clock.now(), reader.subscription?.zone ?? can.defaultZone)
  const typed = joinParts(parts.map((part) => part.text))
  const report = withValue(reportOf(article), field, typed, today)
  if (typeof report === 'string') return send(ctx, noValue(ctx, report, text))
  await askWhetherCorrection(ctx, can, article, field, report, parts)
}

/** Whether a message is the rest of a text that a client has cut, and not something new. */
export function isRestOfText(
  ctx: BotContext,
  dialog: Extract<ChangeDialog, { waitsFor: 'article-choice' }>,
): boolean {
  return dialog.field === 'text' && dialog.parts.length > 0 && followsAtOnce(ctx, dialog)
}

async function showEditCard(ctx: BotContext, article: Article): Promise<void> {
  const { wording } = ctx.visit
  if (article.retraction !== null) return show(ctx, changeNotKept(wording, 'retracted'))
  const buttons: Button[] = EDITABLE.map((field) => ({
    label: wording.text(`button-field-${field}`),
    does: press('edit', article.id, field),
  }))
  await show(ctx, editCard(wording, article), keyboard(wording.language, rowsOf(buttons, 2)))
}

async function askForValue(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
  field: EditableField,
): Promise<void> {
  const { wording } = ctx.visit
  const { id, revision, retraction } = article
  if (retraction !== null) return show(ctx, changeNotKept(wording, 'retracted'))
  await can.conversation.ask(ctx.visit, { waitsFor: 'article-value', articleId: id, revision, field })
  const removable = REMOVABLE.find((one) => one === field)
  const holds = removable !== undefined && withoutValue(article, removable)
  const differs = holds !== false && changedFields(article, holds).length > 0
  await send(
    ctx,
    askField(wording, field),
    keyboard(wording.language, [
      [
        ...(differs
          ? [{ label: wording.text('button-remove-field'), does: press('edit', id, 'remove', field) }]
          : []),
        { label: wording.text('button-cancel'), does: press('edit', id) },
      ],
    ]),
  )
}

/** The change is kept in the dialog until a button says what it is. */
async function askWhetherCorrection(
  ctx: BotContext,
  can: Capabilities,
  article: Article,
  field: EditableField,
  report: Report,
  parts: readonly PastedPart[],
): Promise<void> {
  const { wording } = ctx.visit
  const { id: articleId, revision } = article
  const change = changedFields(article, report).find((one) => one.field === field)
  if (change === undefined) {
    await can.conversation.endDialog(ctx.visit)
    return send(ctx, changeNotKept(wording, 'same'))
  }
  const sentAt = ctx.message?.date ?? 0
  await can.conversation.ask(ctx.visit, {
    waitsFor: 'article-choice',
    articleId,
    revision,
    field,
    report: reportOf(report),
    parts: field === 'text' ? parts : [],
    sentAt,
  })
  const [before, after] =
    field === 'text' ? fromDifference(change.before ?? '', change.after ?? '') : [change.before, change.after]
  const received = await can.changes.recipients(articleId)
  await send(
    ctx,
    changeQuestion(wording, { field, before, after, received }),
    keyboard(wording.language, [
      [{ label: wording.text('button-keep-quietly'), does: press('edit', articleId, 'keep') }],
      [{ label: wording.text('button-keep-correction'), does: press('edit', articleId, 'note') }],
      [{ label: wording.text('button-cancel'), does: press('edit', articleId) }],
    ]),
  )
}

/** The report alone, without what the store keeps beside it. */
function reportOf(report: Report): Report {
  const { title, body, headings, publisher, agency, author, url, language } = report
  const { publishedAt, eventOn, topics, publisherSummary, note } = report
  const names = { publisher, agency, author, url, language }
  return { title, body, headings, ...names, publishedAt, eventOn, topics, publisherSummary, note }
}

function noValue({ visit: { wording } }: BotContext, why: NoValue, given: string): Html {
  if (why === 'title') return titleNotUsable(wording)
  if (why === 'name') return publisherNotUsable(wording)
  return why === 'date' ? dateNotUnderstood(wording, { given }) : changeNotKept(wording, why)
}
