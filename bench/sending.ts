import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Api, type Bot } from 'grammy'
import { createAlertRenderer } from '../src/bot/alert-text.ts'
import { answerPace } from '../src/bot/answer-pace.ts'
import { apologiesBy } from '../src/bot/apology.ts'
import { createApi, createBot } from '../src/bot/bot.ts'
import type { BotContext } from '../src/bot/context.ts'
import { createFeeding } from '../src/bot/editor/feeding.ts'
import { patience } from '../src/bot/patience.ts'
import { pollUpdates } from '../src/bot/polling.ts'
import { createTelegramMessenger } from '../src/bot/telegram-messenger.ts'
import { startWorkers } from '../src/bot/workers.ts'
import { systemClock } from '../src/clock.ts'
import type { OutgoingMessage } from '../src/deliveries/messenger.ts'
import { createPace } from '../src/deliveries/pace.ts'
import { createSender, type Sender } from '../src/deliveries/sender.ts'
import { createAlerts } from '../src/digests/alert.ts'
import { createWording } from '../src/messages/fluent.ts'
import type { Planned } from './sending-store.ts'

const TOKEN = '123456789:AAbenchTokenThatOpensNothing00000000'
const STOP_MS = 4000
const FREE_RATE = 30

/** What a stretch of sending took. */
export interface Stretch {
  readonly messages: number
  readonly seconds: number
  /** Cores, of one: 0.5 is half of one. Everything that the process does, all its threads. */
  readonly cores: number
  readonly delayP99Ms: number
}

/** Begins a stretch; what it gives ends it. */
export function beginStretch(): (messages: number) => Stretch {
  // As the loop is measured, the time between two looks counts as delay.
  const histogram = monitorEventLoopDelay({ resolution: 5 })
  histogram.enable()
  const began = performance.now()
  const before = process.cpuUsage()
  return (messages) => {
    const { user, system } = process.cpuUsage(before)
    const ms = performance.now() - began
    histogram.disable()
    const cores = (user + system) / 1000 / ms
    return { messages, seconds: ms / 1000, cores, delayP99Ms: histogram.percentile(99) / 1e6 }
  }
}

/** The bot and its sender, put together as the program does it. */
export interface Works {
  readonly sender: Sender
  /** Also fetches updates and answers them, until it is stopped. */
  serve(): void
  stop(): Promise<void>
}

/** @param ratePerSecond Infinity for no limit */
export async function putTogether(
  { app, digests }: Planned,
  { apiRoot, ratePerSecond }: { apiRoot: string; ratePerSecond: number },
): Promise<Works> {
  const stopping = new AbortController()
  const { signal } = stopping
  const pace = createPace(ratePerSecond, systemClock)
  const telegram = { token: TOKEN, apiRoot, transformers: [] }
  const bot: Bot<BotContext> = createBot(
    { ...telegram, transformers: [answerPace(pace), patience(systemClock, signal)] },
    {
      ...app,
      ...app.config,
      digests,
      alerts: createAlerts({ ...app, render: createAlertRenderer(() => bot.botInfo.username) }),
      feeds: createFeeding({
        ...app,
        ...app.config,
        api: () => bot.api,
        wordingOf: async () => createWording('ar'),
      }).feeds,
      wakeSender: () => undefined,
      wakeReadings: () => undefined,
    },
  )
  await bot.init()
  const paidBroadcast = ratePerSecond > FREE_RATE
  const messenger = createTelegramMessenger(createApi(telegram), { paidBroadcast })
  const sender = createSender({ ...app, messenger, ratePerSecond, pace })
  const ending: (() => Promise<unknown>)[] = [() => sender.stop(STOP_MS)]
  return {
    sender,
    serve() {
      const handle = (update: Parameters<typeof bot.handleUpdate>[0]) => bot.handleUpdate(update)
      const workers = startWorkers(app, handle, apologiesBy(bot.api, app.readers))
      const polling = pollUpdates({ ...app, api: bot.api }, workers.wake, signal)
      ending.push(
        () => workers.stop(STOP_MS),
        () => polling,
      )
    },
    async stop() {
      stopping.abort()
      await Promise.all(ending.map((end) => end()))
    },
  }
}

/** The texts of digests that wait, as they would go out. */
export async function waitingMessages({ app }: Planned, count: number): Promise<OutgoingMessage[]> {
  const now = systemClock.now()
  const claims = await app.outbox.claim(count, now, now + 1000)
  await app.outbox.release(
    claims.map(({ id }) => id),
    now,
  )
  return claims.map(({ chatId, threadId, silent, buttons, parts }) => {
    return { chatId, threadId, silent, buttons, text: parts[0] ?? '', format: 'html' }
  })
}

/** The least that any sender made with grammY must do: so many loops of `sendMessage`, and nothing else. */
export async function sendBarely(
  messages: readonly OutgoingMessage[],
  { apiRoot, concurrency, seconds }: { apiRoot: string; concurrency: number; seconds: number },
): Promise<Stretch> {
  const api = new Api(TOKEN, { apiRoot })
  const end = performance.now() + seconds * 1000
  let sent = 0
  const stretch = beginStretch()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        await sendOne(api, messages[sent++ % messages.length] as OutgoingMessage)
      }
    }),
  )
  return stretch(sent)
}

async function sendOne(api: Api, { chatId, text, buttons }: OutgoingMessage): Promise<void> {
  await api.sendMessage(chatId, text, {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    allow_paid_broadcast: true,
    reply_markup: {
      inline_keyboard: buttons.map((row) =>
        row.map((button) =>
          'url' in button
            ? { text: button.label, url: button.url }
            : { text: button.label, callback_data: button.data },
        ),
      ),
    },
  })
}

const STEP_MS = 1000
const STEPS = 5

/**
 * Waits until everything of the run has its end.
 * @param count how many messages have been sent until now
 * @returns how many messages a second were sent in the slowest five seconds; null when it took hardly longer
 */
export async function untilEnd(
  { app, runId, planned }: Planned,
  count: () => Promise<number>,
): Promise<{ slowest: number | null }> {
  const steps: number[] = []
  for (;;) {
    await sleep(STEP_MS)
    steps.push(await count())
    const run = await app.runs.byId(runId)
    if (run?.state !== 'running') throw new Error(`The run has stopped: ${run?.reason}`)
    if (run.sent + run.gone + run.failed + run.skipped >= planned) return { slowest: slowestOf(steps) }
  }
}

/** The first step is still beginning, and the last ones are nearly over. */
function slowestOf(steps: readonly number[]): number | null {
  const rates = steps
    .slice(STEPS, -2)
    .map((sent, index) => (sent - (steps[index] as number)) / ((STEPS * STEP_MS) / 1000))
  return rates.length === 0 ? null : Math.min(...rates)
}
