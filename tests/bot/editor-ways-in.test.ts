import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftsOf } from '../../src/articles/drafting.ts'
import { type Conversation, OWNER, startConversation } from '../support/conversation.ts'

const FOLDER = new URL('../fixtures/pastes/', import.meta.url)
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))
/** A person's own words, forwarded: it says nothing of where they stood. */
const ORIGIN = { type: 'hidden_user', sender_user_name: 'فلان', date: 1_718_700_000 } as const

let chat: Conversation
beforeAll(async () => {
  chat = await startConversation()
})
afterAll(() => chat.close())

/** The drafts that wait after something happened, in the order of the text; none wait afterwards. */
async function draftsAfter(happens: () => unknown) {
  happens()
  await chat.settle()
  const { drafts } = await chat.app.drafts.waiting({ offset: 0, limit: 50 })
  for (const { id } of drafts) await chat.app.drafts.discard(id, OWNER)
  return drafts.toReversed().map(({ draft }) => draft)
}

test.each(NAMES)('%s is the same drafts when it is pasted, sent as a file, and forwarded', async (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8')
  // Clients send neither more nor less than this.
  const wanted = draftsOf({ text: text.trim(), facts: {} }).map((draft) => ({ ...draft, cuts: [] }))
  const ways: (() => unknown)[] = [
    () => chat.loopback.say(OWNER, `/add ${text}`),
    () => chat.loopback.sendFile(OWNER, { name, bytes: Buffer.from(text) }),
    () => chat.loopback.forward(OWNER, text.trim(), ORIGIN),
  ]
  for (const way of ways) {
    const drafts = await draftsAfter(way)
    expect(drafts.map((draft) => ({ ...draft, cuts: [] }))).toEqual(wanted)
  }
})
