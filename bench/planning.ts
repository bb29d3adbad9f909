import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDigestRenderer } from '../src/bot/reader/digest-text.ts'
import { systemClock } from '../src/clock.ts'
import { createDigests, type Digests } from '../src/digests/publish.ts'
import { createArticleStore } from '../src/sqlite/articles.ts'
import { type Database, openDatabase } from '../src/sqlite/database.ts'
import { createEditionStore } from '../src/sqlite/editions.ts'
import { migrate } from '../src/sqlite/migrate.ts'
import { watchLoop } from './event-loop.ts'
import { addArticles, addReaders, makeDue } from './planning-store.ts'
import { type Print, table } from './print.ts'

interface PlanningOptions {
  readonly print: Print
  /** Subscriptions in the table. */
  readonly readers?: number
  /** How many of them a tick finds due. */
  readonly due?: number
}

/** What a tick took. */
export interface MeasuredTick {
  readonly what: string
  readonly planned: number
  readonly seconds: number
  /** The longest time for which nothing else could run. */
  readonly longestBlockMs: number
  readonly delayP99Ms: number
  readonly grownMb: number
}

const MB = 1024 * 1024

/** Ticks over a table of many subscriptions on disk: nobody due, many of one minute, many after hours of downtime. */
export async function benchPlanning({
  print,
  readers = 1_000_000,
  due = 100_000,
}: PlanningOptions): Promise<readonly MeasuredTick[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'))
  try {
    const database = await openDatabase(join(folder, 'mujaz.sqlite'))
    migrate(database, systemClock.now())
    const ticks = await measureAll(database, readers, due)
    database.close()
    report(print, ticks, readers)
    return ticks
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(database: Database, readers: number, due: number): Promise<MeasuredTick[]> {
  const articles = createArticleStore(database, systemClock)
  await addArticles(articles)
  await addReaders(database, readers, systemClock.now())
  const digests = createDigests({
    editions: createEditionStore(database),
    articles,
    clock: systemClock,
    render: createDigestRenderer(() => 'mujaz_bot'),
  })
  const ticks = [await measureTick('nobody is due', digests)]
  makeDue(database, { count: due, readers, offset: 0, at: systemClock.now(), minutes: 1 })
  ticks.push(await measureTick('due at one minute', digests))
  makeDue(database, { count: due, readers, offset: 1, at: systemClock.now(), minutes: 180 })
  ticks.push(await measureTick('after 3 h of downtime', digests))
  ticks.push(await measureTick('nobody is due again', digests))
  return ticks
}

async function measureTick(what: string, digests: Digests): Promise<MeasuredTick> {
  const watch = watchLoop()
  const began = performance.now()
  const { planned } = await digests.tick()
  const seconds = (performance.now() - began) / 1000
  const { longestBlockMs, delayP99Ms, grownBytes } = watch.stop()
  return { what, planned, seconds, longestBlockMs, delayP99Ms, grownMb: grownBytes / MB }
}

function report(print: Print, ticks: readonly MeasuredTick[], readers: number): void {
  print(`\n## A tick over ${readers.toLocaleString('en')} subscriptions\n`)
  table(
    print,
    ['', 'planned', 'ms', 'longest block ms', 'loop delay p99 ms', 'memory grown MB'],
    ticks.map(({ what, planned, seconds, longestBlockMs, delayP99Ms, grownMb }) => [
      what,
      planned.toLocaleString('en'),
      (seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0),
      longestBlockMs.toFixed(1),
      delayP99Ms.toFixed(1),
      grownMb.toFixed(0),
    ]),
  )
}
