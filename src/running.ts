import { hostname } from 'node:os'
import type { App } from './app.ts'
import { createAlertRenderer } from './bot/alert-text.ts'
import { answerPace } from './bot/answer-pace.ts'
import { apologiesBy } from './bot/apology.ts'
import { createApi, createBot } from './bot/bot.ts'
import { notePause } from './bot/chats/pause-note.ts'
import { fatalError, insist, tokenRefused, tryOnce } from './bot/connecting.ts'
import { createCorrecting } from './bot/correcting.ts'
import { createFeeding } from './bot/editor/feeding.ts'
import { createReadingJobs } from './bot/editor/reading-jobs.ts'
import { toLoopback } from './bot/loopback/transformer.ts'
import { createLoopback } from './bot/loopback.ts'
import { createRunReports, type RunReports } from './bot/owner/run-reports.ts'
import { patience } from './bot/patience.ts'
import { pollUpdates } from './bot/polling.ts'
import { registerCommands } from './bot/profile.ts'
import { createDigestRenderer } from './bot/reader/digest-text.ts'
import { createTelegramMessenger } from './bot/telegram-messenger.ts'
import { startWorkers, type Workers } from './bot/workers.ts'
import type { Clock } from './clock.ts'
import { createLeaseKeeper } from './deliveries/lease-keeper.ts'
import { createPace } from './deliveries/pace.ts'
import { createSender } from './deliveries/sender.ts'
import { createAlerts } from './digests/alert.ts'
import { createDigests, type Digests } from './digests/publish.ts'
import { MujazError } from './errors.ts'
import { keepHouse } from './housekeeping.ts'
import { createWording } from './messages/fluent.ts'
import { sandboxPort } from './sandbox-port.ts'
import { createSchedule } from './schedule/schedule.ts'
import type { InstanceLock } from './sqlite/instance-lock.ts'
import { createSandbox } from './web/sandbox.ts'
import { SANDBOX_BOT, SANDBOX_OWNERS, SANDBOX_PEOPLE, SANDBOX_TOKEN } from './web/sandbox-people.ts'
import { createWeb } from './web/server.ts'

/** Everything in flight has this long to end when the program stops; the operator waits five seconds at most. */
const STOP_MS = 4000
const LOOK_AT_RUNS_MS = 5000

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
 *
 * @param lock proves that no other process serves this database; released when the program has stopped
 * @throws MujazError `port_taken`; the lock and the store are still the caller's then
 */
export async function startApp(app: App, lock: InstanceLock): Promise<RunningApp> {
  const { config, clock, log } = app
  const stopping = new AbortController()
  const { signal } = stopping
  let fail: (reason: MujazError) => void = () => undefined
  const failed = new Promise<MujazError>((resolve) => {
    fail = resolve
  })

  const loopback =
    config.botToken === null ? createLoopback({ ...SANDBOX_BOT, clock, people: SANDBOX_PEOPLE }) : null
  const ownerIds = loopback === null ? config.ownerIds : SANDBOX_OWNERS
  const botUsername = () => bot.botInfo.username
  const digests: Digests = createDigests({
    editions: app.editions,
    articles: app.articles,
    clock,
    render: createDigestRenderer(botUsername),
  })
  const pace = createPace(config.sendRate, clock)
  const telegram = {
    token: config.botToken ?? SANDBOX_TOKEN,
    apiRoot: config.telegramApiRoot,
    transformers: loopback === null ? [] : [toLoopback(loopback)],
  }
  const wordingOf = async (chatId: number) =>
    createWording((await app.readers.byAddress({ chatId, threadId: null }))?.language ?? 'ar')
  const feeding = createFeeding({ ...app, api: () => bot.api, ownerIds, wordingOf })
  const bot = createBot(
    { ...telegram, transformers: [...telegram.transformers, answerPace(pace), patience(clock, signal)] },
    {
      ...app,
      ...config,
      digests,
      ownerIds,
      alerts: createAlerts({ ...app, render: createAlertRenderer(botUsername) }),
      wakeSender() {
        sender.wake()
        corrector.wake()
      },
      wakeReadings: () => readings.wake(),
      feeds: feeding.feeds,
    },
  )
  const readings = createReadingJobs({
    ...app,
    ownerIds,
    api: bot.api,
    username: () => bot.botInfo.username,
    files: loopback ?? { apiRoot: config.telegramApiRoot, token: config.botToken ?? '' },
  })
  // An API without patience: a wait that Telegram asks for is the sender's to keep, for this chat or for all.
  const api = createApi(telegram)
  const sending = {
    ...app,
    messenger: createTelegramMessenger(api, { paidBroadcast: config.paidBroadcast }),
    pace,
    mayStart: () => keeper.mine(),
    onUnauthorized: () => fail(tokenRefused()),
  }
  const corrector = createCorrecting(sending, api, botUsername)
  const sender = createSender({
    ...sending,
    ratePerSecond: config.sendRate,
    onBrake: (run) => void reports.braked(run),
    onPaused: ({ reason, ...address }) =>
      void notePause({ api: bot.api, readers: app.readers }, address, reason).catch((error: unknown) =>
        log.error('a note about a pause failed', { error }),
      ),
  })
  const keeper = createLeaseKeeper({
    lease: app.lease,
    holder: `${hostname()}/${process.pid}/${clock.now()}`,
    clock,
    log,
    onLost: () => fail(replaced()),
  })
  const reports = createRunReports({
    runs: app.runs,
    api: bot.api,
    ownerIds,
    clock,
    log,
    wordingOf,
  })
  const planDigests = async () => {
    const { planned, skipped } = await digests.tick()
    if (planned + skipped > 0) log.info('digests planned', { planned, skipped })
    if (planned > 0) sender.wake()
  }
  const schedule = createSchedule(
    [
      { name: 'digests', run: planDigests },
      { name: 'feeds', run: () => feeding.tick() },
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
      for (const { id } of SANDBOX_PEOPLE) {
        for (const reader of await app.readers.ofChat(id)) await app.readers.forget(reader.id)
      }
    }
    if (signal.aborted) return
    const editorIds = (await app.editors.list()).map(({ userId }) => userId)
    await tryOnce('registering commands', () => registerCommands(bot.api, ownerIds, editorIds), {
      clock,
      log,
      signal,
    })
    if (signal.aborted) return
    workers = startWorkers(app, (update) => bot.handleUpdate(update), apologiesBy(bot.api, app.readers))
    readings.wake()
    // Before the sender: what waits from before the stop is replaced by what is due now, and covers it.
    await planDigests()
    await keeper.start()
    sender.start()
    corrector.start()
    schedule.start()
    void watchRuns(reports, clock, signal)
    log.info('bot connected', { username: bot.botInfo.username, sandbox: loopback !== null })
    await pollUpdates({ ...app, api: bot.api }, workers.wake, signal)
  }

  const { url } = await web.start()
  app.search.warmUp().catch((error: unknown) => log.error('the search cannot be prepared', { error }))
  const serving = serve().catch((error: unknown) => fail(unexpected(error)))
  return {
    url,
    failed,
    async stop() {
      stopping.abort()
      await Promise.all([
        feeding.stop(),
        web.stop(),
        schedule.stop(),
        workers?.stop(STOP_MS),
        sender.stop(STOP_MS),
        corrector.stop(STOP_MS),
        readings.stop(),
        serving,
      ])
      await keeper.stop()
      app.close()
      lock.release()
    },
  }
}

/** Owners see how runs go on. Not waited for when the program stops: an edit may hang as long as a call may. */
async function watchRuns(reports: RunReports, clock: Clock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await reports.look()
    await clock.sleep(LOOK_AT_RUNS_MS, signal)
  }
}

function replaced(): MujazError {
  return new MujazError('database_locked', 'Another process has become the sender of this database.', {
    hint: 'One process serves one database; was this one suspended for a while?',
  })
}

function unexpected(error: unknown): MujazError {
  return fatalError(error) ?? new MujazError('internal', 'The bot cannot go on.', { cause: error })
}
