import { describe, expect, test } from 'vitest'
import type { Dialog } from '../../src/bot/conversation.ts'
import { createConversationStore } from '../../src/sqlite/conversation.ts'
import { NOW, openStore } from './store.ts'

async function withConversation() {
  const store = await openStore()
  return { ...store, conversation: createConversationStore(store.database, store.clock) }
}

/** A person in their private chat. */
const alone = (id: number) => ({ chatId: id, threadId: null, userId: id })

describe('a dialog', () => {
  test.each<Dialog>([
    { waitsFor: 'report' },
    {
      waitsFor: 'rest',
      parts: [{ messageId: 1, text: 'نص "مقتبس" 😀' }],
      sentAt: 5,
      draftIds: [3],
      cards: [9],
    },
    { waitsFor: 'title', draftId: 3, card: 9, question: null },
    { waitsFor: 'zone' },
  ])('that waits for the $waitsFor is remembered over a restart', async (dialog) => {
    const { database, clock, conversation } = await withConversation()
    await conversation.ask(alone(7), dialog)
    expect(await createConversationStore(database, clock).dialog(alone(7))).toEqual(dialog)
    expect(await conversation.dialog(alone(8))).toBeNull()
  })

  test('is one at a time, and ends', async () => {
    const { conversation } = await withConversation()
    await conversation.ask(alone(7), { waitsFor: 'time' })
    await conversation.ask(alone(8), { waitsFor: 'time' })
    await conversation.ask(alone(7), { waitsFor: 'zone' })
    expect(await conversation.dialog(alone(7))).toEqual({ waitsFor: 'zone' })
    await conversation.endDialog(alone(7))
    await conversation.endDialog(alone(7))
    expect(await conversation.dialog(alone(7))).toBeNull()
    expect(await conversation.dialog(alone(8))).toEqual({ waitsFor: 'time' })
  })

  test('is everybody’s own in a group, and every topic’s', async () => {
    const { conversation } = await withConversation()
    const asked = { chatId: -7, threadId: null, userId: 1 }
    await conversation.ask(asked, { waitsFor: 'time' })
    expect(await conversation.dialog({ ...asked, userId: 2 })).toBeNull()
    expect(await conversation.dialog({ ...asked, threadId: 3 })).toBeNull()
    await conversation.ask({ ...asked, threadId: 3 }, { waitsFor: 'zone' })
    await conversation.endDialog({ ...asked, threadId: 3 })
    expect(await conversation.dialog(asked)).toEqual({ waitsFor: 'time' })
  })

  test('tells who was asked last in a chat or topic', async () => {
    const { clock, conversation } = await withConversation()
    const place = { chatId: -7, threadId: null }
    expect(await conversation.lastAsked(place)).toBeNull()
    for (const userId of [5, 3, 4]) {
      await conversation.ask({ ...place, userId }, { waitsFor: 'time' })
      await clock.advance(1)
    }
    await conversation.ask({ ...place, threadId: 9, userId: 8 }, { waitsFor: 'time' })
    expect(await conversation.lastAsked(place)).toEqual({ ...place, userId: 4 })
    await conversation.endDialog({ ...place, userId: 4 })
    expect(await conversation.lastAsked(place)).toEqual({ ...place, userId: 3 })
  })
})

describe('a query', () => {
  test('keeps its id as long as the words are the same', async () => {
    const { conversation } = await withConversation()
    const id = await conversation.rememberQuery(7, 'قمة "بوتين"')
    expect(await conversation.rememberQuery(7, 'قمة "بوتين"')).toBe(id)
    expect(await conversation.rememberQuery(7, 'قمة')).not.toBe(id)
    expect(await conversation.rememberedQuery(7, id)).toBe('قمة "بوتين"')
  })

  test('is known to its own chat alone', async () => {
    const { conversation } = await withConversation()
    const id = await conversation.rememberQuery(7, 'قمة')
    expect(await conversation.rememberedQuery(8, id)).toBeNull()
    expect(await conversation.rememberQuery(8, 'قمة')).not.toBe(id)
    expect(await conversation.rememberedQuery(7, id + 99)).toBeNull()
  })

  test('is forgotten when it has not been used for long; using it keeps it', async () => {
    const { clock, conversation } = await withConversation()
    const old = await conversation.rememberQuery(7, 'قديم')
    const used = await conversation.rememberQuery(7, 'مستعمل')
    await clock.advance(1000)
    await conversation.rememberQuery(7, 'مستعمل')
    await conversation.pruneQueries(NOW + 1000)
    expect(await conversation.rememberedQuery(7, old)).toBeNull()
    expect(await conversation.rememberedQuery(7, used)).toBe('مستعمل')
  })
})
