import type { InlineKeyboardMarkup } from 'grammy/types'
import { govern, type RunAct } from '../../deliveries/govern.ts'
import { type Run, waitingOf } from '../../deliveries/runs.ts'
import { DIRECT_RUN } from '../../digests/edition-store.ts'
import { cancelQuestion, runCard, runKept, runList, runNotKnown } from '../../messages/owner.ts'
import { numberAt } from '../button.ts'
import type { Capabilities } from '../capabilities.ts'
import type { BotContext } from '../context.ts'
import { send, show } from '../show.ts'
import { cancelButtons, listButtons, runButtons } from './run-buttons.ts'
import { progressOf, runView } from './run-progress.ts'

/** As many runs as one looks at without scrolling far. */
const LISTED = 6

/** `/runs`: what is on its way, then what ended last. */
export async function runs(ctx: BotContext, can: Capabilities): Promise<void> {
  const { wording } = ctx.visit
  const open = await can.runs.open()
  const ended = (await can.runs.recent(LISTED)).filter(({ id }) => !open.some((run) => run.id === id))
  const listed = [...open, ...ended].slice(0, LISTED)
  const message = runList(
    wording,
    listed.map((run) => viewNow(run, can)),
  )
  await show(ctx, message, orNothing(listButtons(wording, listed)))
}

/** `run:<act>:<id>[:list]`; whoever presses twice sees what the first press has done. */
export async function runPressed(ctx: BotContext, can: Capabilities, args: readonly string[]): Promise<void> {
  const { wording } = ctx.visit
  const id = numberAt(args, 1) ?? 0
  const run = id === DIRECT_RUN ? null : await can.runs.byId(id)
  if (run === null) return show(ctx, runNotKnown(wording))
  switch (args[0]) {
    case 'pause':
    case 'resume':
      await act(ctx, can, args[0], id)
      return args[2] === 'list' ? runs(ctx, can) : showRun(ctx, can, id)
    case 'cancel':
      return askToCancel(ctx, can, run)
    case 'drop':
      await act(ctx, can, 'cancel', id)
      return showRun(ctx, can, id)
    case 'keep':
      return show(ctx, runKept(wording, id))
    default:
      return showRun(ctx, can, id)
  }
}

async function act(ctx: BotContext, can: Capabilities, what: RunAct, id: number): Promise<void> {
  const by = { owner: ctx.visit.userId }
  const changed = await govern(can.runs, { act: what, id, by, now: can.clock.now() })
  if (!changed) return
  can.log.info('run governed', { run: id, act: what })
  if (what === 'resume') can.wakeSender()
}

/** In a message of its own: the one that was pressed may be the report, which is edited every few seconds. */
async function askToCancel(ctx: BotContext, can: Capabilities, run: Run): Promise<void> {
  const { wording } = ctx.visit
  if (run.state === 'done' || run.state === 'cancelled') return showRun(ctx, can, run.id)
  const question = cancelQuestion(wording, { id: run.id, waiting: waitingOf(run) })
  await send(ctx, question, cancelButtons(wording, run))
}

async function showRun(ctx: BotContext, can: Capabilities, id: number): Promise<void> {
  const { wording } = ctx.visit
  const run = await can.runs.byId(id)
  if (run === null) return show(ctx, runNotKnown(wording))
  await show(ctx, runCard(wording, viewNow(run, can)), orNothing(runButtons(wording, run)))
}

function viewNow(run: Run, { clock }: Capabilities) {
  return runView(progressOf(null, { run, at: clock.now() }))
}

function orNothing(buttons: InlineKeyboardMarkup | null): InlineKeyboardMarkup | undefined {
  return buttons ?? undefined
}
