import type { IndexedText } from '../articles/article-store.ts'
import type { Database } from './database.ts'
import { packWords } from './word-list.ts'

/** Writes and removes what the search index holds of an article; to be called inside the article's own transaction. */
export interface SearchRows {
  write(articleId: number, text: IndexedText): void
  /** Removes the rows of all articles; words keep their numbers, which other processes have learnt. */
  clear(): void
}

export function createSearchRows(database: Database): SearchRows {
  const insertStems = database.prepare('INSERT INTO article_search (rowid, title, body) VALUES (?, ?, ?)')
  const insertWords = database.prepare('INSERT INTO article_words (article_id, words) VALUES (?, ?)')
  const find = database.prepare<[string], number>('SELECT id FROM search_words WHERE word = ?').pluck()
  const add = database.prepare('INSERT INTO search_words (word) VALUES (?)')

  return {
    write(articleId, { title, body }) {
      const number = (word: string) => find.get(word) ?? Number(add.run(word).lastInsertRowid)
      const known = new Map<string, number>()
      const list = [...title.words, ...body.words].map((word) => {
        const kept = known.get(word) ?? number(word)
        known.set(word, kept)
        return kept
      })
      insertStems.run(articleId, title.stems.join(' '), body.stems.join(' '))
      insertWords.run(articleId, packWords(title.words.length, list))
    },
    clear() {
      database.exec(
        "DELETE FROM article_words; INSERT INTO article_search (article_search) VALUES ('delete-all')",
      )
    },
  }
}
