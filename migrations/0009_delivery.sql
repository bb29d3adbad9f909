-- Readers are chats or single topics of a forum, subscriptions hold every preference, deliveries belong to runs.
-- SQLite cannot drop a constraint, so the tables are made anew; children first, because dropping a parent that
-- still has children would empty them.
CREATE TABLE readers_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER NOT NULL,
  thread_id INTEGER NOT NULL DEFAULT 0, -- one topic of a forum; 0 is the whole chat
  kind TEXT NOT NULL CHECK (kind IN ('private', 'group', 'supergroup', 'channel')),
  language TEXT NOT NULL CHECK (language IN ('ar', 'en')),
  cursor INTEGER, -- newest article of the last confirmed digest
  stopped TEXT CHECK (stopped IN ('blocked', 'deactivated', 'chat_gone', 'no_rights', 'topic_closed')),
  set_by INTEGER, -- the person who set up the subscription; told when it has to pause
  created_at INTEGER NOT NULL,
  UNIQUE (chat_id, thread_id)
) STRICT;

INSERT INTO readers_new (id, chat_id, kind, language, cursor, stopped, set_by, created_at)
SELECT id, chat_id, 'private', language, cursor, stopped, chat_id, created_at FROM readers;

CREATE TABLE subscriptions_new (
  reader_id INTEGER PRIMARY KEY REFERENCES readers_new (id) ON DELETE CASCADE,
  times TEXT NOT NULL CHECK (json_array_length(times) BETWEEN 1 AND 6), -- minutes of the local day, rising
  zone TEXT NOT NULL,
  days TEXT NOT NULL DEFAULT 'daily', -- daily, working, or ISO weekdays such as 1,3,7 (1 is Monday)
  quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to INTEGER CHECK (quiet_to BETWEEN 0 AND 1439),
  silent INTEGER NOT NULL DEFAULT 0 CHECK (silent IN (0, 1)),
  length TEXT NOT NULL DEFAULT 'normal' CHECK (length IN ('short', 'normal', 'full')),
  when_nothing TEXT NOT NULL DEFAULT 'skip' CHECK (when_nothing IN ('skip', 'say')),
  next_due_at INTEGER NOT NULL,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT;

INSERT INTO subscriptions_new (reader_id, times, zone, next_due_at)
SELECT reader_id, json_array(minute_of_day), zone, next_due_at FROM subscriptions;

-- A run is what one tick has planned. Run 1 is no run: it holds what people asked for out of turn, and never ends.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done')),
  reason TEXT, -- why it was paused or cancelled
  -- Counted in the transactions that change deliveries: a look at a run must not count 100,000 rows.
  planned INTEGER NOT NULL DEFAULT 0,
  sent INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0, -- cancelled or superseded after they were planned
  refused INTEGER NOT NULL DEFAULT 0, -- attempts that Telegram refused for reasons we do not know
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

INSERT INTO runs (id, state, started_at) VALUES (1, 'running', 0);

CREATE INDEX runs_open ON runs (id) WHERE state IN ('running', 'paused');

-- The messages that show owners how a run goes on; edited, also after a restart.
CREATE TABLE run_reports (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  owner_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (run_id, owner_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE editions ADD COLUMN length TEXT NOT NULL DEFAULT 'normal' CHECK (length IN ('short', 'normal', 'full'));
ALTER TABLE editions ADD COLUMN buttons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(buttons)); -- below the last part

CREATE TABLE deliveries_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reader_id INTEGER NOT NULL REFERENCES readers_new (id) ON DELETE CASCADE,
  slot TEXT NOT NULL, -- local date, date#2 for the second digest of a day and so on, or now:<instant>
  run_id INTEGER NOT NULL DEFAULT 1 REFERENCES runs (id),
  edition_id INTEGER REFERENCES editions (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'skipped', 'gone', 'failed')),
  reason TEXT, -- why it ended without being sent, or what the last attempt ran into
  silent INTEGER NOT NULL DEFAULT 0 CHECK (silent IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0, -- those that count: waiting as told does not
  message_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(message_ids)), -- of the parts that have arrived
  available_at INTEGER, -- pending: the time of the next attempt; sending: the end of the lease
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  UNIQUE (reader_id, slot),
  CHECK ((state IN ('pending', 'sending')) = (available_at IS NOT NULL)),
  CHECK ((state IN ('pending', 'sending')) = (settled_at IS NULL)),
  CHECK (state = 'skipped' OR edition_id IS NOT NULL),
  CHECK (state NOT IN ('skipped', 'gone', 'failed') OR reason IS NOT NULL)
) STRICT;

INSERT INTO deliveries_new (id, reader_id, slot, edition_id, state, reason, attempts, message_ids, available_at,
  created_at, settled_at)
SELECT id, reader_id, slot, edition_id, state, reason, attempts, message_ids, available_at, created_at, settled_at
FROM deliveries;

-- What was on its way goes on, as if asked for out of turn.
UPDATE runs SET planned = (SELECT count(*) FROM deliveries WHERE state IN ('pending', 'sending')) WHERE id = 1;

-- Ids of readers and deliveries that are gone are not given again.
DELETE FROM sqlite_sequence WHERE name IN ('readers_new', 'deliveries_new');
UPDATE sqlite_sequence SET name = name || '_new' WHERE name IN ('readers', 'deliveries');

DROP TABLE deliveries;
DROP TABLE subscriptions;
DROP TABLE readers;
ALTER TABLE readers_new RENAME TO readers;
ALTER TABLE subscriptions_new RENAME TO subscriptions;
ALTER TABLE deliveries_new RENAME TO deliveries;

-- The tick asks for what is due; with this index the answer does not depend on how many readers there are.
CREATE INDEX subscriptions_due ON subscriptions (next_due_at);

-- What somebody has set up for others; most have done so for themselves alone.
CREATE INDEX readers_set_by ON readers (set_by) WHERE set_by <> chat_id;

-- What waits is a small part of what there is, and a run that is paused must not stand in the way of another.
CREATE INDEX deliveries_available ON deliveries (run_id, available_at, id) WHERE state IN ('pending', 'sending');

-- Whether something is open for a reader; asked for every reader that is due.
CREATE INDEX deliveries_open ON deliveries (reader_id) WHERE state IN ('pending', 'sending');

-- Flood waits that Telegram asked for, so that a restart keeps them. The scope is `all` or a chat's id.
CREATE TABLE holds (
  scope TEXT PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which process sends. One row; whoever finds it expired may take it.
CREATE TABLE sender_lease (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;
