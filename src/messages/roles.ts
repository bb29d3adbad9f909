import { readLink } from './card.ts'
import { formatDay } from './dates.ts'
import type { Wording } from './fluent.ts'
import { EMPTY, type Html, html, joinHtml, link } from './html.ts'
import { formatInstant } from './instants.ts'
import type { ROLES } from './keys/roles.ts'
import { inDirection, inserted, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { MESSAGE_LIMIT, packBlocks } from './split.ts'

const NAME_LIMIT = 60
const VALUE_LIMIT = 120
const CHANGES_SHOWN = 6

/** An editor as the list shows them. */
export interface EditorView {
  readonly userId: number
  readonly name: string | null
  /** `YYYY-MM-DD`. */
  readonly since: string
}

/** An act as the log shows it. */
export interface AuditView {
  readonly at: number
  readonly actor: { readonly userId: number; readonly name: string | null; readonly isOwner: boolean }
  readonly act: string
  readonly subject: string
  readonly detail: Readonly<Record<string, string | number | null>>
}

/** Who is editor, and how to appoint somebody. */
export function editorList(wording: Wording, editors: readonly EditorView[]): Html {
  const entries = editors.map(({ userId, name, since }) =>
    wording.html('editors-entry', {
      name: personName(wording, userId, name),
      id: String(userId),
      day: html`${formatDay(since, wording.language)}`,
    }),
  )
  const none = entries.length === 0 ? wording.html('editors-none') : null
  const list = stack(wording.html('editors-heading'), none, ...entries)
  return inDirection(wording.language, joinHtml([list, wording.html('editors-how')], '\n\n'))
}

/** Asks who is to be appointed. */
export function askEditor(wording: Wording): Html {
  return wording.html('editors-ask')
}

type Outcome = 'appointed' | 'already' | 'dismissed'

/** What became of an appointment or a dismissal. */
export function editorChanged(wording: Wording, outcome: Outcome, userId: number, name: string | null): Html {
  return wording.html(`editors-${outcome}`, { name: personName(wording, userId, name) })
}

/** Asks once more before an editor is dismissed. */
export function dismissQuestion(wording: Wording, userId: number, name: string | null): Html {
  return wording.html('editors-question', { name: personName(wording, userId, name) })
}

/** Why nobody was appointed or dismissed. */
export function noEditor(wording: Wording, why: 'is-owner' | 'hidden' | 'not-a-person'): Html {
  return wording.html(`editors-${why}`)
}

/** There is no editor with this id. */
export function noSuchEditor(wording: Wording, userId: number): Html {
  return wording.html('editors-none-such', { id: String(userId) })
}

/** Tells somebody that they have been appointed, or dismissed. */
export function editorTold(wording: Wording, what: 'welcome' | 'farewell'): Html {
  return wording.html(`editors-${what}`)
}

/** A person as people are named here: by name, else by the id of the account. */
export function personName(wording: Wording, userId: number, name: string | null): string {
  const shown = shorten(oneLine(name ?? ''), NAME_LIMIT)
  return shown === '' ? wording.text('role-person', { id: String(userId) }) : shown
}

/** One page of the log, newest first; always one message. */
export function auditPage(
  wording: Wording,
  input: { entries: readonly AuditView[]; zone: string; botUsername: string },
): Html {
  const { entries, zone, botUsername } = input
  if (entries.length === 0) return wording.html('audit-empty')
  const blocks = entries.map((entry) => auditEntry(wording, entry, zone, botUsername))
  const [page = EMPTY] = packBlocks(
    [wording.html('audit-heading'), ...blocks].map((block) => inDirection(wording.language, block)),
    MESSAGE_LIMIT,
  )
  return page
}

function auditEntry(wording: Wording, entry: AuditView, zone: string, botUsername: string): Html {
  const { userId, name, isOwner } = entry.actor
  const known = isOwner && name === null ? wording.text('role-owner') : personName(wording, userId, name)
  return stack(
    wording.html('audit-entry', {
      time: formatInstant(entry.at, zone),
      actor: known,
      act: actName(wording, entry.act),
      subject: subjectName(wording, entry.subject, botUsername),
    }),
    ...changesOf(wording, entry.detail).slice(0, CHANGES_SHOWN),
  )
}

function actName(wording: Wording, act: string): Html {
  const key = `act-${act}` as keyof typeof ROLES
  try {
    return wording.html(key as 'act-publish')
  } catch {
    return literal(act) // an act that a later version has written
  }
}

const SUBJECTS = ['draft', 'article', 'editor', 'feed'] as const

function subjectName(wording: Wording, subject: string, botUsername: string): Html {
  const [kind = '', id = ''] = subject.split(':')
  const known = SUBJECTS.find((one) => one === kind)
  if (known === undefined) return literal(subject)
  const name = wording.html(`subject-${known}`, { id })
  return known === 'article' && /^\d{1,15}$/.test(id) ? link(readLink(botUsername, Number(id)), name) : name
}

/** `<field> before` and `<field> after` belong together; the rest are facts. */
function changesOf(wording: Wording, detail: AuditView['detail']): Html[] {
  const shown = (value: string | number | null | undefined) =>
    inserted(
      shorten(oneLine(value === null || value === undefined ? '–' : String(value)), VALUE_LIMIT),
      wording.language,
    )
  const fields = new Set(Object.keys(detail).map((key) => key.replace(/ (?:before|after)$/, '')))
  return [...fields].flatMap((field) => {
    const [before, after] = [detail[`${field} before`], detail[`${field} after`]]
    if (before !== undefined || after !== undefined)
      return [wording.html('audit-change', { field, before: shown(before), after: shown(after) })]
    const value = detail[field]
    return value === null || value === undefined
      ? []
      : [wording.html('audit-fact', { field, value: shown(value) })]
  })
}
