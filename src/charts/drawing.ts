import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { MujazError } from '../errors.ts'
import type { MonthTable } from './months.ts'
import type { MonthLabels } from './months-option.ts'
import type { Picture } from './picture.ts'

/** What the drawing thread is told. */
export interface DrawingOrder {
  readonly table: MonthTable
  readonly labels: MonthLabels
}

/** Draws pictures away from the main thread, one at a time. */
export interface Drawing {
  /**
   * The picture of months as PNG.
   * @throws MujazError `internal` when the thread fails or takes too long
   */
  months(table: MonthTable, labels: MonthLabels): Promise<Picture>
}

/** Longest time for one picture, loading included, in milliseconds. */
const PATIENCE_MS = 20_000
const MEMORY_MB = 256
const FROM_SOURCE = import.meta.url.endsWith('.ts')

/**
 * A thread for each picture: what draws takes half a second to load and 90 MB to keep, and is wanted a few times a day.
 */
export function createDrawing(): Drawing {
  let last: Promise<unknown> = Promise.resolve()
  return {
    months(table, labels) {
      const drawn = last.then(() => draw({ table, labels }))
      last = drawn.catch(() => undefined)
      return drawn
    },
  }
}

function draw(order: DrawingOrder): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(FROM_SOURCE ? startFromSource() : entry(), {
      eval: FROM_SOURCE,
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // The token is in the environment, and nothing here needs it.
      env: {},
      execArgv: [],
    })
    const timer = setTimeout(() => fail('it took too long'), PATIENCE_MS)
    const fail = (why: string, cause?: unknown) => {
      clearTimeout(timer)
      void thread.terminate()
      reject(new MujazError('internal', `The picture could not be drawn: ${why}.`, { cause }))
    }
    thread.once('message', (picture: Picture) => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(picture)
    })
    thread.once('error', (cause) => fail('its thread died', cause))
    thread.once('exit', () => fail('its thread ended'))
  })
}

function entry(): URL {
  return new URL(`./drawing-thread.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url)
}

/** Tests run from src/, where a thread must be told how to read TypeScript; dist/ needs none of it. */
function startFromSource(): string {
  // Asked like this, the package names its CommonJS twin, which cannot find its way from inside a thread.
  const path = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs')
  const loader = pathToFileURL(path).href
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry().href)}) })`
}
