import { GrammyError } from 'grammy'
import type { Clock } from '../clock.ts'
import { MujazError } from '../errors.ts'
import type { Log } from '../log.ts'

const LONGEST_PAUSE = 30_000

/** Errors of the Bot API after which a process must end, with a sentence that says what to do; null for others. */
export function fatalError(error: unknown): MujazError | null {
  if (error instanceof MujazError) return error
  if (!(error instanceof GrammyError)) return null
  // A token that leads nowhere is "Not Found"; a method that a server does not have says more than that.
  if (error.error_code === 401 || (error.error_code === 404 && /^Not Found$/.test(error.description))) {
    return tokenRefused()
  }
  if (error.error_code !== 409) return null
  const webhook = error.description.includes('webhook')
  return new MujazError(
    'telegram_conflict',
    webhook
      ? 'A webhook is set for this bot, so it cannot poll for updates.'
      : 'Another program is fetching the updates of this bot.',
    { hint: 'One bot token serves one running process: stop the other one, then start again.' },
  )
}

/** The token is wrong, or has been revoked. */
export function tokenRefused(): MujazError {
  return new MujazError('telegram_unauthorized', 'Telegram does not accept the bot token.', {
    hint: 'Check BOT_TOKEN against @BotFather; the token may have been revoked.',
  })
}

/**
 * Repeats what the bot cannot start without until it succeeds: Telegram may be out of reach when a machine boots.
 * @throws MujazError for what waiting cannot cure; gives null when the signal aborts
 */
export async function insist<Result>(
  call: () => Promise<Result>,
  { clock, log, signal }: { clock: Clock; log: Log; signal: AbortSignal },
): Promise<Result | null> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return await call()
    } catch (error) {
      const fatal = fatalError(error)
      if (fatal !== null) throw fatal
      if (signal.aborted) return null
      const pauseMs = pauseAfter(error, failures)
      log.warn('telegram cannot be reached', { error: error as Error, pauseMs })
      await clock.sleep(pauseMs, signal)
    }
  }
  return null
}

/**
 * {@link insist} for calls that the bot can do without: what Telegram refuses (and not merely delays) is left undone.
 */
export async function tryOnce(
  what: string,
  call: () => Promise<unknown>,
  options: { clock: Clock; log: Log; signal: AbortSignal },
): Promise<void> {
  await insist(async () => {
    try {
      await call()
    } catch (error) {
      const refused = error instanceof GrammyError && error.error_code < 429 && fatalError(error) === null
      if (!refused) throw error
      options.log.warn(`${what} was refused`, { error })
    }
  }, options)
}

/** As long as Telegram asks for, else twice as long after each failure. */
function pauseAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return asked === undefined ? Math.min(LONGEST_PAUSE, 1000 * 2 ** failures) : asked * 1000
}
