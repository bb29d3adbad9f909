import { type Api, GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Clock } from '../../clock.ts'
import type { Run, RunStore } from '../../deliveries/runs.ts'
import type { Log } from '../../log.ts'
import type { Wording } from '../../messages/fluent.ts'
import { runBraked, runCard } from '../../messages/owner.ts'
import { runButtons } from './run-buttons.ts'
import { type Progress, runView } from './run-progress.ts'

const OPTIONS = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const
/** Telegram asks to wait without saying how long. */
const DEFAULT_WAIT_SECONDS = 5
/** The message that was to be edited is not there any more, or is none of those that can be edited. */
const NOT_THERE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/
const UNCHANGED = 'message is not modified'

export interface ReportMessagesParts {
  readonly runs: Pick<RunStore, 'reports' | 'saveReport'>
  readonly api: Pick<Api, 'sendMessage' | 'editMessageText'>
  readonly ownerIds: readonly number[]
  readonly clock: Clock
  readonly log: Log
  /** The words for an owner: their language is theirs to choose. */
  wordingOf(ownerId: number): Promise<Wording>
}

export interface ReportMessages {
  /** Puts a run as it is now into each owner's one message. False: some owner has to be shown it later. */
  show(progress: Progress): Promise<boolean>
  /** Says in a new message that a run has paused itself. */
  announce(progress: Progress): Promise<void>
  /** The run is over: nothing of it need be remembered. */
  forget(runId: number): void
}

/** The messages themselves: what each owner sees of each run, and what stands in the way. */
export function createReportMessages(parts: ReportMessagesParts): ReportMessages {
  const { runs, api, ownerIds, clock, log, wordingOf } = parts
  const shown = new Map<string, string>()
  const waitUntil = new Map<number, number>()
  /** Owners who cannot be told of a run: blocked, never started. Asking again every few seconds would not help. */
  const lost = new Set<string>()
  const keyOf = (runId: number, ownerId: number) => `${runId}:${ownerId}`

  async function send(
    ownerId: number,
    markup: string,
    buttons: InlineKeyboardMarkup | null,
    silent: boolean,
  ) {
    const sent = await api.sendMessage(ownerId, markup, {
      ...OPTIONS,
      disable_notification: silent,
      ...(buttons === null ? {} : { reply_markup: buttons }),
    })
    return sent.message_id
  }

  async function edit(
    ownerId: number,
    messageId: number,
    markup: string,
    buttons: InlineKeyboardMarkup | null,
  ) {
    try {
      await api.editMessageText(ownerId, messageId, markup, {
        ...OPTIONS,
        ...(buttons === null ? {} : { reply_markup: buttons }),
      })
      return true
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      if (error.description.includes(UNCHANGED)) return true
      if (NOT_THERE.test(error.description)) return false
      throw error
    }
  }

  /** Whether there is nothing left to do for this owner: it is shown, or it never can be. */
  async function attempt(run: Run, ownerId: number, work: () => Promise<void>): Promise<boolean> {
    if (lost.has(keyOf(run.id, ownerId))) return true
    if (clock.now() < (waitUntil.get(ownerId) ?? 0)) return false
    try {
      await work()
      return true
    } catch (error) {
      log.warn('a run is not shown to an owner', { run: run.id, error })
      if (!(error instanceof GrammyError)) return false
      if (error.error_code === 429) {
        const seconds = error.parameters.retry_after ?? DEFAULT_WAIT_SECONDS
        waitUntil.set(ownerId, clock.now() + seconds * 1000)
        return false
      }
      if (error.error_code !== 400 && error.error_code !== 403) return false
      lost.add(keyOf(run.id, ownerId))
      return true
    }
  }

  async function showTo(
    ownerId: number,
    progress: Progress,
    messageId: number | undefined,
  ): Promise<boolean> {
    const { run } = progress
    const wording = await wordingOf(ownerId)
    const { markup } = runCard(wording, runView(progress))
    const key = keyOf(run.id, ownerId)
    const content = `${run.state}\n${markup}`
    if (shown.get(key) === content) return true
    const buttons = runButtons(wording, run)
    const done = await attempt(run, ownerId, async () => {
      if (messageId !== undefined && (await edit(ownerId, messageId, markup, buttons))) return
      await runs.saveReport(run.id, ownerId, await send(ownerId, markup, buttons, true))
    })
    if (done) shown.set(key, content)
    return done
  }

  return {
    async show(progress) {
      const reports = await runs.reports(progress.run.id)
      let all = true
      for (const ownerId of ownerIds) {
        const messageId = reports.find((report) => report.ownerId === ownerId)?.messageId
        if (!(await showTo(ownerId, progress, messageId))) all = false
      }
      return all
    },
    async announce(progress) {
      const { run } = progress
      for (const ownerId of ownerIds) {
        const wording = await wordingOf(ownerId)
        const { markup } = runBraked(wording, runView(progress))
        await attempt(run, ownerId, async () => {
          await send(ownerId, markup, runButtons(wording, run), false)
        })
      }
    },
    forget(runId) {
      for (const ownerId of ownerIds) {
        shown.delete(keyOf(runId, ownerId))
        lost.delete(keyOf(runId, ownerId))
      }
    },
  }
}
