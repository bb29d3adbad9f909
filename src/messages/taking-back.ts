import { readLink } from './card.ts'
import { titleLink } from './editing.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml, link } from './html.ts'
import { formatInstant } from './instants.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { MESSAGE_LIMIT, packBlocks } from './split.ts'

const TITLE_ROOM = 120
const BUTTON_ROOM = 40

interface Named {
  readonly id: number
  readonly title: string
  readonly botUsername: string
}

/** Asks why a report is retracted. */
export function askReason(wording: Wording, title: string): Html {
  return inDirection(wording.language, wording.html('retract-ask-reason', { title: titleOf(title) }))
}

/** Asks once more before a report is retracted; `received` counts the messages that have brought it. */
export function retractQuestion(
  wording: Wording,
  input: { title: string; reason: string; received: number },
): Html {
  return inDirection(
    wording.language,
    stack(
      wording.html('retract-question', { title: titleOf(input.title) }),
      wording.html('told-reason', { note: literal(oneLine(input.reason)) }),
      wording.html('change-received', { count: input.received }),
    ),
  )
}

/** The report is retracted; `told` counts the messages that say so to those who have received it. */
export function retractDone(wording: Wording, input: Named & { told: number }): Html {
  return inDirection(
    wording.language,
    stack(
      wording.html('retract-done', { title: titleLink(input) }),
      wording.html('change-told', { count: input.told }),
    ),
  )
}

/** It was retracted before. */
export function retractedBefore(wording: Wording, input: Named): Html {
  return inDirection(wording.language, wording.html('retract-before', { title: titleLink(input) }))
}

type Act = 'publish' | 'edit' | 'retract' | 'discard'

/** An act that can be undone, or was. */
export interface UndoView {
  readonly at: number
  readonly act: Act
  /** Of the report or the draft. */
  readonly title: string | null
  readonly editor: string
  /** The report, where it is one. */
  readonly articleId: number | null
  readonly undone: boolean
}

/** The latest acts, newest first; always one message. */
export function undoList(
  wording: Wording,
  input: { acts: readonly UndoView[]; zone: string; botUsername: string },
): Html {
  const { acts, zone, botUsername } = input
  if (acts.length === 0) return wording.html('undo-empty')
  const entries = acts.map(({ at, act, title, editor, articleId, undone }) => {
    const name = literal(shownTitle(wording, title, TITLE_ROOM))
    return wording.html(undone ? 'undo-entry-undone' : 'undo-entry', {
      time: formatInstant(at, zone),
      act: wording.html(`undo-${act}`),
      title: articleId === null ? name : link(readLink(botUsername, articleId), name),
      editor,
    })
  })
  const blocks = [wording.html('undo-heading'), ...entries].map((block) =>
    inDirection(wording.language, block),
  )
  return packBlocks(blocks, MESSAGE_LIMIT)[0] ?? EMPTY
}

/** The button that undoes an act. */
export function undoLabel(wording: Wording, { act, title }: { act: Act; title: string | null }): string {
  return wording.text('button-undo', {
    act: wording.text(`undo-${act}`),
    title: shownTitle(wording, title, BUTTON_ROOM),
  })
}

/** What undoing has come to. */
export function undoDone(wording: Wording, { act, title }: { act: Act; title: string | null }): Html {
  const shown = html`${literal(shownTitle(wording, title, TITLE_ROOM))}`
  return inDirection(wording.language, wording.html(`undo-done-${act}`, { title: shown }))
}

/** Why an act was not undone. */
export function notUndone(wording: Wording, why: 'before' | 'overtaken'): Html {
  return wording.html(`undo-${why}`)
}

/** Asks once more before an alert goes out. */
export function alertQuestion(
  wording: Wording,
  input: { title: string; readers: number; later: number },
): Html {
  return inDirection(
    wording.language,
    stack(
      wording.html('alert-question', { title: titleOf(input.title), count: input.readers }),
      input.later === 0 ? null : wording.html('alert-later', { count: input.later }),
    ),
  )
}

/** Nobody would get it. */
export function alertForNobody(wording: Wording): Html {
  return wording.html('alert-nobody')
}

/** The alert is on its way. */
export function alertSent(wording: Wording, input: { readers: number; later: number }): Html {
  return joinHtml(
    [
      wording.html('alert-sent', { count: input.readers }),
      input.later === 0 ? EMPTY : wording.html('alert-later', { count: input.later }),
    ],
    '\n',
  )
}

function titleOf(title: string): Html {
  return literal(shorten(oneLine(title), TITLE_ROOM))
}

function shownTitle(wording: Wording, title: string | null, room: number): string {
  const shown = shorten(oneLine(title ?? ''), room)
  return shown === '' ? wording.text('undo-untitled') : shown
}
