import type { Transformer } from 'grammy'
import type { Loopback } from '../loopback.ts'
import { hasUploads, withUploads } from './uploads.ts'

/** Lets a bot's calls go to the loopback instead of over the network, as the JSON that would have been sent. */
export function toLoopback(loopback: Pick<Loopback, 'call'>): Transformer {
  return (_previous, method, payload, signal) => {
    const call = (given: object) => {
      const sent = JSON.parse(JSON.stringify(given)) as Record<string, unknown>
      // The loopback answers as the Bot API does; what a method's answer holds only grammY's types know.
      return loopback.call(method, sent, signal) as ReturnType<Transformer>
    }
    const given = payload ?? {}
    return hasUploads(given) ? withUploads(given).then(call) : call(given)
  }
}
