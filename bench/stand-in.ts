import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Counted, Order } from './stand-in-server.ts'

/** The Bot API that a bench talks to: another process, which answers after 60 ms. */
export interface StandIn {
  /** For TELEGRAM_API_ROOT. */
  readonly url: string
  /** One order at a time. */
  tell(order: Order): Promise<Counted>
  count(): Promise<Counted>
  stop(): void
}

/** Starts it on a free port of 127.0.0.1. */
export async function startStandIn(): Promise<StandIn> {
  const child = fork(fileURLToPath(new URL('./stand-in-server.ts', import.meta.url)))
  const heard = () =>
    new Promise<Counted>((resolve, reject) => {
      const died = () => reject(new Error('The stand-in has died.'))
      child.once('exit', died)
      child.once('message', (counted) => {
        child.off('exit', died)
        resolve(counted as Counted)
      })
    })
  const { url } = await heard()
  const tell = (order: Order): Promise<Counted> => {
    const answer = heard()
    child.send(order)
    return answer
  }
  return { url, tell, count: () => tell({ count: true }), stop: () => void child.kill() }
}
