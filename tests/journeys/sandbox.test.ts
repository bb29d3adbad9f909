import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, type Program, startProgram, temporaryFolder } from '../support/program.ts'

let folder: ReturnType<typeof temporaryFolder>
let program: Program
let url: string

beforeEach(async () => {
  folder = temporaryFolder()
  program = startProgram({ DATABASE_PATH: join(folder.path, 'mujaz.sqlite'), PORT: '0', LOG_LEVEL: 'info' })
  await program.until('Mujaz sandbox: ')
  await program.until('bot connected')
  url = /http:\/\/[\d.:]+/.exec(program.output())?.[0] ?? ''
})
afterEach(async () => {
  program.kill('SIGKILL')
  await program.ended
  folder.remove()
})

interface Shown {
  people: { id: number; role: string }[]
  messages: { from: string; text: string }[]
}

async function get(path: string): Promise<Shown> {
  return (await (await fetch(`${url}${path}`)).json()) as Shown
}

async function post(path: string, body: unknown): Promise<{ sent?: boolean; text?: string }> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { sent?: boolean; text?: string }
}

test('without a token the page is served, the bot answers on it, and the next digest comes when it is asked for', async () => {
  expect(await (await fetch(url)).text()).toContain('dir="rtl"')
  const { people } = await get('/api/sandbox')
  const reader = people.find(({ role }) => role === 'reader')?.id
  const chat = `/api/people/${reader}`
  const answer = async (count: number) => {
    let messages: Shown['messages'] = []
    let polling = false
    await eventually(() => {
      if (!polling) {
        polling = true
        void get(`${chat}/chat`).then((shown) => {
          messages = shown.messages.filter(({ from }) => from === 'bot')
          polling = false
        })
      }
      return messages.length >= count
    }, `${count} messages`)
    return messages.at(-1)?.text ?? ''
  }
  await post(`${chat}/messages`, { text: '/search كيم جونج' })
  expect(await answer(1)).toContain('جونغ')
  await post(`${chat}/messages`, { text: '/subscribe 07:30 Africa/Cairo' })
  expect(await answer(2)).toContain('07:30')
  expect((await post(`${chat}/digest`, {})).sent).toBe(true)
  expect(await answer(3)).toContain('كورسك')
  // What was delivered is not new any more.
  await eventually(() => program.output() !== '', 'output')
  let again = await post(`${chat}/digest`, {})
  for (let times = 0; times < 50 && again.sent === true; times++) again = await post(`${chat}/digest`, {})
  expect(again.sent).toBe(false)
})
