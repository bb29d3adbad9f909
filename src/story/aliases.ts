/** What an entity of the story is; persons' names are aligned word by word across languages. */
export type EntityKind = 'person' | 'place' | 'organisation' | 'publication' | 'thing'

/** Somebody or something the story names, with every spelling readers meet. The first form of a language is its display form. */
export interface Entity {
  readonly id: string
  readonly kind: EntityKind
  readonly forms: Readonly<Record<string, readonly string[]>>
}

/** The words that make a report part of the story: one of each required group, strengthened by the supporting ones. */
export interface RelevanceWords {
  readonly required: readonly (readonly string[])[]
  readonly supporting: readonly string[]
}

/** The one story that an instance follows. */
export interface Story {
  readonly name: Readonly<Record<string, string>>
  readonly entities: readonly Entity[]
  readonly relevance: RelevanceWords
}

/** A person, a thing and a place of the story as `language` calls them: words worth trying in a search. */
export function exampleNames(story: Story | null, language: string): string[] {
  const kinds: readonly EntityKind[] = ['person', 'thing', 'place']
  return kinds.flatMap((kind) => {
    const entity = story?.entities.find((candidate) => candidate.kind === kind)
    return entity?.forms[language]?.[0] ?? []
  })
}
