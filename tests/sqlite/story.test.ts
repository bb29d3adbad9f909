import { describe, expect, test } from 'vitest'
import { readSeeds } from '../../src/sources/seeds.ts'
import { createStoryStore } from '../../src/sqlite/story.ts'
import type { Story } from '../../src/story/aliases.ts'
import { contents, openStore } from './store.ts'

const SMALL: Story = {
  name: { ar: 'قصة', en: 'A story' },
  entities: [
    { id: 'z', kind: 'thing', forms: { en: ['b', 'a'], ar: ['ثان', 'أول', 'ثان'] } },
    { id: 'a', kind: 'person', forms: { ru: ["о'Брайен"] } },
  ],
  relevance: { required: [['أول'], ['ثان', 'b']], supporting: [] },
}

describe('the story', () => {
  test('is unknown before it has been loaded', async () => {
    const { database } = await openStore()
    expect(await createStoryStore(database).current()).toBeNull()
  })

  test('comes back as it was loaded, entities and forms in their order', async () => {
    const { database } = await openStore()
    const stories = createStoryStore(database)
    await stories.replace(SMALL)
    expect(await stories.current()).toEqual(SMALL)
  })

  test('of the seeds comes back whole', async () => {
    const { database } = await openStore()
    const stories = createStoryStore(database)
    const { story } = readSeeds()
    await stories.replace(story)
    expect(await stories.current()).toEqual(story)
  })

  test('is replaced as a whole: nothing of the old one stays', async () => {
    const { database } = await openStore()
    const stories = createStoryStore(database)
    await stories.replace(readSeeds().story)
    await stories.replace(SMALL)
    expect(await stories.current()).toEqual(SMALL)
    await stories.replace(SMALL)
    expect(await stories.current()).toEqual(SMALL)
  })

  test('stays the old one when the new one cannot be stored', async () => {
    const { database } = await openStore()
    const stories = createStoryStore(database)
    await stories.replace(SMALL)
    const before = contents(database, 'story', 'entities', 'aliases')
    const [entity] = SMALL.entities
    if (entity === undefined) throw new Error('no entity')
    await expect(stories.replace({ ...SMALL, entities: [entity, entity] })).rejects.toThrow('UNIQUE')
    expect(contents(database, 'story', 'entities', 'aliases')).toBe(before)
  })
})
