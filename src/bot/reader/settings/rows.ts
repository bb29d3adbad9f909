import type { Wording } from '../../../messages/fluent.ts'
import { type Button, type Press, press } from '../../button.ts'

/** Buttons in rows of a size, in reading order. */
export function rowsOf(buttons: readonly Button[], size: number): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) =>
    buttons.slice(row * size, (row + 1) * size),
  )
}

/** A button that shows whether it is what is set now. */
export function choice(wording: Wording, label: string, chosen: boolean, does: Press): Button {
  return { label: chosen ? wording.text('button-chosen', { label }) : label, does }
}

/** The way back to what is set. */
export function backToSettings(wording: Wording): Button {
  return { label: wording.text('button-settings'), does: press('settings') }
}
