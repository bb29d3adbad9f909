import type { Hit, SearchIndex, SearchPlan, Term } from '../search/search-index.ts'
import type { Database } from './database.ts'

/** A word in the title says more about a report than one in its body. */
const TITLE_WEIGHT = 4
const BODY_WEIGHT = 1

/** Full-text search in SQLite's FTS5, over stems. */
export function createSearchIndex(database: Database): SearchIndex {
  const count = database
    .prepare<[string], number>('SELECT count(*) FROM article_search WHERE article_search MATCH ?')
    .pluck()
  // bm25 is negative, the best the lowest; the newer of two equals comes first.
  const find = database.prepare<[string, number, number], Hit>(
    `SELECT rowid AS articleId, -bm25(article_search, ${TITLE_WEIGHT}, ${BODY_WEIGHT}) AS score
     FROM article_search WHERE article_search MATCH ? ORDER BY score DESC, rowid DESC LIMIT ? OFFSET ?`,
  )
  return {
    async find(asked, { offset, limit }) {
      const plan = withoutNothing(asked)
      if (plan.terms.length === 0) return { total: 0, matched: 'all', hits: [] }
      const all = expression(plan, ' AND ')
      const total = count.get(all) ?? 0
      if (total > 0 || plan.terms.length === 1) {
        return { total, matched: 'all', hits: find.all(all, limit, offset) }
      }
      const any = expression(plan, ' OR ')
      return { total: count.get(any) ?? 0, matched: 'any', hits: find.all(any, limit, offset) }
    },
  }
}

/** A phrase without words, and a term without phrases, ask for nothing; FTS5 would call them a syntax error. */
function withoutNothing({ terms }: SearchPlan): SearchPlan {
  return {
    terms: terms
      .map(({ anyOf }) => ({ anyOf: anyOf.filter((phrase) => phrase.length > 0) }))
      .filter(({ anyOf }) => anyOf.length > 0),
  }
}

/** FTS5's own syntax never comes from outside: every stem is a quoted string, a phrase is strings joined by +. */
function expression(plan: SearchPlan, connective: ' AND ' | ' OR '): string {
  return plan.terms.map(oneOf).join(connective)
}

function oneOf({ anyOf }: Term): string {
  return `(${anyOf.map((phrase) => phrase.map(quote).join(' + ')).join(' OR ')})`
}

function quote(stem: string): string {
  return `"${stem.replaceAll('"', '""').replaceAll('\0', '')}"`
}
