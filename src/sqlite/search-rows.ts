import type { IndexedText } from '../articles/article-store.ts'
import type { Database } from './database.ts'
import { hashOfWord } from './word-hash.ts'
import { packWords } from './word-list.ts'

/** Writes and removes what the search index holds of an article; to be called inside the article's own transaction. */
export interface SearchRows {
  write(articleId: number, text: IndexedText): void
  /** Removes the rows of one article, so that no search finds it, or so that others can be written. */
  remove(articleId: number): void
  /** Removes the rows of all articles; words keep their numbers, which other processes have learnt. */
  clear(): void
  /** The number of a folded word, undefined where no article has ever had it. */
  numberOf(word: string): number | undefined
}

export function createSearchRows(database: Database): SearchRows {
  const insertStems = database.prepare('INSERT INTO article_search (rowid, title, body) VALUES (?, ?, ?)')
  const insertWords = database.prepare('INSERT INTO article_words (article_id, words) VALUES (?, ?)')
  const deleteStems = database.prepare('DELETE FROM article_search WHERE rowid = ?')
  const deleteWords = database.prepare('DELETE FROM article_words WHERE article_id = ?')
  const find = database
    .prepare<[number, string], number>(
      'SELECT id FROM search_word_hashes JOIN search_words USING (id) WHERE hash = ? AND word = ? LIMIT 1',
    )
    .pluck()
  const add = database.prepare('INSERT INTO search_words (word) VALUES (?)')
  // A store that has lost words may give a number to the same word a second time.
  const addHash = database.prepare('INSERT OR IGNORE INTO search_word_hashes (hash, id) VALUES (?, ?)')

  function number(word: string): number {
    const hash = hashOfWord(word)
    const kept = find.get(hash, word)
    if (kept !== undefined) return kept
    const id = Number(add.run(word).lastInsertRowid)
    addHash.run(hash, id)
    return id
  }

  return {
    write(articleId, { title, body }) {
      const known = new Map<string, number>()
      const list = [...title.words, ...body.words].map((word) => {
        const kept = known.get(word) ?? number(word)
        known.set(word, kept)
        return kept
      })
      insertStems.run(articleId, title.stems.join(' '), body.stems.join(' '))
      insertWords.run(articleId, packWords(title.words.length, list))
    },
    remove(articleId) {
      deleteStems.run(articleId)
      deleteWords.run(articleId)
    },
    clear() {
      database.exec(
        `DELETE FROM article_words;
         UPDATE search_counts SET generation = generation + 1, up_to = 0, articles = 0, places = 0, words = x'';
         INSERT INTO article_search (article_search) VALUES ('delete-all')`,
      )
    },
    numberOf: (word) => find.get(hashOfWord(word), word),
  }
}
