import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How often memory is looked at. */
const SAMPLE_MS = 10

/** What has been seen of the event loop. */
export interface LoopWatch {
  /** Ends the watch. */
  stop(): {
    /** The longest time between two turns: for so long nothing else could run. */
    readonly longestBlockMs: number
    readonly delayP99Ms: number
    /** How far the resident memory has grown at its highest. */
    readonly grownBytes: number
  }
}

/** Watches the event loop turn by turn: a timer alone does not see a short block. */
export function watchLoop(): LoopWatch {
  globalThis.gc?.()
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  histogram.enable()
  const before = process.memoryUsage.rss()
  let highest = before
  let longestBlockMs = 0
  let turn = performance.now()
  let sampled = turn
  let next = setImmediate(look)

  function look(): void {
    const now = performance.now()
    longestBlockMs = Math.max(longestBlockMs, now - turn)
    if (now - sampled > SAMPLE_MS) {
      highest = Math.max(highest, process.memoryUsage.rss())
      sampled = now
    }
    turn = performance.now()
    next = setImmediate(look)
  }

  return {
    stop() {
      clearImmediate(next)
      histogram.disable()
      // What ran since the last turn was a block as well.
      longestBlockMs = Math.max(longestBlockMs, performance.now() - turn)
      highest = Math.max(highest, process.memoryUsage.rss())
      return { longestBlockMs, delayP99Ms: histogram.percentile(99) / 1e6, grownBytes: highest - before }
    },
  }
}
