import { setImmediate as breathe } from 'node:timers/promises'
import type { ArticleStore } from '../src/articles/article-store.ts'
import { prepareReport } from '../src/articles/intake.ts'
import { localMinute } from '../src/readers/wall-clock.ts'
import type { Database } from '../src/sqlite/database.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const ARTICLES = 60
const AT_ONCE = 20_000
const MINUTE_MS = 60_000
const ZONES = [
  'Africa/Cairo',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Europe/London',
  'Asia/Riyadh',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Pyongyang',
  'Pacific/Apia',
  'UTC',
]

/** Reports of some two thousand letters each, a few a day. */
export async function addArticles(articles: ArticleStore): Promise<void> {
  const sentence = 'التقى وزيرا خارجية البلدين في بيونغ يانغ وبحثا التعاون في مجالي الطاقة والنقل.'
  await articles.addAll(
    Array.from({ length: ARTICLES }, (_, index) =>
      prepareReport({
        title: `تقرير رقم ${index + 1} عن محادثات بين موسكو وبيونغ يانغ`,
        body: Array.from({ length: 25 }, (__, line) => `${sentence} (${index}-${line})`).join('\n'),
        headings: [],
        publisher: 'وكالة',
        agency: null,
        author: null,
        url: null,
        language: 'ar',
        publishedAt: { value: `2026-11-${String(1 + (index % 20)).padStart(2, '0')}`, precision: 'day' },
        eventOn: null,
        topics: [],
        publisherSummary: [],
        note: null,
      }),
    ),
  )
}

/**
 * Readers of many kinds: twelve zones, sixty times of the morning, two languages, three lengths, forty cursors, some
 * with quiet hours, some stopped. Each has received one digest. Their next one is due within a day from `now`.
 */
export async function addReaders(database: Database, readers: number, now: number): Promise<void> {
  const zones = JSON.stringify(ZONES)
  database.exec(`INSERT INTO editions (key, language, up_to, article_ids, omitted, parts, created_at)
    VALUES ('old', 'ar', 1, '[1]', 0, '["قديم"]', 1)`)
  const numbers =
    'WITH RECURSIVE numbers (n) AS (SELECT CAST(@from AS INTEGER) UNION ALL SELECT n + 1 FROM numbers WHERE n < @to)'
  const statements = [
    `INSERT INTO readers (id, chat_id, kind, language, cursor, stopped, set_by, created_at) ${numbers}
     SELECT n, n + 100000000, 'private', iif(n % 10 = 0, 'en', 'ar'), nullif(n / 7 % 41, 0),
       iif(n % 50 = 7, 'blocked', NULL), n + 100000000, @now FROM numbers`,
    `INSERT INTO subscriptions (reader_id, times, zone, quiet_from, quiet_to, length, next_due_at) ${numbers}
     SELECT n, json_array(360 + n / 13 % 60 * 5), json_extract(@zones, '$[' || (n / 3 % 12) || ']'),
       iif(n % 4 = 0, 1320, NULL), iif(n % 4 = 0, 360, NULL),
       CASE n / 11 % 3 WHEN 0 THEN 'short' WHEN 1 THEN 'normal' ELSE 'full' END,
       @now + 3600000 + n * 7919 % ${DAY_MS - 3_600_000} FROM numbers`,
    `INSERT INTO deliveries (reader_id, slot, edition_id, state, message_ids, created_at, settled_at) ${numbers}
     SELECT n, '2026-10-01', 1, 'sent', '[1]', 1, 2 FROM numbers`,
  ].map((sql) => database.prepare<Record<string, number | string>>(sql))
  for (let from = 1; from <= readers; from += AT_ONCE) {
    const values = { from, to: Math.min(readers, from + AT_ONCE - 1), now, zones }
    database.transaction(() => {
      for (const [index, statement] of statements.entries()) {
        const { zones: listed, now: moment, ...range } = values
        statement.run({
          ...range,
          ...(index < 2 ? { now: moment } : {}),
          ...(index === 1 ? { zones: listed } : {}),
        })
      }
    })()
    await breathe()
  }
}

/**
 * Makes `count` readers, spread evenly over the table, due at the minute of `at` or at any of the `minutes` that end
 * with it: their hour becomes that minute in their zone.
 */
export function makeDue(
  database: Database,
  wish: { count: number; readers: number; offset: number; at: number; minutes: number },
): void {
  const { count, readers, offset, at, minutes } = wish
  const step = Math.max(1, Math.floor(readers / count))
  const last = Math.floor(at / MINUTE_MS) * MINUTE_MS
  database.exec(
    'CREATE TEMP TABLE wish (zone TEXT, k INTEGER, minute INTEGER, due INTEGER, PRIMARY KEY (zone, k))',
  )
  const insert = database.prepare('INSERT INTO wish VALUES (?, ?, ?, ?)')
  for (const zone of ZONES) {
    for (let k = 0; k < minutes; k += 1) {
      const due = last - k * MINUTE_MS
      insert.run(zone, k, localMinute(due, zone), due)
    }
  }
  database
    .prepare<{ step: number; offset: number; minutes: number }>(
      `UPDATE subscriptions SET times = json_array(CAST(minute AS INTEGER)), next_due_at = due FROM wish
       WHERE reader_id % CAST(@step AS INTEGER) = CAST(@offset AS INTEGER) AND wish.zone = subscriptions.zone
         AND k = reader_id / CAST(@step AS INTEGER) % CAST(@minutes AS INTEGER)`,
    )
    .run({ step, offset, minutes })
  database.exec('DROP TABLE wish')
}
