-- Readers: no names, no texts; a chat, how it wants the digest, and how far it has read.
CREATE TABLE readers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER NOT NULL UNIQUE,
  language TEXT NOT NULL CHECK (language IN ('ar', 'en')),
  cursor INTEGER, -- newest article of the last confirmed digest
  stopped TEXT CHECK (stopped IN ('blocked', 'deactivated', 'chat_gone', 'no_rights')),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE subscriptions (
  reader_id INTEGER PRIMARY KEY REFERENCES readers (id) ON DELETE CASCADE,
  minute_of_day INTEGER NOT NULL CHECK (minute_of_day BETWEEN 0 AND 1439),
  zone TEXT NOT NULL,
  next_due_at INTEGER NOT NULL
) STRICT;

-- The tick asks for what is due; with this index the answer does not depend on how many readers there are.
CREATE INDEX subscriptions_due ON subscriptions (next_due_at);
