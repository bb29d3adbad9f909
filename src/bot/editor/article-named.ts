import type { Article } from '../../articles/article.ts'
import { articleUnknown, askArticle } from '../../messages/editing.ts'
import { personName } from '../../messages/roles.ts'
import { type Button, press } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send } from '../show.ts'

/** A number, as it stands in a link too; the rest of the line is what else was said. */
const NAMED = /^(?:https?:\/\/t\.me\/\w+\?start=)?a?(\d{1,15})(?:\s+([\s\S]*))?$/

/** The report that a command names, with the words behind it. Where it names none, says so and gives null. */
export async function articleNamed(
  ctx: BotContext,
  can: Capabilities,
  command: Parameters<typeof askArticle>[1],
  argument: string,
): Promise<{ article: Article; rest: string } | null> {
  const { wording } = ctx.visit
  const [, digits, rest = ''] = NAMED.exec(argument.trim()) ?? []
  if (digits === undefined) {
    await send(ctx, askArticle(wording, command))
    return null
  }
  const article = await can.articles.byId(Number(digits))
  if (article === null) {
    await send(ctx, articleUnknown(wording, Number(digits)))
    return null
  }
  return { article, rest: rest.trim() }
}

/** What an editor can do with a report that is open. */
export function articleButtons(ctx: BotContext, { id, retraction }: Article): Button[] {
  const { wording } = ctx.visit
  const history: Button = { label: wording.text('button-history'), does: press('history', id) }
  if (retraction !== null) return [history]
  return [
    { label: wording.text('button-edit'), does: press('edit', id) },
    { label: wording.text('button-retract'), does: press('retract', id) },
    history,
    { label: wording.text('button-alert'), does: press('alert', id) },
  ]
}

/** How people are named who have done something; the id stands for who is no editor any more. */
export async function peopleNames(ctx: BotContext, can: Capabilities): Promise<(userId: number) => string> {
  const { wording } = ctx.visit
  const names = new Map((await can.editors.list()).map(({ userId, name }) => [userId, name]))
  return (userId) => {
    const name = names.get(userId) ?? null
    return name === null && can.ownerIds.includes(userId)
      ? wording.text('role-owner')
      : personName(wording, userId, name)
  }
}
