import type { Clock } from '../clock.ts'
import type { AlertReader, AlertStore, PlannedAlert } from '../digests/alert.ts'
import type { Language } from '../messages/language.ts'
import type { Rendered } from '../messages/rendered.ts'
import { createAuditWriter } from './audit.ts'
import type { Database } from './database.ts'
import { createPreferencesReader, PREFERENCES } from './preferences.ts'

interface ReaderRow {
  reader_id: number
  language: Language
  preferences: string
}

/** The place of an alert among a reader's deliveries: nobody gets the same one twice. */
const slotOf = (articleId: number): string => `alert:${articleId}`
/** SQL for what is an alert and no digest, by the key of an edition or the slot of a delivery. */
export const IS_ALERT = "LIKE 'alert:%'"

/** Alerts in SQLite. */
export function createAlertStore(database: Database, clock: Clock): AlertStore {
  const readers = database.prepare<{ after: number; slot: string; limit: number }, ReaderRow>(
    `SELECT reader_id, language, ${PREFERENCES} AS preferences
     FROM subscriptions JOIN readers ON readers.id = reader_id
     WHERE alerts = 1 AND reader_id > @after AND stopped IS NULL
       AND NOT EXISTS (SELECT 1 FROM deliveries WHERE deliveries.reader_id = readers.id AND slot = @slot)
     ORDER BY reader_id LIMIT @limit`,
  )
  const preferencesOf = createPreferencesReader()
  const plan = database.transaction(createAlertPlan(database, clock))
  return {
    readers: async (articleId, after, limit) =>
      readers.all({ after, slot: slotOf(articleId), limit }).map(
        (row): AlertReader => ({
          readerId: row.reader_id,
          language: row.language,
          preferences: preferencesOf(row.preferences),
        }),
      ),
    plan: async (alert) => plan.immediate(alert),
  }
}

function createAlertPlan(database: Database, clock: Clock) {
  // The cursor of whoever receives it stays where it is: see settle.ts.
  const insertEdition = database.prepare(
    `INSERT INTO editions (key, language, since, up_to, article_ids, omitted, parts, buttons, created_at)
     VALUES (?, ?, NULL, 0, ?, 0, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
  )
  const editionByKey = database.prepare<[string], number>('SELECT id FROM editions WHERE key = ?').pluck()
  const openRun = database.prepare<[number]>("INSERT INTO runs (state, started_at) VALUES ('running', ?)")
  // Owners may have cancelled it meanwhile, or the sender has brought everything so far and ended it.
  const addToRun = database.prepare<[number, number]>(
    `UPDATE runs SET planned = planned + ?, state = CASE state WHEN 'done' THEN 'running' ELSE state END,
       ended_at = NULL WHERE id = ? AND state <> 'cancelled'`,
  )
  const dropRun = database.prepare<[number]>('DELETE FROM runs WHERE id = ?')
  const isOpen = database
    .prepare<[number], number>("SELECT 1 FROM runs WHERE id = ? AND state <> 'cancelled'")
    .pluck()
  const insertDelivery = database.prepare<
    Omit<PlannedAlert, 'language' | 'silent'> & {
      slot: string
      runId: number
      editionId: number
      silent: 0 | 1
      now: number
    }
  >(
    `INSERT INTO deliveries (reader_id, slot, run_id, edition_id, state, silent, available_at, created_at)
     VALUES (@readerId, @slot, @runId, @editionId, 'pending', @silent, @availableAt, @now)
     ON CONFLICT (reader_id, slot) DO NOTHING`,
  )
  const audit = createAuditWriter(database, clock)

  function editionOf(articleId: number, language: Language, text: Rendered, now: number): number {
    const key = `${slotOf(articleId)}:${language}`
    const [parts, buttons] = [JSON.stringify(text.parts), JSON.stringify(text.buttons)]
    insertEdition.run(key, language, JSON.stringify([articleId]), parts, buttons, now)
    return editionByKey.get(key) as number
  }

  return (alert: Parameters<AlertStore['plan']>[0]): { planned: number; runId: number | null } => {
    const { articleId, editorId, texts, readers, now } = alert
    if (alert.runId !== null && isOpen.get(alert.runId) === undefined)
      return { planned: 0, runId: alert.runId }
    const editions = new Map<Language, number>()
    for (const [language, text] of texts) editions.set(language, editionOf(articleId, language, text, now))
    const runId = alert.runId ?? Number(openRun.run(now).lastInsertRowid)
    let planned = 0
    for (const { readerId, language, availableAt, silent } of readers) {
      const editionId = editions.get(language)
      if (editionId === undefined) continue
      const delivery = { readerId, slot: slotOf(articleId), runId, editionId, availableAt, now } as const
      planned += insertDelivery.run({ ...delivery, silent: silent ? 1 : 0 }).changes
    }
    if (alert.runId === null && planned === 0) {
      // Another was quicker with all of them.
      dropRun.run(runId)
      return { planned, runId: null }
    }
    addToRun.run(planned, runId)
    if (alert.runId === null) {
      audit({ actorId: editorId, act: 'send-alert', subject: `article:${articleId}`, detail: { run: runId } })
    }
    return { planned, runId }
  }
}
