import type { Messenger, Outcome, OutgoingMessage } from '../../src/deliveries/messenger.ts'
import type { Log } from '../../src/log.ts'
import type { TestClock } from '../support/test-clock.ts'

export interface Sent extends OutgoingMessage {
  readonly at: number
}

/** What a test answers to the nth message; null is delivered. */
export type Answer = (message: Sent, nth: number) => Outcome | null

/** A messenger whose answers a test decides; every message takes 60 ms. */
export function createScriptedMessenger(clock: TestClock, answer: Answer = () => null) {
  const asked: Sent[] = []
  const delivered: Sent[] = []
  let onWire = 0
  let mostOnWire = 0
  const messenger: Messenger = {
    async send(outgoing) {
      const message = { ...outgoing, at: clock.now() }
      asked.push(message)
      const outcome = answer(message, asked.length)
      onWire += 1
      mostOnWire = Math.max(mostOnWire, onWire)
      await clock.sleep(60)
      onWire -= 1
      if (outcome !== null) return outcome
      delivered.push(message)
      return { kind: 'delivered', messageId: 1000 + delivered.length }
    },
  }
  return { messenger, asked, delivered, mostOnWire: () => mostOnWire }
}

/** A log that keeps the events. */
export function createKeptLog(): Log & { events: string[] } {
  const events: string[] = []
  const keep = (event: string): void => {
    events.push(event)
  }
  return { events, debug: keep, info: keep, warn: keep, error: keep }
}
