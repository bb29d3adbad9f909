import type { App } from './app.ts'
import type { Loopback } from './bot/loopback.ts'
import type { Sender } from './deliveries/sender.ts'
import type { Digests } from './digests/publish.ts'
import { createWording } from './messages/fluent.ts'
import type { SandboxPort } from './web/sandbox.ts'
import { SANDBOX_BOT, SANDBOX_PEOPLE } from './web/sandbox-people.ts'

/** What the chat page needs: the loopback, and the next digest at once. */
export function sandboxPort(loopback: Loopback, app: App, digests: Digests, sender: Sender): SandboxPort {
  return {
    ...loopback,
    bot: { name: SANDBOX_BOT.botName, username: SANDBOX_BOT.username },
    people: SANDBOX_PEOPLE,
    async digestNow(personId) {
      const { id, language } = await app.readers.ensure(
        { chatId: personId, threadId: null },
        { language: 'ar', kind: 'private' },
      )
      const outcome = await digests.deliverNow(id)
      sender.wake()
      const wording = createWording(language)
      return outcome === 'queued'
        ? { sent: true, text: wording.text('digest-queued') }
        : { sent: false, text: wording.text('digest-nothing') }
    },
  }
}
