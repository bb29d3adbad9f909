import { prepareReport } from '../../src/articles/intake.ts'
import { createCorrectionRenderer } from '../../src/bot/correction-text.ts'
import { createDigestRenderer } from '../../src/bot/reader/digest-text.ts'
import type { Amender, EditOutcome } from '../../src/deliveries/corrections.ts'
import { createCorrector } from '../../src/deliveries/corrector.ts'
import { createPace } from '../../src/deliveries/pace.ts'
import { createDigests } from '../../src/digests/publish.ts'
import type { Rendered } from '../../src/messages/rendered.ts'
import { createAmendmentStore } from '../../src/sqlite/amendments.ts'
import { createArticleChanges } from '../../src/sqlite/article-changes.ts'
import { createEditionStore } from '../../src/sqlite/editions.ts'
import { createUndoStore } from '../../src/sqlite/undo-store.ts'
import { createWorld, type Wish } from '../digests/store.ts'
import { report } from '../sqlite/store.ts'
import { type Answer, createKeptLog, createScriptedMessenger } from './scripted-messenger.ts'

export const EDITOR = 5
const BOT = 'MujazBot'

export interface Edit {
  readonly chatId: number
  readonly messageId: number
  readonly html: string
  readonly buttons: Rendered['buttons']
  readonly at: number
}

/** What Telegram says to an edit; null lets it pass. */
export type EditAnswer = (edit: Edit, nth: number) => EditOutcome | null

/** Readers who have received a digest of three reports, and a corrector whose calls the test answers. */
export async function setUp(
  wishes: readonly Wish[],
  { onEdit = () => null, onSend }: { onEdit?: EditAnswer; onSend?: Answer } = {},
) {
  const world = await createWorld('2026-11-22T04:00:00Z')
  const { database, clock, articles, readers, outbox } = world
  const [first, second, third] = await articles.addAll(
    ['قمة في العاصمة', 'معاهدة جديدة', 'قطار على الحدود'].map((title, index) =>
      prepareReport(
        report({
          title,
          body: `${title} كما جاء في البيان رقم ${index + 1}.`,
          publishedAt: { value: '2026-11-20', precision: 'day' },
        }),
      ),
    ),
  )
  for (const [index, wish] of wishes.entries()) await world.subscribe(index + 1, wish)
  const digests = createDigests({
    editions: createEditionStore(database),
    articles,
    clock,
    render: createDigestRenderer(() => BOT),
  })
  /** As if the sender had brought everything that is due: message 100 + chat for each part. */
  async function deliver(): Promise<void> {
    const claims = await outbox.claim(1000, clock.now(), clock.now() + 1000)
    await outbox.settle(
      claims.map(({ id, chatId, parts }) => ({
        kind: 'sent' as const,
        id,
        messageIds: parts.map((_, part) => chatId * 100 + part),
      })),
      clock.now(),
    )
  }
  clock.jump('2026-11-22T05:00:00Z')
  await digests.tick()
  await deliver()

  const changes = createArticleChanges(database, clock)
  const undo = createUndoStore(database, clock, { prepare: prepareReport })
  const amendments = createAmendmentStore(database, clock)
  const scripted = createScriptedMessenger(clock, onSend)
  const edits: Edit[] = []
  const shown = new Map<string, string>()
  const amender: Amender = {
    async edit(message) {
      const edit = { ...message, at: clock.now() }
      edits.push(edit)
      const outcome = onEdit(edit, edits.length)
      await clock.sleep(60)
      if (outcome !== null) return outcome
      shown.set(`${edit.chatId}/${edit.messageId}`, edit.html)
      return { kind: 'edited' }
    },
  }
  const pace = createPace(28, clock)
  const log = createKeptLog()
  const another = () =>
    createCorrector({
      amendments,
      render: createCorrectionRenderer(articles, () => BOT),
      amender,
      messenger: scripted.messenger,
      readers,
      outbox,
      clock,
      log,
      pace,
      random: () => 0,
    })
  const corrector = another()
  const ids = [first, second, third].map((stored) => stored?.article.id ?? 0) as [number, number, number]
  const states = () =>
    database
      .prepare<[], { chat: number; state: string; reason: string | null }>(
        `SELECT chat_id AS chat, amendments.state, amendments.reason FROM amendments
         JOIN deliveries ON deliveries.id = delivery_id JOIN readers ON readers.id = reader_id
         ORDER BY amendments.id`,
      )
      .all()
  return {
    ...world,
    ids,
    digests,
    deliver,
    changes,
    undo,
    amendments,
    edits,
    shown,
    sent: scripted.asked,
    pace,
    log,
    corrector,
    another,
    states,
    drain: () => clock.runUntil(corrector.drain()),
    retract: (articleId: number, reason = 'لم يصح الخبر') =>
      changes.retract({ articleId, reason, editorId: EDITOR }),
    async correct(articleId: number, to: { title: string }, note = 'صُحّح العنوان') {
      const article = await articles.byId(articleId)
      if (article === null) throw new Error('no article')
      return changes.revise({
        articleId,
        prepared: prepareReport({ ...article, ...to }),
        seen: article.revision,
        editorId: EDITOR,
        correction: note,
      })
    },
  }
}
