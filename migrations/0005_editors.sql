-- Editors are appointed in Telegram; owners come from the configuration and stand in no table.
CREATE TABLE editors (
  user_id INTEGER PRIMARY KEY,
  appointed_by INTEGER NOT NULL,
  appointed_at INTEGER NOT NULL
) STRICT;

-- Who did what to the story. Never rewritten.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL, -- such as draft:3 or article:17
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
