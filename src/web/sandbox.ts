import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { MujazError } from '../errors.ts'
import { createSandboxEvents } from './sandbox-events.ts'
import { sandboxFile } from './sandbox-files.ts'
import type { WebPart } from './server.ts'

/** Somebody in whose name the page talks to the bot. */
export interface SandboxPerson {
  readonly id: number
  readonly name: string
  readonly role: 'reader' | 'owner'
  readonly languageCode: string
}

/** A message as the page shows it; entities as in the Bot API. */
export interface SandboxMessage {
  readonly messageId: number
  readonly from: 'bot' | 'person'
  readonly text: string
  readonly entities: readonly object[]
  readonly keyboard: readonly (readonly object[])[] | null
  readonly date: number
  readonly edited: boolean
  readonly replyTo: number | null
}

/** Everything the page needs; the loopback brings most of it, `digestNow` comes from the program. */
export interface SandboxPort {
  readonly bot: { readonly name: string; readonly username: string }
  readonly people: readonly SandboxPerson[]
  transcript(personId: number): readonly SandboxMessage[]
  notices(personId: number): readonly object[]
  presence(personId: number): {
    readonly blocked: boolean
    readonly typing: boolean
    readonly pressed: readonly object[]
  }
  say(personId: number, text: string, options?: { replyToMessageId?: number }): unknown
  press(personId: number, messageId: number, data: string): void
  block(personId: number): void
  unblock(personId: number): void
  commandsFor(personId: number, languageCode: string): readonly { command: string; description: string }[]
  calls(personId?: number): readonly object[]
  /** Makes and sends the next digest of this person at once; the text says what happened, for the page to show. */
  digestNow(personId: number): Promise<{ sent: boolean; text: string }>
  onChange(listener: (personId: number | null) => void): () => void
}

/** Messages beyond these stay out of the page; a phone's client does not load everything either. */
const SHOWN_MESSAGES = 400
const SHOWN_CALLS = 200
const REQUEST_BYTES = 1024 * 1024

const sayBody = z.strictObject({
  text: z.string().max(100_000),
  replyToMessageId: z.int().positive().optional(),
})
const pressBody = z.strictObject({ messageId: z.int().positive(), data: z.string().min(1).max(64) })
const blockBody = z.strictObject({ blocked: z.boolean() })

/** The chat page and the small JSON interface behind it. */
export function createSandbox(port: SandboxPort): WebPart {
  const events = createSandboxEvents(port.onChange)
  const routes = new Hono()

  function personOf(id: string): SandboxPerson {
    const person = port.people.find((one) => String(one.id) === id)
    if (person === undefined) throw new MujazError('not_found', 'No such person here')
    return person
  }

  function chatOf(person: SandboxPerson) {
    return {
      messages: port.transcript(person.id).slice(-SHOWN_MESSAGES),
      notices: port.notices(person.id),
      commands: port.commandsFor(person.id, person.languageCode),
      ...port.presence(person.id),
    }
  }

  routes.use(
    '/api/*',
    bodyLimit({ maxSize: REQUEST_BYTES, onError: (context) => context.json({ error: 'too_large' }, 413) }),
  )
  routes.get('/', () => sandboxFile('index.html'))
  routes.get('/:file{[a-z-]+\\.(?:css|js|svg)}', (context) => sandboxFile(context.req.param('file')))
  routes.get('/api/sandbox', (context) => context.json({ bot: port.bot, people: port.people }))
  routes.get('/api/events', (context) => events.open(context))
  routes.get('/api/people/:id/chat', (context) => context.json(chatOf(personOf(context.req.param('id')))))
  routes.get('/api/people/:id/calls', (context) => {
    const calls = port.calls(personOf(context.req.param('id')).id).slice(-SHOWN_CALLS)
    return context.json({ calls })
  })
  routes.post('/api/people/:id/messages', async (context) => {
    const person = personOf(context.req.param('id'))
    const { text, replyToMessageId } = await readBody(context, sayBody)
    port.say(person.id, text, replyToMessageId === undefined ? {} : { replyToMessageId })
    return context.json({ ok: true })
  })
  routes.post('/api/people/:id/presses', async (context) => {
    const person = personOf(context.req.param('id'))
    const { messageId, data } = await readBody(context, pressBody)
    port.press(person.id, messageId, data)
    return context.json({ ok: true })
  })
  routes.post('/api/people/:id/blocked', async (context) => {
    const person = personOf(context.req.param('id'))
    const { blocked } = await readBody(context, blockBody)
    if (blocked) port.block(person.id)
    else port.unblock(person.id)
    return context.json({ ok: true })
  })
  routes.post('/api/people/:id/digest', async (context) => {
    return context.json(await port.digestNow(personOf(context.req.param('id')).id))
  })
  routes.onError((error, context) => {
    if (error instanceof z.ZodError) return context.json({ error: 'input_invalid' }, 400)
    if (!(error instanceof MujazError)) throw error
    return context.json({ error: error.code }, error.code === 'not_found' ? 404 : 409)
  })
  return { routes, close: events.close }
}

/** The body as JSON of the given shape. Asking for the type keeps plain forms of other pages out. */
async function readBody<T>(context: Context, shape: z.ZodType<T>): Promise<T> {
  const type = context.req.header('content-type') ?? ''
  const body: unknown = /^application\/json\b/i.test(type) ? await context.req.json().catch(() => null) : null
  return shape.parse(body)
}
