import { parentPort, workerData } from 'node:worker_threads'
import { MujazError } from '../errors.ts'
import type { Answer, Order, TaskModule } from './parsing-protocol.ts'

// The thread in which hostile input is parsed: takes one order at a time and says when it begins, so that the time
// it takes to load a parser does not count against the input. Whatever goes wrong here ends at most this thread.

const { tasks } = workerData as { tasks: string }
const loading = import(tasks) as Promise<TaskModule>

parentPort?.on('message', (order: Order) => {
  void perform(order).then(answerWith)
})

async function perform({ id, name, input }: Order): Promise<Answer> {
  try {
    const load = (await loading).PARSING_TASKS[name]
    if (load === undefined) throw new MujazError('internal', `There is no parsing task "${name}".`)
    const task = await load()
    answerWith({ id, state: 'begun' })
    return { id, state: 'done', output: await task(input) }
  } catch (error) {
    if (error instanceof MujazError)
      return { id, state: 'refused', code: error.code, message: error.message, hint: error.hint }
    // The message may quote the input: only the kind of the error leaves the thread.
    return { id, state: 'broken', kind: error instanceof Error ? error.name : typeof error }
  }
}

function answerWith(answer: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(answer)
}
