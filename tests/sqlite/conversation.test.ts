import { describe, expect, test } from 'vitest'
import type { Dialog } from '../../src/bot/conversation.ts'
import { createConversationStore } from '../../src/sqlite/conversation.ts'
import { NOW, openStore } from './store.ts'

async function withConversation() {
  const store = await openStore()
  return { ...store, conversation: createConversationStore(store.database, store.clock) }
}

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
    { waitsFor: 'title', draftId: 3 },
    { waitsFor: 'zone' },
  ])('that waits for the $waitsFor is remembered over a restart', async (dialog) => {
    const { database, clock, conversation } = await withConversation()
    await conversation.ask(7, dialog)
    expect(await createConversationStore(database, clock).dialog(7)).toEqual(dialog)
    expect(await conversation.dialog(8)).toBeNull()
  })

  test('is one at a time, and ends', async () => {
    const { conversation } = await withConversation()
    await conversation.ask(7, { waitsFor: 'time' })
    await conversation.ask(8, { waitsFor: 'time' })
    await conversation.ask(7, { waitsFor: 'zone' })
    expect(await conversation.dialog(7)).toEqual({ waitsFor: 'zone' })
    await conversation.endDialog(7)
    await conversation.endDialog(7)
    expect([await conversation.dialog(7), await conversation.dialog(8)]).toEqual([null, { waitsFor: 'time' }])
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
