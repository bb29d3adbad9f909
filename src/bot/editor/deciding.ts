import type { Article } from '../../articles/article.ts'
import type { Draft } from '../../articles/draft.ts'
import type { StoredDraft } from '../../articles/draft-store.ts'
import { missingFields } from '../../articles/intake.ts'
import { MujazError } from '../../errors.ts'
import { readLink } from '../../messages/card.ts'
import { type DeciderView, discardedBy, notPublishable, publishedBy, revised } from '../../messages/desk.ts'
import { alreadyThere, discarded, draftSettled, published } from '../../messages/editor.ts'
import { keyboard, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { askFor } from './draft-field.ts'

/**
 * Publishes a draft, once.
 * @param revises the id of the article whose next revision it becomes; null for an article of its own
 */
export async function publishDraft(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  revises: number | null,
): Promise<void> {
  const { wording, userId } = ctx.visit
  const { id, draft } = stored
  const [missing] = missingFields(draft)
  if (missing !== undefined) return askFor(ctx, can, stored, missing === 'publisher' ? 'publisher' : 'title')
  const former = revises === null ? null : await can.articles.byId(revises)
  if (revises !== null && former === null) return send(ctx, notPublishable(wording, 'overtaken'))
  const prepared = preparedOrNot(can, draft, former)
  if (prepared instanceof MujazError) {
    const tooLong = prepared.message.startsWith('The body has more than')
    return send(ctx, notPublishable(wording, tooLong ? 'too-long' : 'unusable'))
  }
  const target = former === null ? null : { articleId: former.id, seen: former.revision }
  const outcome = await can.drafts.publish(id, prepared, userId, target)
  switch (outcome.kind) {
    case 'settled':
      return showSettled(ctx, can, outcome.draft)
    case 'overtaken':
      return send(ctx, notPublishable(wording, 'overtaken'))
    case 'unknown':
      return noSuchDraft(ctx)
    case 'published':
      return showOutcome(ctx, can, outcome, former !== null)
  }
}

async function showOutcome(
  ctx: BotContext,
  can: Capabilities,
  { articleId, added }: { articleId: number; added: boolean },
  isRevision: boolean,
): Promise<void> {
  const { wording } = ctx.visit
  const article = await can.articles.byId(articleId)
  if (article === null) return show(ctx, draftSettled(wording))
  const facts = { title: article.title, link: readLink(ctx.me.username, articleId) }
  const told = !added ? alreadyThere : isRevision ? revised : published
  await show(ctx, told(wording, facts), readButton(ctx, articleId))
}

/** Gives a draft up. */
export async function discardDraft(ctx: BotContext, can: Capabilities, stored: StoredDraft): Promise<void> {
  const { wording, userId } = ctx.visit
  if (await can.drafts.discard(stored.id, userId)) return show(ctx, discarded(wording))
  const now = await can.drafts.byId(stored.id)
  if (now === null) return show(ctx, draftSettled(wording))
  await showSettled(ctx, can, now)
}

/** Tells what became of a draft that is settled already; whoever did it themselves is told what they were told then. */
export async function showSettled(ctx: BotContext, can: Capabilities, stored: StoredDraft): Promise<void> {
  const { wording, userId } = ctx.visit
  const { state, articleId, settledBy } = stored
  if (settledBy === null) return show(ctx, draftSettled(wording))
  const article = articleId === null ? null : await can.articles.byId(articleId)
  const by = await deciderOf(can, settledBy)
  if (state === 'discarded') {
    return show(ctx, settledBy === userId ? discarded(wording) : discardedBy(wording, { by }))
  }
  if (article === null) return show(ctx, draftSettled(wording))
  const facts = { title: article.title, link: readLink(ctx.me.username, article.id) }
  const own = stored.revises === null ? published : revised
  const message = settledBy === userId ? own(wording, facts) : publishedBy(wording, { article: facts, by })
  await show(ctx, message, readButton(ctx, article.id))
}

/** The one answer to a button of a draft that there is none of, or that may not be pressed. */
export function noSuchDraft(ctx: BotContext): Promise<void> {
  return show(ctx, draftSettled(ctx.visit.wording))
}

function preparedOrNot(can: Capabilities, draft: Draft, former: Article | null) {
  try {
    return can.intake.prepareDraft(draft, former ?? undefined)
  } catch (error) {
    if (error instanceof MujazError && error.code === 'draft_invalid') return error
    throw error
  }
}

async function deciderOf(can: Capabilities, userId: number): Promise<DeciderView> {
  const editor = (await can.editors.list()).find((one) => one.userId === userId)
  return { isOwner: can.ownerIds.includes(userId), userId, name: editor?.name ?? null }
}

function readButton(ctx: BotContext, articleId: number) {
  const { wording } = ctx.visit
  return keyboard(wording.language, [
    [{ label: wording.text('link-read'), does: press('article', articleId, 1) }],
  ])
}
