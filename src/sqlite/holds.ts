import type { Hold, Outbox } from '../deliveries/outbox.ts'
import type { Database } from './database.ts'

const ALL_CHATS = 'all'

/** Flood waits in SQLite. */
export function createHolds(database: Database): Pick<Outbox, 'saveHold' | 'holds'> {
  // Telegram never shortens a wait.
  const save = database.prepare<[string, number]>(
    `INSERT INTO holds (scope, until) VALUES (?, ?)
     ON CONFLICT (scope) DO UPDATE SET until = max(until, excluded.until)`,
  )
  const forget = database.prepare<[number]>('DELETE FROM holds WHERE until <= ?')
  const select = database.prepare<[], { scope: string; until: number }>('SELECT * FROM holds ORDER BY until')
  return {
    async saveHold({ chatId, until }) {
      save.run(chatId === null ? ALL_CHATS : String(chatId), until)
    },
    holds: async (now) => {
      forget.run(now)
      return select
        .all()
        .map(({ scope, until }): Hold => ({ chatId: scope === ALL_CHATS ? null : Number(scope), until }))
    },
  }
}
