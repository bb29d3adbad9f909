-- The search index holds stems only (folded and stemmed by src/arabic), so it needs no copy of the text.
-- Rows are written in the article's own transaction; rowid is the article's id.
CREATE VIRTUAL TABLE article_search USING fts5 (
  title,
  body,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
