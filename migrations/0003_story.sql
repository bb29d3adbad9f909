-- The story that this instance follows: its names in every spelling, and the words that make a report part of it.
CREATE TABLE story (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  name TEXT NOT NULL CHECK (json_valid(name)),
  relevance TEXT NOT NULL CHECK (json_valid(relevance))
) STRICT;

CREATE TABLE entities (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'organisation', 'publication', 'thing')),
  place INTEGER NOT NULL -- order in the story's file
) STRICT;

CREATE TABLE aliases (
  entity_id TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  place INTEGER NOT NULL, -- 0 is the form that is displayed
  form TEXT NOT NULL,
  PRIMARY KEY (entity_id, language, place)
) STRICT, WITHOUT ROWID;
