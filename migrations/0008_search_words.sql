-- The body comes first: FTS5 writes two bytes more for every word of an article in any other column.
DROP TABLE article_search;
CREATE VIRTUAL TABLE article_search USING fts5 (
  body,
  title,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

-- Ranking reads an article as the list of its words: which word stands where says what a bag of stems cannot
-- (openings, neighbours, letters). Words are numbers, so that a list takes little more than a byte a word.
CREATE TABLE search_words (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE -- folded
) STRICT;

CREATE TABLE article_words (
  article_id INTEGER PRIMARY KEY,
  words BLOB NOT NULL -- varints: how many words the title has, then the words of title and body
) STRICT;

-- Which rules of folding and stemming made the rows; with other rules, or none, they are made anew at the start.
CREATE TABLE search_state (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  rules INTEGER NOT NULL
) STRICT;
