import type { SenderLease } from '../deliveries/lease.ts'
import type { Database } from './database.ts'

/** The row of the one sender in SQLite. */
export function createSenderLease(database: Database): SenderLease {
  const hold = database.prepare<{ holder: string; now: number; until: number; force: 0 | 1 }>(
    `INSERT INTO sender_lease (only, holder, until) VALUES (1, @holder, @until)
     ON CONFLICT (only) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE sender_lease.holder = excluded.holder OR sender_lease.until <= @now OR @force`,
  )
  const release = database.prepare<[string]>('DELETE FROM sender_lease WHERE holder = ?')
  const current = database.prepare<[], { holder: string; until: number }>(
    'SELECT holder, until FROM sender_lease',
  )
  return {
    hold: async (holder, now, until, force = false) =>
      hold.run({ holder, now, until, force: force ? 1 : 0 }).changes === 1,
    async release(holder) {
      release.run(holder)
    },
    current: async () => current.get() ?? null,
  }
}
