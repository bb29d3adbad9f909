import type { Config } from '../../src/config.ts'

/** An instance with nothing set but what a test says. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    botToken: null,
    telegramApiRoot: 'http://127.0.0.1:1',
    ownerIds: [],
    databasePath: ':memory:',
    defaultZone: 'Asia/Riyadh',
    defaultDigestMinute: 8 * 60,
    sendRate: 28,
    paidBroadcast: false,
    seed: true,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    ...overrides,
  }
}
