import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { MujazError } from '../errors.ts'
import type { Answer, Order } from './parsing-protocol.ts'
import type { PARSING_TASKS } from './parsing-tasks.ts'

// biome-ignore lint/suspicious/noExplicitAny: the one type that every task fits
type AnyTasks = Record<string, () => Promise<(input: any) => unknown>>
type TaskOf<Tasks extends AnyTasks, Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>

/** Parses what came from outside, away from the main thread. */
export interface Parser<Tasks extends AnyTasks = typeof PARSING_TASKS> {
  /**
   * Runs a task of `parsing-tasks.ts`; one at a time, in the order they were asked for.
   * @throws MujazError `parse_timeout`, `parse_too_large` (memory) or `parse_failed`, and what the task itself refuses with
   */
  run<Name extends keyof Tasks & string>(
    name: Name,
    input: Parameters<TaskOf<Tasks, Name>>[0],
  ): Promise<Awaited<ReturnType<TaskOf<Tasks, Name>>>>
  /** Ends the thread; what waits is refused with `parse_failed`. */
  close(): Promise<void>
}

export interface ParserOptions {
  /** Longest run of one task, in milliseconds. */
  readonly timeoutMs?: number
  /** Heap of the thread, in megabytes. */
  readonly memoryMb?: number
  /** How long an idle thread is kept, in milliseconds. */
  readonly idleMs?: number
  /** Another module of tasks; for tests. */
  readonly tasks?: URL
}

interface Job extends Order {
  readonly resolve: (output: unknown) => void
  readonly reject: (error: MujazError) => void
}

/** A parser is loaded within this time even on a busy machine, in milliseconds; its input is not to blame for it. */
const LOADING_LIMIT_MS = 30_000
const FROM_SOURCE = import.meta.url.endsWith('.ts')

/**
 * A thread for hostile parsing, started when it is first needed and ended when it has been idle. A task that takes too
 * long or too much memory ends with its thread; the next one gets a fresh thread, and the main loop never waits.
 */
export function createParser<Tasks extends AnyTasks = typeof PARSING_TASKS>({
  timeoutMs = 3_000,
  memoryMb = 128,
  idleMs = 60_000,
  tasks = beside('parsing-tasks'),
}: ParserOptions = {}): Parser<Tasks> {
  const waiting: Job[] = []
  let current: Job | null = null
  let thread: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let lastId = 0

  const next = (): void => {
    if (current !== null) return
    clearTimeout(timer)
    current = waiting.shift() ?? null
    if (current === null) {
      thread?.unref()
      timer = setTimeout(() => void end(), idleMs).unref()
      return
    }
    thread ??= start()
    thread.ref()
    timer = setTimeout(() => giveUp(timedOut(LOADING_LIMIT_MS)), LOADING_LIMIT_MS)
    const { id, name, input } = current
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      thread.postMessage({ id, name, input } satisfies Order)
    } catch (cause) {
      settle((job) => job.reject(failed('its input cannot be handed to a thread', cause)))
    }
  }

  const settle = (how: (job: Job) => void): void => {
    const job = current
    current = null
    if (job !== null) how(job)
    next()
  }

  const start = (): Worker => {
    const worker = new Worker(FROM_SOURCE ? startFromSource() : beside('parsing-worker'), {
      eval: FROM_SOURCE,
      workerData: { tasks: tasks.href },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // The token is in the environment, and nothing here needs it.
      env: {},
      execArgv: [],
    })
    // What a thread says after it was given up concerns nobody any more.
    const whenMine = (act: () => void): void => {
      if (thread === worker) act()
    }
    worker.on('message', (answer: Answer) => whenMine(() => take(answer)))
    worker.on('error', (error: NodeJS.ErrnoException) => whenMine(() => giveUp(deathOf(error, memoryMb))))
    worker.on('exit', () => whenMine(() => giveUp(failed('its thread ended'))))
    return worker
  }

  const take = (answer: Answer): void => {
    if (answer.id !== current?.id) return
    if (answer.state === 'begun') {
      clearTimeout(timer)
      timer = setTimeout(() => giveUp(timedOut(timeoutMs)), timeoutMs)
    } else if (answer.state === 'done') settle((job) => job.resolve(answer.output))
    else settle((job) => job.reject(errorOf(answer)))
  }

  const giveUp = (error: MujazError): void => {
    void end()
    settle((job) => job.reject(error))
  }

  const end = async (): Promise<void> => {
    clearTimeout(timer)
    const worker = thread
    thread = null
    await worker?.terminate()
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(failed('the parser is closed'))
        waiting.push({ id: ++lastId, name, input, resolve: (output) => resolve(output as never), reject })
        next()
      }),
    async close() {
      closed = true
      const left = [...(current === null ? [] : [current]), ...waiting.splice(0)]
      current = null
      for (const job of left) job.reject(failed('the parser is closed'))
      await end()
    },
  }
}

/** A module of this folder, as it is called in src/ and in dist/. */
function beside(name: string): URL {
  return new URL(`./${name}.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url)
}

/** Tests run from src/, where a thread must be told how to read TypeScript; dist/ needs none of it. */
function startFromSource(): string {
  // Asked like this, the package names its CommonJS twin, which cannot find its way from inside a thread.
  const path = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs')
  const loader = pathToFileURL(path).href
  const entry = beside('parsing-worker').href
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}) })`
}

function errorOf(answer: Extract<Answer, { state: 'refused' | 'broken' }>): MujazError {
  if (answer.state === 'broken') return failed(`it broke the parser (${answer.kind})`)
  return new MujazError(answer.code, answer.message, answer.hint === null ? {} : { hint: answer.hint })
}

function deathOf(error: NodeJS.ErrnoException, memoryMb: number): MujazError {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new MujazError('parse_too_large', `Reading it takes more than ${memoryMb} MB of memory.`)
    : failed('its thread died', error)
}

function timedOut(milliseconds: number): MujazError {
  return new MujazError('parse_timeout', `It could not be read within ${milliseconds / 1000} seconds.`)
}

function failed(why: string, cause?: unknown): MujazError {
  return new MujazError('parse_failed', `It could not be read: ${why}.`, { cause })
}
