import { describe, expect, test } from 'vitest'
import { fatalError } from '../../src/bot/connecting.ts'
import { meaningOf } from '../../src/bot/refusals.ts'
import { readOutcome } from '../../src/bot/telegram-messenger.ts'
import type { Outcome } from '../../src/deliveries/messenger.ts'
import { broken, refusal } from './telegram-errors.ts'

/** An answer: code, description, parameters; or what stands in for one. */
type Answer = readonly [number, string, object?] | Error

interface Line {
  readonly when: string
  readonly answers: readonly Answer[]
  /** What becomes of a digest that is answered so. */
  readonly outcome: Partial<Outcome>
  /** The code of the error that ends the process, where the answer concerns everybody. */
  readonly ends?: string
}

const CHAT_KINDS = ['group', 'supergroup', 'channel']
const forEachKind = (text: string): Answer[] =>
  CHAT_KINDS.map((kind) => [403, `Forbidden: ${text} the ${kind} chat`] as const)
/** Answers to edits, deletions and presses: a digest never meets them; if it did, nobody would be stopped. */
const ANOTHER_CALL = { kind: 'refused' } as const

/**
 * What Telegram answers, line by line: the errors that a bot has to handle, as the sources of tdlib/telegram-bot-api
 * and tdlib/td have them. A line with several answers holds them all.
 */
const LINES: readonly Line[] = [
  {
    when: 'flood control',
    answers: [[429, 'Too Many Requests: retry after 17', { retry_after: 17 }]],
    outcome: { kind: 'later', seconds: 17, scope: 'chat' },
  },
  {
    when: 'the reader blocked the bot',
    answers: [[403, 'Forbidden: bot was blocked by the user']],
    outcome: { kind: 'gone', reason: 'blocked' },
  },
  {
    when: 'the account is deleted',
    answers: [[403, 'Forbidden: user is deactivated']],
    outcome: { kind: 'gone', reason: 'deactivated' },
  },
  {
    when: 'a person who never started the bot',
    answers: [[403, "Forbidden: bot can't initiate conversation with a user"]],
    outcome: { kind: 'gone', reason: 'blocked' },
  },
  {
    when: 'no such chat',
    answers: [[400, 'Bad Request: chat not found']],
    outcome: { kind: 'gone', reason: 'chat_gone' },
  },
  {
    when: 'a bot',
    answers: [[403, "Forbidden: the bot can't send messages to the bot"]],
    outcome: { kind: 'gone', reason: 'chat_gone' },
  },
  {
    when: 'a group that became a supergroup',
    answers: [
      [
        400,
        'Bad Request: group chat was upgraded to a supergroup chat',
        { migrate_to_chat_id: -1_001_234_567_890 },
      ],
    ],
    outcome: { kind: 'moved', chatId: -1_001_234_567_890 },
  },
  {
    when: 'the bot was removed, or the group was',
    answers: [
      ...forEachKind('bot was kicked from'),
      ...forEachKind('bot is not a member of'),
      [403, 'Forbidden: the group chat was deleted'],
    ],
    outcome: { kind: 'gone', reason: 'chat_gone' },
  },
  {
    when: 'no right to post in a channel',
    answers: [[400, 'Bad Request: need administrator rights in the channel chat']],
    outcome: { kind: 'paused', reason: 'no_rights' },
  },
  {
    when: 'muted in a group',
    answers: ['text messages', 'photos', 'documents'].map(
      (what) => [400, `Bad Request: not enough rights to send ${what} to the chat`] as const,
    ),
    outcome: { kind: 'paused', reason: 'no_rights' },
  },
  {
    when: 'a topic that is deleted or closed',
    answers: [
      [400, 'Bad Request: message thread not found'],
      [400, 'Bad Request: TOPIC_CLOSED'],
    ],
    outcome: { kind: 'paused', reason: 'topic_closed' },
  },
  {
    when: 'the message that was answered is gone',
    answers: [[400, 'Bad Request: message to be replied not found']],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'broken markup',
    answers: [
      [400, 'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 3'],
      [400, 'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'],
    ],
    outcome: { kind: 'plain' },
  },
  {
    when: 'more than 4096 characters, or 1024 of a caption',
    answers: [
      [400, 'Bad Request: message is too long'],
      [400, 'Bad Request: MESSAGE_TOO_LONG'],
      [400, 'Bad Request: message caption is too long'],
      [400, 'Bad Request: MEDIA_CAPTION_TOO_LONG'],
    ],
    outcome: { kind: 'refused' },
  },
  {
    when: 'more than 32768 bytes, markup included: without it, it may pass',
    answers: [[400, 'Bad Request: text is too long']],
    outcome: { kind: 'plain' },
  },
  {
    when: 'an empty text',
    answers: [
      [400, 'Bad Request: message text is empty'],
      [400, 'Bad Request: text must be non-empty'],
    ],
    outcome: { kind: 'refused' },
  },
  {
    when: 'the same content again',
    answers: [
      [
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      ],
    ],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'the message is not there any more',
    answers: [
      [400, 'Bad Request: message to edit not found'],
      [400, 'Bad Request: message to delete not found'],
    ],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'the message is not one that can be edited',
    answers: [[400, "Bad Request: message can't be edited"]],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'media where text was expected',
    answers: [
      [400, 'Bad Request: there is no text in the message to edit'],
      [400, 'Bad Request: there is no caption in the message to edit'],
    ],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'too late to delete',
    answers: [
      [400, "Bad Request: message can't be deleted for everyone"],
      [400, "Bad Request: message can't be deleted"],
    ],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'a press that is answered too late',
    answers: [[400, 'Bad Request: query is too old and response timeout expired or query ID is invalid']],
    outcome: ANOTHER_CALL,
  },
  {
    when: 'two that poll',
    answers: [
      [
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ],
    ],
    outcome: ANOTHER_CALL,
    ends: 'telegram_conflict',
  },
  {
    when: 'a webhook is set',
    answers: [
      [
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      ],
    ],
    outcome: ANOTHER_CALL,
    ends: 'telegram_conflict',
  },
  {
    when: 'the token was revoked',
    answers: [
      [401, 'Unauthorized'],
      [401, 'Unauthorized: invalid token specified'],
    ],
    outcome: { kind: 'stopped' },
    ends: 'telegram_unauthorized',
  },
  {
    when: 'nobody knows whether it was sent',
    answers: [
      [500, 'Internal Server Error: restart'],
      [502, 'Bad Gateway'],
      [504, 'Gateway Timeout'],
      broken({ code: 'ECONNRESET' }),
      broken({ code: 'ETIMEDOUT', syscall: 'read' }),
      broken({ name: 'AbortError', type: 'aborted' }),
    ],
    outcome: { kind: 'unknown' },
  },
]

const errorOf = (answer: Answer): Error => (answer instanceof Error ? answer : refusal(...answer))

describe('what Telegram answers', () => {
  test('is here line by line', () => {
    expect(LINES).toHaveLength(26)
    expect(LINES.flatMap(({ answers }) => answers)).toHaveLength(49)
  })

  test.each(LINES)('$when: has its decided outcome', ({ answers, outcome }) => {
    for (const answer of answers) {
      expect(readOutcome(errorOf(answer)), JSON.stringify(answer)).toMatchObject(outcome)
    }
  })

  test.each(LINES)('$when: ends the process only where it concerns everybody', ({ answers, ends }) => {
    for (const answer of answers) expect(fatalError(errorOf(answer))?.code).toBe(ends)
  })
})

describe('what nobody knows yet', () => {
  test.each([
    [403, 'Forbidden: a new reason'],
    [403, 'Forbidden'],
    [400, 'Bad Request: a new reason'],
    [402, 'Payment Required'],
    [413, 'Request Entity Too Large'],
  ])('%i %s stops no reader', (code, description) => {
    expect(meaningOf(code, description)).toEqual({ kind: 'refused' })
  })

  test.each([
    [403, 'Forbidden: bot was blocked by the user of the planet'],
    [400, 'Bad Request: chat not found yet'],
    [400, 'Bad Request: not enough rights to send text messages to the chat today'],
    [500, 'Forbidden: bot was blocked by the user'],
  ])('%i %s is not taken for what it resembles', (code, description) => {
    expect(['gone', 'paused']).not.toContain(meaningOf(code, description).kind)
  })

  test.each([
    [200, 'OK'],
    [302, 'Found'],
    [599, 'Something'],
  ])('%i may have been sent', (code, description) => {
    expect(meaningOf(code, description)).toEqual({ kind: 'unknown' })
  })

  test("a path that does not exist is nobody's fault, and everybody waits", () => {
    expect(meaningOf(404, 'Not Found')).toEqual({ kind: 'unreachable' })
    expect(meaningOf(404, 'Not Found: method not found')).toEqual({ kind: 'unreachable' })
  })
})
