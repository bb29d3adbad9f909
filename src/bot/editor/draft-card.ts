import { words } from '../../arabic/words.ts'
import { leadText } from '../../articles/article.ts'
import type { Draft } from '../../articles/draft.ts'
import type { StoredDraft } from '../../articles/draft-store.ts'
import { missingFields, reportOf } from '../../articles/intake.ts'
import { pickLead } from '../../articles/lead.ts'
import { readLink } from '../../messages/card.ts'
import {
  alreadyThere,
  askDate,
  askPublisher,
  askTitle,
  cutPages,
  discarded,
  draftCard,
  draftSettled,
  published,
} from '../../messages/editor.ts'
import { relevanceOf } from '../../story/relevance.ts'
import { keyboard, numberAt, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { answerPress, post, send, show } from '../show.ts'

/** Shows what was understood of a paste and what an editor can do with it; gives the id of the message. */
export async function showDraft(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  place: { position: number; count: number } = { position: 1, count: 1 },
): Promise<number> {
  const { wording } = ctx.visit
  const { id, draft } = stored
  const { belongs, found } = belonging(can, draft)
  const message = draftCard(wording, {
    draft: {
      ...draft,
      lead: leadText({ body: draft.body, lead: leadOf(draft) }),
      wordCount: words(draft.body).length,
    },
    cuts: draft.cuts,
    ...place,
    inStory: belongs,
    decidingWords: [...found],
    missing: missingOf(draft),
  })
  const button = (key: Parameters<typeof wording.text>[0] & `button-${string}`, act: string) => ({
    label: wording.text(key as 'button-publish'),
    does: press('draft', id, act),
  })
  return post(
    ctx,
    message,
    keyboard(wording.language, [
      [button('button-publish', 'publish'), button('button-discard', 'discard')],
      [
        button('button-set-title', 'title'),
        button('button-set-date', 'date'),
        button('button-set-publisher', 'publisher'),
      ],
      draft.cuts.length > 0 ? [button('button-show-cuts', 'cuts')] : [],
    ]),
  )
}

/** `draft:<id>:<act>`. */
export async function draftPressed(
  ctx: BotContext,
  can: Capabilities,
  args: readonly string[],
): Promise<void> {
  const { wording } = ctx.visit
  const stored = await can.drafts.byId(numberAt(args, 0) ?? 0)
  if (stored === null || stored.state !== 'open') return show(ctx, draftSettled(wording))
  switch (args[1]) {
    case 'publish':
      return publish(ctx, can, stored)
    case 'discard':
      return discard(ctx, can, stored)
    case 'title':
    case 'date':
    case 'publisher':
      return askFor(ctx, can, stored, args[1])
    case 'cuts':
      for (const page of cutPages(wording, { cuts: stored.draft.cuts })) await send(ctx, page)
      return
    default:
      return show(ctx, draftSettled(wording))
  }
}

async function publish(ctx: BotContext, can: Capabilities, stored: StoredDraft): Promise<void> {
  const { wording, userId } = ctx.visit
  const [missing] = missingFields(stored.draft)
  if (missing !== undefined) return askFor(ctx, can, stored, missing === 'publisher' ? 'publisher' : 'title')
  const [result] = await can.intake.add([reportOf(stored.draft)])
  if (result === undefined) return
  const { article, added } = result
  const settled = await can.drafts.settle(stored.id, { state: 'published', articleId: article.id }, userId)
  if (!settled) return show(ctx, draftSettled(wording))
  const facts = { title: article.title, link: readLink(ctx.me.username, article.id) }
  await show(
    ctx,
    added ? published(wording, facts) : alreadyThere(wording, facts),
    keyboard(wording.language, [
      [{ label: wording.text('link-read'), does: press('article', article.id, 1) }],
    ]),
  )
}

async function discard(ctx: BotContext, can: Capabilities, stored: StoredDraft): Promise<void> {
  const { wording, userId } = ctx.visit
  const settled = await can.drafts.settle(stored.id, { state: 'discarded' }, userId)
  await show(ctx, settled ? discarded(wording) : draftSettled(wording))
}

const QUESTIONS = { title: askTitle, date: askDate, publisher: askPublisher } as const

/** Asks for one field; the answer is the chat's next message. */
async function askFor(
  ctx: BotContext,
  can: Capabilities,
  stored: StoredDraft,
  field: keyof typeof QUESTIONS,
): Promise<void> {
  await can.conversation.ask(ctx.visit, { waitsFor: field, draftId: stored.id })
  await answerPress(ctx)
  await send(ctx, QUESTIONS[field](ctx.visit.wording))
}

function belonging(can: Capabilities, draft: Draft) {
  if (can.story === null) return { belongs: true, found: [] }
  return relevanceOf(`${draft.title ?? ''}\n${draft.body}`, can.story.relevance)
}

function leadOf(draft: Draft) {
  return pickLead({ title: draft.title ?? '', body: draft.body, headings: draft.headings }).spans
}

function missingOf(draft: Draft): ('title' | 'publisher' | 'date')[] {
  const fields = missingFields(draft).filter((field) => field !== 'body')
  return draft.publishedAt === null ? [...fields, 'date'] : fields
}
