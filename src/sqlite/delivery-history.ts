import type { DeliveryState } from '../deliveries/delivery.ts'
import type { DeliveryHistory, PastDelivery } from '../deliveries/history.ts'
import type { Database } from './database.ts'

interface PastRow {
  id: number
  slot: string
  run_id: number
  state: DeliveryState
  reason: string | null
  attempts: number
  arrived: number
  created_at: number
  available_at: number | null
  settled_at: number | null
  edition_id: number | null
  since: number | null
  up_to: number
  articles: number
  parts: number
  amendments: string
}

/** What has been sent, read from the deliveries and their editions. */
export function createDeliveryHistory(database: Database): DeliveryHistory {
  // By the time of planning: a skipped slot that was planned once more is newer than its row.
  const ofReader = database.prepare<[number, number], PastRow>(
    `SELECT deliveries.id, slot, run_id, state, reason, attempts, json_array_length(message_ids) AS arrived,
       deliveries.created_at, available_at, settled_at, edition_id, since, up_to,
       json_array_length(article_ids) AS articles, json_array_length(parts) AS parts,
       (SELECT json_group_array(json_object('articleId', article_id, 'state', amendments.state))
        FROM amendments JOIN corrections ON corrections.id = correction_id
        WHERE delivery_id = deliveries.id) AS amendments
     FROM deliveries LEFT JOIN editions ON editions.id = edition_id
     WHERE reader_id = ? ORDER BY deliveries.created_at DESC, deliveries.id DESC LIMIT ?`,
  )
  return {
    ofReader: async (readerId, limit) => ofReader.all(readerId, limit).map(toPastDelivery),
  }
}

function toPastDelivery(row: PastRow): PastDelivery {
  const { edition_id: id, since, up_to: upTo, articles, parts } = row
  return {
    id: row.id,
    slot: row.slot,
    runId: row.run_id,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts,
    edition: id === null ? null : { id, since, upTo, articles, parts },
    arrived: row.arrived,
    plannedAt: row.created_at,
    availableAt: row.available_at,
    settledAt: row.settled_at,
    amendments: JSON.parse(row.amendments) as PastDelivery['amendments'],
  }
}
