import { z } from 'zod'
import { MujazError } from './errors.ts'

/** Everything an operator can set; see .env.example for the meaning of each. */
export interface Config {
  /** Null: no token, the sandbox is served instead of Telegram. */
  readonly botToken: string | null
  readonly telegramApiRoot: string
  readonly ownerIds: readonly number[]
  readonly databasePath: string
  readonly defaultZone: string
  /** Minutes after local midnight. */
  readonly defaultDigestMinute: number
  /** Digest messages a second over all chats. */
  readonly sendRate: number
  /** Whether broadcasts beyond Telegram's free rate are paid for, in Stars. */
  readonly paidBroadcast: boolean
  readonly seed: boolean
  readonly host: string
  readonly port: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

const zone = z.string().refine(isZone, { error: 'an IANA time zone such as Asia/Riyadh or Africa/Cairo' })

const SCHEMA = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, { error: 'a token from @BotFather such as 123456789:AA…, or nothing' })
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(isWebAddress, { error: 'an http(s) address such as https://api.telegram.org' })
    .default('https://api.telegram.org')
    .transform((address) => address.replace(/\/+$/, '')),
  OWNER_IDS: z
    .string()
    .regex(/^\s*[1-9]\d{0,14}(\s*[,\s]\s*[1-9]\d{0,14})*\s*$/, {
      error: 'Telegram user ids, separated by commas, such as 11111111,22222222',
    })
    .transform((ids) =>
      ids
        .trim()
        .split(/[\s,]+/)
        .map(Number),
    )
    .default([]),
  DATABASE_PATH: z.string().default('data/mujaz.sqlite'),
  DEFAULT_TIME_ZONE: zone.default('Asia/Riyadh'),
  DEFAULT_DIGEST_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time from 00:00 to 23:59 such as 08:00' })
    .default('08:00')
    .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
  SEND_RATE: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'messages a second, 1 to 30, or to 1000 with PAID_BROADCAST=on' })
    .transform(Number)
    .optional(),
  PAID_BROADCAST: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('off')
    .transform((value) => value === 'on'),
  SEED: z
    .enum(['on', 'off'], { error: 'on or off' })
    .default('on')
    .transform((value) => value === 'on'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, { error: 'a port from 0 to 65535' })
    .default('8080')
    .transform(Number),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
})

/** Telegram's limits for bulk messages a second: free, and paid with `allow_paid_broadcast`. */
const FREE_RATE = 30
const PAID_RATE = 1000
/** A little below the free limit, because answers to people count too. */
const DEFAULT_RATE = 28

/** A token, also one that was put into the wrong variable. */
const TOKEN_LIKE = /\d{3,}(?::|%3A)[\w-]{20,}/i

/** What was found, as an error may repeat it. */
function shown(name: string, value: string | undefined): string {
  if (name === 'BOT_TOKEN' || TOKEN_LIKE.test(value ?? '')) return 'something else (not shown)'
  return JSON.stringify(value)
}

/**
 * Reads the configuration; a variable that is set to nothing counts as not set.
 * @throws MujazError `config_invalid` that names every mistake at once: the variable, what was found, what is expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const names = Object.keys(SCHEMA.shape)
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name]?.trim()
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const parsed = SCHEMA.refine(isAffordable, {
    path: ['SEND_RATE'],
    error: 'at most 30 messages a second, or at most 1000 with PAID_BROADCAST=on',
  }).safeParse(given)
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return `  ${name}: found ${shown(name, given[name])}, expected ${issue.message}`
    })
    throw new MujazError('config_invalid', `The configuration has mistakes:\n${mistakes.join('\n')}`, {
      hint: 'Set them in the environment or in .env; .env.example explains each.',
    })
  }
  const value = parsed.data
  return Object.freeze({
    botToken: value.BOT_TOKEN ?? null,
    telegramApiRoot: value.TELEGRAM_API_ROOT,
    ownerIds: Object.freeze(value.OWNER_IDS),
    databasePath: value.DATABASE_PATH,
    defaultZone: value.DEFAULT_TIME_ZONE,
    defaultDigestMinute: value.DEFAULT_DIGEST_TIME,
    sendRate: value.SEND_RATE ?? (value.PAID_BROADCAST ? PAID_RATE : DEFAULT_RATE),
    paidBroadcast: value.PAID_BROADCAST,
    seed: value.SEED,
    host: value.HOST,
    port: value.PORT,
    logLevel: value.LOG_LEVEL,
  })
}

function isAffordable(value: { SEND_RATE?: number | undefined; PAID_BROADCAST: boolean }): boolean {
  return (value.SEND_RATE ?? 0) <= (value.PAID_BROADCAST ? PAID_RATE : FREE_RATE)
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    // Offsets such as +03:00 are no zones: they know nothing of summer time.
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
