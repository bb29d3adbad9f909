import type { App } from './app.ts'
import { apologiesBy } from './bot/apology.ts'
import { createBot } from './bot/bot.ts'
import { fatalError, insist, tokenRefused, tryOnce } from './bot/connecting.ts'
import { toLoopback } from './bot/loopback/transformer.ts'
import { createLoopback, type Loopback } from './bot/loopback.ts'
import { patience } from './bot/patience.ts'
import { pollUpdates } from './bot/polling.ts'
import { registerCommands } from './bot/profile.ts'
import { createTelegramMessenger } from './bot/telegram-messenger.ts'
import { startWorkers, type Workers } from './bot/workers.ts'
import { createSender, type Sender } from './deliveries/sender.ts'
import { createDigests, type Digests } from './digests/publish.ts'
import { MujazError } from './errors.ts'
import { digestParts } from './messages/digest.ts'
import { createWording } from './messages/fluent.ts'
import { createSchedule } from './schedule/schedule.ts'
import { lockInstance } from './sqlite/instance-lock.ts'
import { createSandbox, type SandboxPort } from './web/sandbox.ts'
import { SANDBOX_BOT, SANDBOX_OWNERS, SANDBOX_PEOPLE, SANDBOX_TOKEN } from './web/sandbox-people.ts'
import { createWeb } from './web/server.ts'

/** Everything in flight has this long to end when the program stops; the operator waits five seconds at most. */
const STOP_MS = 4000
const HOUR_MS = 3_600_000
/** Telegram keeps updates for a day: an id that is older cannot come again. */
const HANDLED_UPDATES_KEPT_MS = 48 * HOUR_MS
const QUERIES_KEPT_MS = 30 * 24 * HOUR_MS

/** The program at work. */
export interface RunningApp {
  /** The address of the web surface: the sandbox where there is no token. */
  readonly url: string
  /** Resolves with the reason when the program cannot go on; it never rejects. */
  readonly failed: Promise<MujazError>
  /** Begins nothing new, gives what is in flight four seconds, and closes the store. */
  stop(): Promise<void>
}

/**
 * Starts everything that runs by itself: web, bot, sender, schedule. Telegram may be out of reach meanwhile; the
 * bot connects when it can.
 * @throws MujazError `database_locked` when another process serves this database, `port_taken`
 */
export async function startApp(app: App): Promise<RunningApp> {
  const { config, clock, log } = app
  const lock = await lockInstance(config.databasePath)
  const stopping = new AbortController()
  const { signal } = stopping
  let fail: (reason: MujazError) => void = () => undefined
  const failed = new Promise<MujazError>((resolve) => {
    fail = resolve
  })

  const loopback =
    config.botToken === null ? createLoopback({ ...SANDBOX_BOT, clock, people: SANDBOX_PEOPLE }) : null
  const ownerIds = loopback === null ? config.ownerIds : SANDBOX_OWNERS
  const digests: Digests = createDigests({
    editions: app.editions,
    articles: app.articles,
    clock,
    render: (language, { days, omitted }) =>
      digestParts(createWording(language), {
        days: days.map(({ day, articles }) => ({ day, cards: articles })),
        omitted,
        botUsername: bot.botInfo.username,
      }).map(({ markup }) => markup),
  })
  const bot = createBot(
    {
      token: config.botToken ?? SANDBOX_TOKEN,
      apiRoot: config.telegramApiRoot,
      transformers: [...(loopback === null ? [] : [toLoopback(loopback)]), patience(clock, signal)],
    },
    { ...app, ...config, digests, ownerIds },
  )
  const sender = createSender({
    outbox: app.outbox,
    messenger: createTelegramMessenger(bot.api),
    clock,
    log,
    onUnauthorized: () => fail(tokenRefused()),
  })
  const planDigests = async () => {
    const { planned, skipped } = await digests.tick()
    if (planned + skipped > 0) log.info('digests planned', { planned, skipped })
    if (planned > 0) sender.wake()
  }
  const schedule = createSchedule(
    [
      { name: 'digests', run: planDigests },
      { name: 'housekeeping', run: () => keepHouse(app) },
    ],
    log,
  )
  const web = createWeb({
    host: config.host,
    port: config.port,
    log,
    health: () => ({ ok: true, sandbox: loopback !== null, connected: workers !== null }),
    parts: loopback === null ? [] : [createSandbox(sandboxPort(loopback, app, digests, sender))],
  })
  let workers: Workers | null = null

  async function serve(): Promise<void> {
    await insist(() => bot.init(signal as Parameters<typeof bot.init>[0]), { clock, log, signal })
    if (loopback === null) {
      await tryOnce('deleting the webhook', () => bot.api.deleteWebhook(), { clock, log, signal })
      for (const { id } of SANDBOX_PEOPLE) await app.readers.forget(id)
    }
    if (signal.aborted) return
    await tryOnce('registering commands', () => registerCommands(bot.api, ownerIds), { clock, log, signal })
    if (signal.aborted) return
    workers = startWorkers(app, (update) => bot.handleUpdate(update), apologiesBy(bot.api, app.readers))
    // Before the sender: what waits from before the stop is replaced by what is due now, and covers it.
    await planDigests()
    sender.start()
    schedule.start()
    log.info('bot connected', { username: bot.botInfo.username, sandbox: loopback !== null })
    await pollUpdates({ ...app, api: bot.api }, workers.wake, signal)
  }

  try {
    const { url } = await web.start()
    app.search.warmUp().catch((error: unknown) => log.error('the search cannot be prepared', { error }))
    const serving = serve().catch((error: unknown) => fail(unexpected(error)))
    return {
      url,
      failed,
      async stop() {
        stopping.abort()
        await Promise.all([
          web.stop(),
          schedule.stop(),
          workers?.stop(STOP_MS),
          sender.stop(STOP_MS),
          serving,
        ])
        app.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function keepHouse({ clock, inbox, conversation }: App): Promise<void> {
  await inbox.prune(clock.now() - HANDLED_UPDATES_KEPT_MS)
  await conversation.pruneQueries(clock.now() - QUERIES_KEPT_MS)
}

/** What the chat page needs: the loopback, and the next digest at once. */
function sandboxPort(loopback: Loopback, app: App, digests: Digests, sender: Sender): SandboxPort {
  return {
    ...loopback,
    bot: { name: SANDBOX_BOT.botName, username: SANDBOX_BOT.username },
    people: SANDBOX_PEOPLE,
    async digestNow(personId) {
      const { language } = await app.readers.ensure(personId, 'ar')
      const outcome = await digests.deliverNow(personId)
      sender.wake()
      const wording = createWording(language)
      return outcome === 'queued'
        ? { sent: true, text: wording.text('digest-queued') }
        : { sent: false, text: wording.text('digest-nothing') }
    },
  }
}

function unexpected(error: unknown): MujazError {
  return fatalError(error) ?? new MujazError('internal', 'The bot cannot go on.', { cause: error })
}
