-- Editions: digests whose content is chosen and whose text is frozen, so that a second attempt shows what the
-- first one did. Readers with the same key share one.
CREATE TABLE editions (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL CHECK (language IN ('ar', 'en')),
  since INTEGER, -- the cursor of its readers, NULL for a first digest
  up_to INTEGER NOT NULL, -- where the cursor goes once it has arrived
  article_ids TEXT NOT NULL CHECK (json_valid(article_ids)), -- in reading order
  omitted INTEGER NOT NULL,
  parts TEXT NOT NULL CHECK (json_array_length(parts) > 0), -- Telegram HTML, one message each
  created_at INTEGER NOT NULL
) STRICT;

-- Deliveries: one edition on its way to one reader. A slot is a local calendar date (or now:<instant>), so
-- neither a change of hour or zone nor a tick that runs twice makes a second digest for one date.
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reader_id INTEGER NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
  slot TEXT NOT NULL,
  edition_id INTEGER REFERENCES editions (id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'skipped', 'gone', 'failed')),
  reason TEXT, -- why it ended without being sent, or what the last attempt ran into
  attempts INTEGER NOT NULL DEFAULT 0, -- those that count: waiting as told does not
  message_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(message_ids)), -- of the parts that have arrived
  -- When it may be taken: pending, the time of the next attempt; sending, the end of the lease. One column,
  -- because whoever claims asks for both at once.
  available_at INTEGER,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  UNIQUE (reader_id, slot),
  CHECK ((state IN ('pending', 'sending')) = (available_at IS NOT NULL)),
  CHECK ((state IN ('pending', 'sending')) = (settled_at IS NULL)),
  CHECK (state = 'skipped' OR edition_id IS NOT NULL),
  CHECK (state NOT IN ('skipped', 'gone', 'failed') OR reason IS NOT NULL)
) STRICT;

-- What waits is a small part of what there is: claiming must not depend on the archive.
CREATE INDEX deliveries_available ON deliveries (available_at, id) WHERE state IN ('pending', 'sending');

-- Whether something is open for a reader; asked for every reader that is due.
CREATE INDEX deliveries_open ON deliveries (reader_id) WHERE state IN ('pending', 'sending');
