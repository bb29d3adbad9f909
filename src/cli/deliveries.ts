import { type App, openApp } from '../app.ts'
import { readWhy } from '../bot/owner/why-view.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { govern, RUN_ACTS, type RunAct } from '../deliveries/govern.ts'
import { type Run, waitingOf } from '../deliveries/runs.ts'
import { MujazError } from '../errors.ts'
import { createLog } from '../log.ts'
import { createWording } from '../messages/fluent.ts'
import { visibleText } from '../messages/html.ts'
import { whyPage } from '../messages/why.ts'
import type { Terminal } from './terminal.ts'

interface DeliveriesContext {
  readonly config: Config
  readonly clock: Clock
  readonly terminal: Terminal
}

/** So many of the newest runs are listed besides those that are open. */
const RECENT = 10
const CHAT_ID = /^-?[1-9]\d{0,15}$/
/** Isolates and direction marks are for readers of Arabic; a terminal shows them as boxes. */
const DIRECTION = /[\u{2066}-\u{2069}\u{200E}\u{200F}]/gu
const DONE: Readonly<Record<RunAct, string>> = { pause: 'paused', resume: 'resumed', cancel: 'cancelled' }

/**
 * `mujaz deliveries [list | pause | resume | cancel | why] [run id | all | chat id]`: looks at what is on its way
 * and governs it, beside the running bot and through the same store.
 * @returns 0, or 1 when a run or a chat of this id is not known, or could not be changed
 * @throws MujazError `usage` for words that are none of these
 */
export async function deliveries(
  act: string,
  which: string | undefined,
  { config, clock, terminal }: DeliveriesContext,
): Promise<number> {
  const work = readWork(act, which)
  const log = createLog(config.logLevel, config.botToken === null ? [] : [config.botToken])
  const app = await openApp(config, { clock, log })
  try {
    switch (work.act) {
      case 'list':
        await list(app, terminal)
        return 0
      case 'why':
        return await why(app, work.chatId, terminal)
      default:
        return await change(app, work.act, work.runId, terminal)
    }
  } finally {
    app.close()
  }
}

type Work =
  | { readonly act: 'list' }
  | { readonly act: 'why'; readonly chatId: number }
  | { readonly act: RunAct; readonly runId: number | 'all' }

function readWork(act: string, which: string | undefined): Work {
  if (act === 'list' && which === undefined) return { act }
  if (act === 'why' && which !== undefined && CHAT_ID.test(which)) return { act, chatId: Number(which) }
  const runAct = RUN_ACTS.find((known) => known === act)
  if (runAct !== undefined && which === 'all') return { act: runAct, runId: which }
  if (runAct !== undefined && which !== undefined && /^[1-9]\d{0,14}$/.test(which)) {
    return { act: runAct, runId: Number(which) }
  }
  const given = ['mujaz deliveries', act, ...(which === undefined ? [] : [which])].join(' ')
  throw new MujazError('usage', `${JSON.stringify(given)} is not understood.`, {
    hint: 'Use: deliveries [list], deliveries pause|resume|cancel <run id or all>, deliveries why <chat id>.',
  })
}

async function list({ runs, outbox, amendments, lease, clock }: App, terminal: Terminal): Promise<void> {
  const now = clock.now()
  const held = await lease.current()
  const sender =
    held === null || held.until <= now ? 'nobody' : `${held.holder}, lease until ${moment(held.until)}`
  const { pending, sending, ...ends } = await outbox.counts()
  const holds = await outbox.holds(now)
  const everybody = holds.find(({ chatId }) => chatId === null)
  const chats = holds.filter(({ chatId }) => chatId !== null).length
  terminal.print(`sender    ${sender}`)
  terminal.print(`waiting   ${pending} pending, ${sending} being sent`)
  terminal.print(
    `ended     ${Object.entries(ends)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}`,
  )
  const { pending: waiting, ...told } = await amendments.counts()
  terminal.print(
    `corrected ${waiting} waiting, ${Object.entries(told)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}`,
  )
  terminal.print(
    `holds     ${everybody === undefined ? 'all chats: none' : `all chats: until ${moment(everybody.until)}`}, single chats: ${chats}`,
  )
  const open = await runs.open()
  const ended = (await runs.recent(RECENT)).filter(({ id }) => !open.some((run) => run.id === id))
  if (open.length + ended.length === 0) return terminal.print('runs      none')
  terminal.print('')
  terminal.print(table([HEADINGS, ...[...open, ...ended].map((run) => rowOf(run, now))]))
}

const HEADINGS = 'run state planned sent waiting failed gone skipped refused per-second started reason'.split(
  ' ',
)

function rowOf(run: Run, now: number): string[] {
  const seconds = ((run.endedAt ?? now) - run.startedAt) / 1000
  const counts = [run.planned, run.sent, waitingOf(run), run.failed, run.gone, run.skipped, run.refused]
  return [
    String(run.id),
    run.state,
    ...counts.map(String),
    seconds <= 0 ? '-' : (run.sent / seconds).toFixed(1),
    moment(run.startedAt).replace(' ', 'T').replace(' UTC', 'Z'),
    run.reason ?? '-',
  ]
}

async function why(app: App, chatId: number, terminal: Terminal): Promise<number> {
  const now = app.clock.now()
  const first = await readWhy(app, { chatId, page: 1, now })
  if (first === null) {
    terminal.complain(`No chat is known by the id ${chatId}.`)
    return 1
  }
  const wording = createWording('en')
  for (let page = 1; page <= first.pages; page += 1) {
    const view = page === 1 ? first : await readWhy(app, { chatId, page, now })
    if (view === null) break
    if (page > 1) terminal.print('')
    terminal.print(visibleText(whyPage(wording, view)).replaceAll(DIRECTION, ''))
  }
  return 0
}

async function change(
  { runs, clock }: App,
  act: RunAct,
  which: number | 'all',
  terminal: Terminal,
): Promise<number> {
  const open = await runs.open()
  const wanted = which === 'all' ? open : open.filter(({ id }) => id === which)
  if (which !== 'all' && wanted.length === 0) {
    terminal.complain(`Run ${which} is not open: there is no such run, or it has ended.`)
    return 1
  }
  let changed = 0
  for (const { id, state } of wanted) {
    if (await govern(runs, { act, id, by: 'operator', now: clock.now() })) {
      changed += 1
      terminal.print(`Run ${id} ${DONE[act]}.`)
    } else if (which !== 'all') {
      terminal.complain(`Run ${id} cannot be ${DONE[act]}: it is ${state}.`)
    }
  }
  if (which !== 'all') return changed === 1 ? 0 : 1
  if (changed === 0) terminal.print(`There was no run that could be ${DONE[act]}.`)
  return 0
}

function moment(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
