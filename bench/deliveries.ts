import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendingLimits } from '../src/deliveries/limits.ts'
import { benchPlanning, type MeasuredTick } from './planning.ts'
import { halfAnd95, type Print, quantile, table } from './print.ts'
import { beginStretch, putTogether, type Stretch, sendBarely, untilEnd, waitingMessages } from './sending.ts'
import { planRun } from './sending-store.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

interface DeliveriesOptions {
  /** Readers of the run that nothing limits. */
  readonly readers?: number | undefined
  /** How long the limited run is watched. */
  readonly seconds?: number | undefined
}

/** A figure that was asked for, and what came out. */
interface Figure {
  readonly what: string
  readonly asked: string
  readonly measured: string
  readonly met: boolean
}

const LIMIT = 30
const FIRST_SECONDS = 5
const BARE_SECONDS = 10
const ASK_EVERY_MS = 100

/** Sends digests to a stand-in for Telegram: under its free limit, and as fast as it goes; and plans them. */
export async function benchDeliveries(
  print: Print,
  { readers = 100_000, seconds = 60 }: DeliveriesOptions,
): Promise<void> {
  const [first] = cpus()
  print(
    `${cpus().length} x ${first?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}, every answer after 60 ms`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'))
  const standIn = await startStandIn()
  const figures: Figure[] = []
  try {
    figures.push(...(await benchLimited(print, { folder, standIn, seconds })))
    figures.push(...(await benchUnlimited(print, { folder, standIn, readers })))
  } finally {
    standIn.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  figures.push(...planningFigures(await benchPlanning({ print })))
  print(`\n## Asked and measured (load at the end ${loadavg()[0]?.toFixed(1)})\n`)
  table(
    print,
    ['figure', 'asked', 'measured', ''],
    figures.map(({ what, asked, measured, met }) => [what, asked, measured, met ? 'met' : 'missed']),
  )
}

async function benchLimited(
  print: Print,
  { folder, standIn, seconds }: { folder: string; standIn: StandIn; seconds: number },
): Promise<Figure[]> {
  const run = await planRun(folder, LIMIT * (seconds + 10))
  const { sender, stop } = await putTogether(run, { apiRoot: standIn.url, ratePerSecond: LIMIT })
  await standIn.tell({ begin: { perSecond: LIMIT } })
  sender.start()
  while ((await standIn.count()).sent === 0) await sleep(10)
  const stretch = beginStretch()
  const before = await standIn.count()
  await sleep(seconds * 1000)
  const after = await standIn.count()
  const measured = stretch(after.sent - before.sent)
  await stop()
  run.app.close()

  const rate = measured.messages / measured.seconds
  const late = after.refusedAtMs.filter((at) => at > FIRST_SECONDS * 1000).length
  print(`\n## A limit of ${LIMIT} messages a second, ${seconds} s\n`)
  report(print, [['Mujaz', measured]])
  print(`\nRefused with 429: ${after.refusedAtMs.length}, after the first ${FIRST_SECONDS} s ${late}`)
  const share = (100 * rate) / LIMIT
  return [
    { what: `share of ${LIMIT}/s`, asked: '≥ 97 %', measured: `${share.toFixed(1)} %`, met: share >= 97 },
    { what: `429 after ${FIRST_SECONDS} s`, asked: '0', measured: String(late), met: late === 0 },
    {
      what: `cores at ${LIMIT}/s`,
      asked: '< 0.10',
      measured: measured.cores.toFixed(3),
      met: measured.cores < 0.1,
    },
  ]
}

async function benchUnlimited(
  print: Print,
  { folder, standIn, readers }: { folder: string; standIn: StandIn; readers: number },
): Promise<Figure[]> {
  const ratePerSecond = Number.POSITIVE_INFINITY
  const apiRoot = standIn.url
  const { concurrency } = sendingLimits(ratePerSecond)
  const run = await planRun(folder, readers)
  const messages = await waitingMessages(run, 1000)
  const bare = { apiRoot, concurrency, seconds: BARE_SECONDS }
  await standIn.tell({ begin: { perSecond: null } })
  const before = await sendBarely(messages, bare)

  const { sender, serve, stop } = await putTogether(run, { apiRoot, ratePerSecond })
  serve()
  await standIn.tell({ begin: { perSecond: null } })
  await standIn.tell({ askEveryMs: ASK_EVERY_MS })
  const stretch = beginStretch()
  sender.start()
  const { slowest } = await untilEnd(run, async () => (await standIn.count()).sent)
  const { sent } = await standIn.count()
  const measured = stretch(sent)
  await standIn.tell({ askEveryMs: null })
  await sleep(1000)
  const { answeredMs, unanswered } = await standIn.count()
  await stop()
  const counts = await run.app.outbox.counts()
  run.app.close()
  const after = await sendBarely(messages, bare)

  print(`\n## No limit, ${run.planned.toLocaleString('en')} readers, ${concurrency} on their way at once\n`)
  report(print, [
    ['bare grammY loop, before', before],
    ['Mujaz', measured],
    ['bare grammY loop, after', after],
  ])
  if (slowest !== null) print(`\nThe slowest 5 s: ${slowest.toFixed(0)} messages a second`)
  const left = counts.pending + counts.sending
  print(`Deliveries that ended otherwise: ${counts.failed + counts.gone}, that wait: ${left}`)
  print(
    `/latest meanwhile, p50 / p95 of ${answeredMs.length}: ${halfAnd95(answeredMs)} ms, unanswered ${unanswered}`,
  )
  const rate = rateOf(measured)
  const ratio = (2 * rate) / (rateOf(before) + rateOf(after))
  const p95 = quantile(answeredMs, 0.95)
  return [
    {
      what: 'messages a second',
      asked: '≥ 1,000',
      measured: rate.toFixed(0),
      met: rate >= 1000 && left === 0,
    },
    {
      what: 'cores at that rate',
      asked: '< 0.60',
      measured: measured.cores.toFixed(2),
      met: measured.cores < 0.6,
    },
    {
      what: 'event loop delay p99',
      asked: '< 50 ms',
      measured: `${measured.delayP99Ms.toFixed(1)} ms`,
      met: measured.delayP99Ms < 50,
    },
    { what: 'of the bare loop', asked: '≥ 0.90', measured: ratio.toFixed(2), met: ratio >= 0.9 },
    {
      what: '/latest p95',
      asked: '≤ 300 ms',
      measured: `${p95.toFixed(0)} ms`,
      met: p95 <= 300 && unanswered === 0,
    },
  ]
}

function planningFigures(ticks: readonly MeasuredTick[]): Figure[] {
  const [nobody, many] = ticks
  if (nobody === undefined || many === undefined) return []
  const what = `tick with ${many.planned.toLocaleString('en')} due`
  const figure = (name: string, asked: string, value: number, most: number, unit: string): Figure => ({
    what: name,
    asked,
    measured: `${value.toFixed(1)} ${unit}`,
    met: value < most,
  })
  return [
    figure(what, '< 3 s', many.seconds, 3, 's'),
    figure('longest block in it', '< 50 ms', many.longestBlockMs, 50, 'ms'),
    figure('memory grown by it', '< 100 MB', many.grownMb, 100, 'MB'),
    figure('tick with nobody due', '< 5 ms', nobody.seconds * 1000, 5, 'ms'),
  ]
}

function report(print: Print, rows: readonly (readonly [string, Stretch])[]): void {
  table(
    print,
    ['', 'messages', 's', 'a second', 'cores', 'µs a message', 'loop delay p99 ms'],
    rows.map(([name, stretch]) => [
      name,
      stretch.messages.toLocaleString('en'),
      stretch.seconds.toFixed(1),
      rateOf(stretch).toFixed(1),
      stretch.cores.toFixed(3),
      ((stretch.cores * stretch.seconds * 1e6) / stretch.messages).toFixed(0),
      stretch.delayP99Ms.toFixed(1),
    ]),
  )
}

function rateOf({ messages, seconds }: Stretch): number {
  return messages / seconds
}
