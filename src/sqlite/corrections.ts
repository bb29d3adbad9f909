import type { Correction } from '../articles/article-changes.ts'
import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

interface CorrectionRow {
  id: number
  article_id: number
  kind: Correction['kind']
  note: string
  made_at: number
}

type Told = Pick<Correction, 'articleId' | 'kind' | 'note'> & { readonly editorId: number }

/** What readers are told about articles; all but `standing` are to be called inside the transaction of the change. */
export interface Corrections {
  /** Tells all who have received the article; gives the correction's id. */
  tell(told: Told): number
  /** How many waits to be told about a correction. */
  recipients(correctionId: number): number
  /** A correction does not hold any more; those who were told of it are told what holds now. */
  takeBack(correctionId: number, editorId: number): void
  /** No digest of before, which holds the article as it was, goes to anybody new. */
  retireEditions(articleId: number): void
  /** What holds now about each of the articles; the newest one counts. */
  standing(articleIds: readonly number[]): Correction[]
}

export function createCorrections(database: Database, clock: Clock): Corrections {
  const insert = database.prepare(
    'INSERT INTO corrections (article_id, kind, note, made_by, made_at) VALUES (?, ?, ?, ?, ?)',
  )
  const byId = database.prepare<[number], CorrectionRow>('SELECT * FROM corrections WHERE id = ?')
  const undo = database.prepare('UPDATE corrections SET undone_at = ? WHERE id = ?')
  const standing = database.prepare<[string], CorrectionRow>(
    `SELECT corrections.* FROM json_each(?) AS wanted JOIN corrections ON corrections.id = (
       SELECT max(id) FROM corrections WHERE article_id = wanted.value AND undone_at IS NULL)
     ORDER BY wanted.key`,
  )
  // Whoever has not been told of what was said before need not be any more: the newest text counts.
  const supersede = database.prepare(
    `DELETE FROM amendments WHERE state = 'pending' AND correction_id IN (SELECT id FROM corrections WHERE article_id = ?)`,
  )
  const tellAll = database.prepare<{ correction: number; article: number; now: number }>(
    `INSERT INTO amendments (correction_id, delivery_id, state, available_at)
     SELECT @correction, deliveries.id, 'pending', @now FROM edition_articles
       JOIN deliveries ON deliveries.edition_id = edition_articles.edition_id AND state = 'sent'
     WHERE article_id = @article ORDER BY deliveries.id DESC`,
  )
  const tellThoseTold = database.prepare<{ correction: number; before: number; now: number }>(
    `INSERT INTO amendments (correction_id, delivery_id, state, available_at)
     SELECT @correction, delivery_id, 'pending', @now FROM amendments
     WHERE correction_id = @before AND state IN ('edited', 'replied') ORDER BY id`,
  )
  const waiting = database
    .prepare<[number], number>('SELECT count(*) FROM amendments WHERE correction_id = ?')
    .pluck()
  const wasTold = database
    .prepare<[number], number>(
      `SELECT 1 FROM amendments WHERE correction_id = ? AND state IN ('edited', 'replied') LIMIT 1`,
    )
    .pluck()
  const retire = database.prepare(
    `UPDATE editions SET key = key || '!' || id
     WHERE id IN (SELECT edition_id FROM edition_articles WHERE article_id = ?) AND instr(key, '!') = 0`,
  )

  function keep({ articleId, kind, note, editorId }: Told): number {
    supersede.run(articleId)
    return Number(insert.run(articleId, kind, note, editorId, clock.now()).lastInsertRowid)
  }

  function tell(told: Told): number {
    const correction = keep(told)
    tellAll.run({ correction, article: told.articleId, now: clock.now() })
    return correction
  }

  return {
    tell,
    recipients: (correctionId) => waiting.get(correctionId) ?? 0,
    takeBack(correctionId, editorId) {
      const row = byId.get(correctionId)
      if (row === undefined) return
      const told = wasTold.get(correctionId) !== undefined
      undo.run(clock.now(), correctionId)
      const [before] = standing.all(JSON.stringify([row.article_id]))
      if (before !== undefined) {
        tell({ articleId: row.article_id, kind: before.kind, note: before.note, editorId })
      } else if (told) {
        const restored = keep({ articleId: row.article_id, kind: 'restored', note: '', editorId })
        tellThoseTold.run({ correction: restored, before: correctionId, now: clock.now() })
      } else supersede.run(row.article_id)
    },
    retireEditions(articleId) {
      retire.run(articleId)
    },
    standing: (articleIds) => standing.all(JSON.stringify(articleIds)).map(toCorrection),
  }
}

export function toCorrection(row: CorrectionRow): Correction {
  const { id, article_id: articleId, kind, note, made_at: madeAt } = row
  return { id, articleId, kind, note, madeAt }
}
