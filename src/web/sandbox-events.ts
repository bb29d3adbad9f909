import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'

/** Without a word now and then, proxies and browsers take a quiet stream for a dead one. */
const HEARTBEAT = 20_000

/**
 * Tells open pages what has changed. Changes that happen while a page is being told are gathered, so a slow page
 * delays nobody and no queue grows: an event says only whose chat to look at again.
 */
export function createSandboxEvents(onChange: (listener: (personId: number | null) => void) => () => void) {
  const streams = new Set<() => void>()

  return {
    open(context: Context): Response {
      return streamSSE(context, async (stream) => {
        const changed = new Set<number | null>()
        let wake = () => {}
        const end = () => {
          streams.delete(end)
          wake()
        }
        streams.add(end)
        stream.onAbort(end)
        const unsubscribe = onChange((personId) => {
          changed.add(personId)
          wake()
        })
        try {
          await stream.writeSSE({ event: 'hello', data: '' })
          while (streams.has(end)) {
            const told = [...changed]
            changed.clear()
            for (const personId of told) {
              await stream.writeSSE({ event: 'change', data: JSON.stringify({ personId }) })
            }
            if (changed.size > 0 || !streams.has(end)) continue
            const heartbeat = setTimeout(() => wake(), HEARTBEAT)
            await new Promise<void>((resolve) => {
              wake = resolve
            })
            clearTimeout(heartbeat)
            if (changed.size === 0 && streams.has(end)) await stream.writeSSE({ event: 'beat', data: '' })
          }
        } finally {
          streams.delete(end)
          unsubscribe()
        }
      })
    },

    /** Ends all streams. */
    close(): void {
      for (const end of streams) end()
    },
  }
}
