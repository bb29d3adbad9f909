import type { Entity, EntityKind, RelevanceWords, Story } from '../story/aliases.ts'
import type { StoryStore } from '../story/story-store.ts'
import type { Database } from './database.ts'

interface AliasRow {
  id: string
  kind: EntityKind
  language: string
  form: string
}

/** The story's names and words in SQLite. */
export function createStoryStore(database: Database): StoryStore {
  const story = database.prepare<[], { name: string; relevance: string }>('SELECT name, relevance FROM story')
  const aliases = database.prepare<[], AliasRow>(
    `SELECT entities.id, entities.kind, aliases.language, aliases.form
     FROM entities JOIN aliases ON aliases.entity_id = entities.id
     ORDER BY entities.place, aliases.language, aliases.place`,
  )
  const insertEntity = database.prepare('INSERT INTO entities (id, kind, place) VALUES (?, ?, ?)')
  const insertAlias = database.prepare(
    'INSERT INTO aliases (entity_id, language, place, form) VALUES (?, ?, ?, ?)',
  )
  const insertStory = database.prepare('INSERT INTO story (only, name, relevance) VALUES (1, ?, ?)')

  const replace = database.transaction((next: Story) => {
    database.exec('DELETE FROM story; DELETE FROM aliases; DELETE FROM entities')
    insertStory.run(JSON.stringify(next.name), JSON.stringify(next.relevance))
    next.entities.forEach((entity, place) => {
      insertEntity.run(entity.id, entity.kind, place)
      for (const [language, forms] of Object.entries(entity.forms)) {
        forms.forEach((form, index) => insertAlias.run(entity.id, language, index, form))
      }
    })
  })

  return {
    replace: async (next) => replace.immediate(next),
    async current() {
      const row = story.get()
      if (row === undefined) return null
      return {
        name: JSON.parse(row.name) as Record<string, string>,
        relevance: JSON.parse(row.relevance) as RelevanceWords,
        entities: gather(aliases.all()),
      }
    },
  }
}

function gather(rows: readonly AliasRow[]): Entity[] {
  const entities = new Map<string, { id: string; kind: EntityKind; forms: Record<string, string[]> }>()
  for (const { id, kind, language, form } of rows) {
    const entity = entities.get(id) ?? { id, kind, forms: {} }
    entities.set(id, entity)
    const forms = entity.forms[language] ?? []
    forms.push(form)
    entity.forms[language] = forms
  }
  return [...entities.values()]
}
