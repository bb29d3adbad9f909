import type { PartialDate } from '../arabic/dates.ts'
import { readLink } from './card.ts'
import { NOTE_LIMIT } from './changes.ts'
import { formatDay, formatPartialDate } from './dates.ts'
import type { Wording } from './fluent.ts'
import { bold, codePoints, EMPTY, type Html, html, joinHtml, link, quote } from './html.ts'
import { formatInstant } from './instants.ts'
import { inDirection, literal, oneLine, stack } from './lines.ts'
import { shorten } from './shorten.ts'
import { packBlocks } from './split.ts'

const TITLE_ROOM = 200
const VALUE_ROOM = 700

/** What an editor can change about a published report. */
export const EDITABLE = [
  'title',
  'text',
  'publisher',
  'date',
  'event',
  'agency',
  'author',
  'address',
] as const
export type EditableField = (typeof EDITABLE)[number]

type AnyField = EditableField | 'headings' | 'language' | 'topics' | 'summary' | 'note'

/** A published report as editors see it. */
export interface EditedReport {
  readonly id: number
  readonly revision: number
  readonly title: string
  readonly body: string
  readonly publisher: string
  readonly agency: string | null
  readonly author: string | null
  readonly url: string | null
  readonly publishedAt: PartialDate | null
  readonly eventOn: string | null
}

type Named = Pick<EditedReport, 'id' | 'title'> & { readonly botUsername: string }

/** Everything that can be changed, each with its value; the buttons below change it. */
export function editCard(wording: Wording, report: EditedReport): Html {
  const { language } = wording
  const line = (field: EditableField, value: Html | null) =>
    value === null ? null : wording.html('field-value', { field: wording.html(`field-${field}`), value })
  const text = (value: string | null) =>
    value === null ? null : literal(shorten(oneLine(value), TITLE_ROOM))
  return inDirection(
    language,
    stack(
      bold(wording.html('edit-heading', { id: String(report.id), revision: String(report.revision) })),
      line('title', text(report.title)),
      line('text', wording.html('history-characters', { count: codePoints(report.body) })),
      line('publisher', text(report.publisher)),
      line('date', html`${formatPartialDate(report.publishedAt, language)}`),
      line('event', report.eventOn === null ? null : html`${formatDay(report.eventOn, language)}`),
      line('agency', text(report.agency)),
      line('author', text(report.author)),
      line('address', text(report.url)),
    ),
  )
}

/** Asks for a new value. */
export function askField(wording: Wording, field: EditableField): Html {
  if (field === 'title' || field === 'publisher' || field === 'date') return wording.html(`ask-${field}`)
  return wording.html(`edit-ask-${field}`)
}

/** A change before it is stored: what it does, whom the report has reached, and whether readers are to be told. */
export function changeQuestion(
  wording: Wording,
  input: { field: EditableField; before: string | null; after: string | null; received: number },
): Html {
  const { field, before, after, received } = input
  return inDirection(
    wording.language,
    joinHtml(
      [
        wording.html('change-field', { field: wording.html(`field-${field}`) }),
        stack(
          wording.html('change-before', { value: valueOf(before) }),
          wording.html('change-after', { value: valueOf(after) }),
        ),
        stack(wording.html('change-received', { count: received }), wording.html('change-question')),
      ],
      '\n\n',
    ),
  )
}

/** A text field shows where it begins to differ: the whole would be too long. */
export function fromDifference(before: string, after: string): [before: string, after: string] {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const from = Math.max(0, before.lastIndexOf(' ', Math.max(0, at - 40)) + 1)
  const shown = (text: string) => (from === 0 ? text : `… ${text.slice(from)}`)
  return [shown(before), shown(after)]
}

/** What readers are told where the editor says nothing else. */
export function standardNote(wording: Wording, field: EditableField): string {
  return wording.text('note-standard', { field: wording.text(`field-${field}`) })
}

/** Asks what readers are told. */
export function askNote(wording: Wording): Html {
  return wording.html('edit-ask-note')
}

/** What was typed is no note. */
export function noteNotUsable(wording: Wording): Html {
  return wording.html('edit-note-too-long', { most: NOTE_LIMIT })
}

/** The change is stored; `told` counts the messages that a correction goes to, null where it is none. */
export function changeKept(wording: Wording, input: Named & { revision: number; told: number | null }): Html {
  const { revision, told } = input
  return inDirection(
    wording.language,
    stack(
      wording.html('change-kept', { title: titleLink(input), revision: String(revision) }),
      told === null ? EMPTY : wording.html('change-told', { count: told }),
    ),
  )
}

/** Why a change was not stored. */
export function changeNotKept(
  wording: Wording,
  why: 'same' | 'retracted' | 'overtaken' | 'text' | 'address',
): Html {
  return wording.html(`change-not-${why}`)
}

/** Another report has this text. */
export function changeDuplicates(wording: Wording, other: Named): Html {
  return wording.html('change-not-duplicate', { title: titleLink(other) })
}

/** There is no report with this number. */
export function articleUnknown(wording: Wording, id: number): Html {
  return wording.html('article-unknown', { id: String(id) })
}

const ASK_ID = {
  edit: 'edit-ask-id',
  retract: 'retract-ask-id',
  history: 'history-ask-id',
  alert: 'alert-ask-id',
} as const

/** A command that needs a report did not name one. */
export function askArticle(wording: Wording, command: keyof typeof ASK_ID): Html {
  return wording.html(ASK_ID[command])
}

/** Everything that a report has said: for each revision what the next one changed, the one that stands last. */
export function historyPages(
  wording: Wording,
  input: Named & {
    zone: string
    versions: readonly {
      readonly revision: number
      readonly replaced: { readonly at: number; readonly by: string } | null
      readonly changes: readonly {
        readonly field: AnyField
        readonly before: string | null
        readonly after: string | null
      }[]
    }[]
  },
): Html[] {
  const { id, zone, versions } = input
  const heading = wording.html('history-heading', { id: String(id), title: titleLink(input) })
  const blocks = versions.map(({ revision, replaced, changes }) =>
    replaced === null
      ? wording.html('history-current', { revision: String(revision) })
      : stack(
          wording.html('history-version', {
            revision: String(revision),
            time: formatInstant(replaced.at, zone),
            editor: replaced.by,
          }),
          ...changes.map((change) => changeLines(wording, change)),
        ),
  )
  return packBlocks([heading, ...blocks].map((block) => inDirection(wording.language, block)))
}

function changeLines(
  wording: Wording,
  { field, before, after }: { field: AnyField; before: string | null; after: string | null },
): Html {
  const name = wording.html('change-field', { field: wording.html(`field-${field}`) })
  if (field === 'headings') return name
  const [was, is] = field === 'text' ? fromDifference(before ?? '', after ?? '') : [before, after]
  return stack(
    name,
    quote(
      stack(
        wording.html('change-before', { value: valueOf(was, TITLE_ROOM) }),
        wording.html('change-after', { value: valueOf(is, TITLE_ROOM) }),
      ),
      { expandable: true },
    ),
  )
}

function valueOf(value: string | null, room = VALUE_ROOM): Html {
  const shown = shorten(oneLine(value ?? ''), room)
  return shown === '' ? html`–` : literal(shown)
}

export function titleLink({ id, title, botUsername }: Named): Html {
  return link(readLink(botUsername, id), literal(shorten(oneLine(title), TITLE_ROOM)))
}
