-- Words are looked up by a hash of a few bytes: an index of the words themselves held every word a second time.
-- Lists of words are packed in bits. What is here was packed in bytes, and no rules means that all rows are made
-- anew at the start.
DELETE FROM search_state;
DROP TABLE article_words;
DROP TABLE search_words;

CREATE TABLE search_words (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL -- folded
) STRICT;

CREATE TABLE search_word_hashes (
  hash INTEGER NOT NULL, -- of the word, see src/sqlite/word-hash.ts
  id INTEGER NOT NULL,
  PRIMARY KEY (hash, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_words (
  article_id INTEGER PRIMARY KEY,
  words BLOB NOT NULL -- how many words the title has, then the words of title and body; see src/sqlite/word-list.ts
) STRICT;

-- What a process has counted, so that the next one need not read all lists again: in how many articles each word
-- stands, up to some article. Only a saving of time: set back to nothing, everything is counted anew.
CREATE TABLE search_counts (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  generation INTEGER NOT NULL, -- rises when all rows are made anew: what was counted before does not count
  up_to INTEGER NOT NULL, -- the last article that was counted
  articles INTEGER NOT NULL,
  places INTEGER NOT NULL, -- words of all these articles, each as often as it stands there
  words BLOB NOT NULL -- a number for each word, in the order of the ids from 0 on; packed like a list
) STRICT;
INSERT INTO search_counts VALUES (1, 0, 0, 0, 0, x'');

-- The index is made anew from nothing, and put together as soon as there are two parts of one size.
INSERT INTO article_search (article_search) VALUES ('delete-all');
INSERT INTO article_search (article_search, rank) VALUES ('usermerge', 2);
