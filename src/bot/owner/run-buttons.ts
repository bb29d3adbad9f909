import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Run } from '../../deliveries/runs.ts'
import type { Wording } from '../../messages/fluent.ts'
import { type Button, keyboard, press } from '../button.ts'

/** Where a button stands: below the one run, or below the list, which it shows again. */
export type Place = 'run' | 'list'

/** What can be done with a run as it is; null when it has ended. */
export function runButtons(wording: Wording, run: Run): InlineKeyboardMarkup | null {
  const row = buttonsOf(wording, run, 'run')
  return row.length === 0 ? null : keyboard(wording.language, [row])
}

/** The same for each of several runs. */
export function listButtons(wording: Wording, runs: readonly Run[]): InlineKeyboardMarkup | null {
  const rows = runs.map((run) => buttonsOf(wording, run, 'list')).filter((row) => row.length > 0)
  return rows.length === 0 ? null : keyboard(wording.language, rows)
}

/** The two answers to whether a run is to be cancelled. */
export function cancelButtons(wording: Wording, { id }: Run): InlineKeyboardMarkup {
  return keyboard(wording.language, [
    [{ label: wording.text('button-run-cancel-yes', { id: String(id) }), does: press('run', 'drop', id) }],
    [{ label: wording.text('button-run-keep'), does: press('run', 'keep', id) }],
  ])
}

function buttonsOf(wording: Wording, { id, state }: Run, place: Place): Button[] {
  const button = (act: 'pause' | 'resume' | 'cancel'): Button => ({
    label: wording.text(`button-run-${act}`, { id: String(id) }),
    does: place === 'list' ? press('run', act, id, 'list') : press('run', act, id),
  })
  if (state === 'running') return [button('pause'), button('cancel')]
  return state === 'paused' ? [button('resume'), button('cancel')] : []
}
