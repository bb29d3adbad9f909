-- Articles: one row per report as one publisher ran it. Ids only ever rise (AUTOINCREMENT), because a
-- reader's place in the story is the id of the newest article they have received.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  headings TEXT NOT NULL CHECK (json_valid(headings)), -- [[start, end], …]: UTF-16 offsets into body
  lead TEXT NOT NULL CHECK (json_valid(lead)), -- the same, for the sentences that carry the news
  publisher TEXT NOT NULL,
  agency TEXT,
  author TEXT,
  url TEXT,
  language TEXT NOT NULL,
  published_at TEXT, -- ISO 8601, cut at the precision that is known
  published_precision TEXT CHECK (published_precision IN ('year', 'month', 'day', 'minute', 'second')),
  event_on TEXT,
  topics TEXT NOT NULL CHECK (json_valid(topics)),
  publisher_summary TEXT NOT NULL CHECK (json_valid(publisher_summary)),
  note TEXT,
  -- The day that an article is filed under; an event is known to the day only, a publication often to the second.
  filed_on TEXT GENERATED ALWAYS AS (coalesce(event_on, substr(published_at, 1, 10))) STORED,
  added_at INTEGER NOT NULL, -- epoch milliseconds, like every *_at INTEGER below
  CHECK ((published_at IS NULL) = (published_precision IS NULL))
) STRICT;

CREATE INDEX articles_newest ON articles (filed_on DESC, published_at DESC, id DESC);

-- Drafts: what an editor pasted, stored before it is shown. `source` names the message (and the place in
-- it), so that an update that is handled twice opens nothing twice.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  chat_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'published', 'discarded')),
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  article_id INTEGER REFERENCES articles (id),
  created_at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;

CREATE INDEX drafts_open ON drafts (chat_id, id) WHERE state = 'open';
