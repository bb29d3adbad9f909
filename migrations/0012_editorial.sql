-- How news comes in, what becomes of it after publishing, and who may do so.

-- What drafts are made from: stored whole before anything is made of it, so that a line that was cut can come back.
CREATE TABLE materials (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL UNIQUE, -- names the message, file, address or feed item: the same twice makes nothing twice
  kind TEXT NOT NULL CHECK (kind IN ('paste', 'forward', 'page', 'file', 'feed', 'import')),
  text TEXT NOT NULL, -- plain text, as the cleaner takes it
  facts TEXT NOT NULL CHECK (json_valid(facts)), -- what the page, the feed or the post says of itself
  chat_id INTEGER, -- where its cards are shown; NULL for what waits in the queue (feeds)
  editor_id INTEGER, -- who brought it; NULL for feeds
  received_at INTEGER NOT NULL
) STRICT;

ALTER TABLE drafts ADD COLUMN material_id INTEGER REFERENCES materials (id);
ALTER TABLE drafts ADD COLUMN place INTEGER NOT NULL DEFAULT 0; -- which of the material's reports
ALTER TABLE drafts ADD COLUMN restored TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(restored)); -- lines of the material put back
ALTER TABLE drafts ADD COLUMN settled_by INTEGER;
ALTER TABLE drafts ADD COLUMN revises INTEGER REFERENCES articles (id); -- the article that publishing will revise
CREATE INDEX drafts_of_material ON drafts (material_id);

-- Pages and files that editors have sent and that are being read: a restart takes them up again.
CREATE TABLE readings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL UNIQUE, -- the message
  asked TEXT NOT NULL CHECK (json_valid(asked)), -- {"kind":"page","url":…} or {"kind":"file","fileId":…}
  chat_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL,
  note_id INTEGER, -- the message that says so, and becomes the card
  asked_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;

-- Articles after publishing.
ALTER TABLE articles ADD COLUMN retracted_at INTEGER;
ALTER TABLE articles ADD COLUMN retraction TEXT; -- the reason, shown to readers
ALTER TABLE articles ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE articles ADD COLUMN canonical_url TEXT; -- the address without what does not name the page
CREATE INDEX articles_canonical_url ON articles (canonical_url) WHERE canonical_url IS NOT NULL;

-- What an article said before each change; never rewritten.
CREATE TABLE article_revisions (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  revision INTEGER NOT NULL,
  report TEXT NOT NULL CHECK (json_valid(report)),
  lead TEXT NOT NULL CHECK (json_valid(lead)),
  replaced_at INTEGER NOT NULL,
  replaced_by INTEGER NOT NULL, -- the editor
  PRIMARY KEY (article_id, revision)
) STRICT, WITHOUT ROWID;

-- Editorial acts that can be undone, newest first; what undoing needs stands in `before`.
CREATE TABLE undoable_acts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  act TEXT NOT NULL, -- publish, edit, retract, discard
  subject TEXT NOT NULL, -- article:17 or draft:3
  before TEXT NOT NULL CHECK (json_valid(before)),
  undone_at INTEGER
) STRICT;

-- Corrections and retractions, and how they reach those who have received the report.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  kind TEXT NOT NULL CHECK (kind IN ('correction', 'retraction', 'restored')), -- restored: taken back, the report stands
  note TEXT NOT NULL, -- what readers are told; empty where the kind says it all
  made_by INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  undone_at INTEGER -- does not hold any more
) STRICT;
CREATE INDEX corrections_of ON corrections (article_id, id) WHERE undone_at IS NULL;
CREATE INDEX corrections_made ON corrections (made_at) WHERE undone_at IS NULL;

CREATE TABLE amendments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  correction_id INTEGER NOT NULL REFERENCES corrections (id),
  delivery_id INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('pending', 'edited', 'replied', 'gone', 'failed')),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  available_at INTEGER,
  settled_at INTEGER,
  UNIQUE (correction_id, delivery_id),
  CHECK ((state = 'pending') = (available_at IS NOT NULL))
) STRICT;
CREATE INDEX amendments_of ON amendments (delivery_id);
CREATE INDEX amendments_waiting ON amendments (available_at, id) WHERE state = 'pending';

-- Which deliveries brought which article: asked when a report is corrected.
CREATE TABLE edition_articles (
  article_id INTEGER NOT NULL,
  edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, edition_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO edition_articles (article_id, edition_id)
SELECT value, editions.id FROM editions, json_each(editions.article_ids);
CREATE TRIGGER edition_articles_follow AFTER INSERT ON editions BEGIN
  INSERT OR IGNORE INTO edition_articles (article_id, edition_id)
  SELECT value, new.id FROM json_each(new.article_ids);
END;
CREATE INDEX deliveries_of_edition ON deliveries (edition_id) WHERE state = 'sent';
-- A digest whose text was frozen before a correction, and which arrives after it, is amended as soon as it is there.
CREATE TRIGGER amendments_follow AFTER UPDATE OF state ON deliveries
WHEN new.state = 'sent' AND old.state <> 'sent' BEGIN
  INSERT OR IGNORE INTO amendments (correction_id, delivery_id, state, available_at)
  SELECT max(corrections.id), new.id, 'pending', new.settled_at
  FROM corrections INDEXED BY corrections_made JOIN edition_articles USING (article_id)
  WHERE undone_at IS NULL AND kind <> 'restored' AND edition_id = new.edition_id
    AND made_at >= (SELECT created_at FROM editions WHERE id = new.edition_id)
  GROUP BY article_id;
END;

ALTER TABLE subscriptions ADD COLUMN alerts INTEGER NOT NULL DEFAULT 0 CHECK (alerts IN (0, 1)); -- urgent reports at once

ALTER TABLE editors ADD COLUMN name TEXT; -- as Telegram showed it when they were appointed

-- Feeds, polled one after another.
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  title TEXT,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'removed')),
  etag TEXT,
  last_modified TEXT,
  next_poll_at INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, -- in a row
  failing_since INTEGER,
  last_error TEXT,
  owners_told_at INTEGER, -- of the failure that goes on
  polled_at INTEGER, -- whatever became of it
  succeeded_at INTEGER,
  moved_to TEXT, -- where a permanent redirect led at the last poll; the second time the feed moves there
  added_by INTEGER NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX feeds_due ON feeds (next_poll_at) WHERE state = 'active';

CREATE TABLE feed_items (
  feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  identity TEXT NOT NULL, -- the guid, else the link, else a hash of title and text
  digest TEXT NOT NULL, -- hash of what it said, so that a changed item is seen
  material_id INTEGER REFERENCES materials (id), -- NULL for what nothing was made of
  changes INTEGER NOT NULL DEFAULT 0, -- how often it said something new
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (feed_id, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_items_digest ON feed_items (feed_id, digest);

-- Events: dated happenings of the story that group the articles of several publishers.
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  happened_on TEXT, -- YYYY-MM-DD, or NULL where no day is known
  title TEXT NOT NULL -- that of its first article
) STRICT;
CREATE TABLE event_articles (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id),
  event_id INTEGER NOT NULL REFERENCES events (id)
) STRICT;
CREATE INDEX event_articles_of ON event_articles (event_id);

-- Counting by month and publisher, and leaving out what is retracted, must not read the bodies.
CREATE INDEX articles_retracted ON articles (id) WHERE retracted_at IS NOT NULL;
CREATE INDEX articles_counted ON articles (filed_on, publisher) WHERE retracted_at IS NULL;

-- A name that an article keeps for good: through changes, exports and imports. A UUID of version 4.
ALTER TABLE articles ADD COLUMN uid TEXT;
UPDATE articles SET uid = lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
  || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)));
CREATE UNIQUE INDEX articles_uid ON articles (uid);
CREATE TRIGGER articles_named AFTER INSERT ON articles WHEN new.uid IS NULL BEGIN
  UPDATE articles SET uid = lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))
  WHERE id = new.id;
END;
