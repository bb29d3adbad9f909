import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/sqlite/database.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'
import { type Conversation, OWNER, READER, startConversation } from '../support/conversation.ts'

/** What editors and owners can reach: commands, and the actions of their buttons with all that they know. */
const COMMANDS = [
  'add',
  'drafts',
  'feeds',
  'edit',
  'retract',
  'undo',
  'history',
  'alert',
  'stats',
  'export',
  'editors',
  'audit',
  'runs',
  'why',
]
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  draft: ['publish', 'discard', 'title', 'date', 'publisher', 'lead', 'cuts', 'split', 'revise', 'separate'],
  paste: ['cancel'],
  feed: ['add', 'pause', 'resume', 'remove', 'gone', 'poll'],
  editor: ['appoint', 'dismiss', 'gone', 'list'],
  run: ['pause', 'resume', 'cancel', 'drop', 'keep'],
  audit: ['1', '2'],
  why: ['11', '22'],
  edit: ['title', 'body', 'publisher', 'date', 'save', 'correction'],
  retract: ['ask', 'yes', 'no'],
  undo: ['1', '2', 'yes'],
  alert: ['ask', 'yes', 'no'],
  export: ['json', 'csv', 'atom'],
}
/** Tables that only readers' own affairs change: who uses the bot, and what it waits to be told. */
const OWN =
  /^(?:readers|subscriptions|dialogs|remembered_queries|inbox|schema_migrations|sqlite_.*|article_search.*|search_.*)$/

let chat: Conversation
/** Another connection to the same file. */
let beside: Database
const numbers = fc.integer({ min: 0, max: 9 }).map(String)

beforeEach(async () => {
  const databasePath = join(tempFolder(), 'mujaz.sqlite')
  chat = await startConversation({ databasePath })
  beside = await openDatabase(databasePath)
  await chat.say(
    OWNER,
    '/add لقاء جديد في موسكو\nصحيفة الاختبار\n\nاجتمع وزيرا خارجية روسيا وكوريا الشمالية في موسكو يوم الأحد وبحثا تنفيذ المعاهدة.',
  )
  await chat.say(READER, '/latest')
})
afterEach(() => {
  beside.close()
  chat.close()
})

/** Everything that is kept but what belongs to readers themselves. */
function kept(): string {
  const tables = beside.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck()
  const ours = (tables.all() as string[]).filter((table) => !OWN.test(table))
  expect(ours).toContain('drafts')
  return JSON.stringify(ours.map((table) => beside.prepare(`SELECT * FROM ${table}`).raw().all()))
}

async function leavesAllAsItWas(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const before = kept()
  for (const step of steps) await step()
  expect(kept()).toBe(before)
}

const pressing = (data: string) => async () => {
  chat.loopback.press(READER, chat.last(READER).messageId, data.slice(0, 64))
  await chat.settle()
}
const saying = (text: string) => () => chat.say(READER, text)

describe('whoever is no editor changes nothing of the story or of its desk', () => {
  test.each(Object.entries(ACTIONS))('by any sequence of presses of %s buttons', async (action, acts) => {
    const presses = fc.array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom(...acts), numbers, numbers)
          .map(([act, a, b]) => `${action}:${act}:${a}:${b}`),
        fc
          .tuple(numbers, fc.constantFrom(...acts), numbers)
          .map(([a, act, b]) => `${action}:${a}:${act}:${b}`),
      ),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(presses, (all) => leavesAllAsItWas(all.map(pressing))),
      { numRuns: 12 },
    )
  })

  test.each(COMMANDS)('by /%s with anything behind it', async (command) => {
    const lines = fc.array(fc.oneof(numbers, fc.string({ maxLength: 20 }), fc.constant('نص التقرير كله')), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(lines, (all) => leavesAllAsItWas(all.map((text) => saying(`/${command} ${text}`)))),
      { numRuns: 6 },
    )
  })

  test('by presses and texts in any order', async () => {
    const data = fc
      .tuple(
        fc.constantFrom(...Object.keys(ACTIONS)),
        fc.constantFrom(...Object.values(ACTIONS).flat()),
        numbers,
      )
      .map(([action, act, n]) => ({ press: `${action}:${n}:${act}` }))
    const said = fc
      .oneof(
        fc.constantFrom(...COMMANDS.map((command) => `/${command}`)),
        fc.string({ minLength: 1, maxLength: 30 }),
      )
      .map((text) => ({ say: text }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(data, said), { minLength: 1, maxLength: 8 }), (all) =>
        leavesAllAsItWas(all.map((step) => ('press' in step ? pressing(step.press) : saying(step.say)))),
      ),
      { numRuns: 20 },
    )
  })
})
