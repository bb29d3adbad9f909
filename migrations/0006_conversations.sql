-- Updates are stored here before they are confirmed to Telegram, and are worked off one lane at a time.
-- A lane is a chat: its updates are handled in order, those of other chats meanwhile.
CREATE TABLE inbox (
  update_id INTEGER PRIMARY KEY,
  lane INTEGER NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  received_at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;

CREATE INDEX inbox_waiting ON inbox (lane, update_id) WHERE state = 'new';

-- What the bot has asked a chat and waits to be told; one question at a time.
CREATE TABLE dialogs (
  chat_id INTEGER PRIMARY KEY,
  dialog TEXT NOT NULL CHECK (json_valid(dialog)),
  updated_at INTEGER NOT NULL
) STRICT;

-- Words of result lists that can still be paged through: 64 bytes of button data do not hold them.
CREATE TABLE remembered_queries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again: old buttons name it
  chat_id INTEGER NOT NULL,
  query TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  UNIQUE (chat_id, query)
) STRICT;
