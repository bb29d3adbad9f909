import type { ArchivedArticle } from '../../articles/archive.ts'
import { brokenStory, RECORD_LIMIT } from './broken.ts'
import { FIELDS, type StoryRecord, toRecord } from './record.ts'

/** Without the mark Excel takes the bytes for its own old encoding. */
const BOM = '\ufeff'
const LISTS: readonly (keyof StoryRecord)[] = ['headings', 'lead', 'topics', 'summary']
const NULLABLE_LISTS: readonly (keyof StoryRecord)[] = ['lead']

/** How a story in CSV begins; spreadsheets write it back with semicolons or tabs, where their country wants it. */
export const CSV_STORY = /^\ufeff?"?id"?([,;\t])"?title"?\1"?body"?\1/

/**
 * The story as CSV (RFC 4180, UTF-8 with a byte order mark): a line of names, then a row an article. Lists stand in
 * their fields as JSON, nothing is an empty field. A chunk for every slice.
 */
export async function* writeCsv(
  slices: AsyncIterable<readonly ArchivedArticle[]>,
): AsyncGenerator<string, void> {
  yield `${BOM}${FIELDS.join(',')}\r\n`
  for await (const articles of slices) {
    if (articles.length > 0) yield articles.map(row).join('')
  }
}

function row(article: ArchivedArticle): string {
  const record = toRecord(article)
  const fields = FIELDS.map((name) => {
    const value = record[name]
    if (value === null) return ''
    return quoted(neutral(typeof value === 'object' ? JSON.stringify(value) : String(value)))
  })
  return `${fields.join(',')}\r\n`
}

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it; so does what begins with apostrophes and
 * then looks like one, so that the apostrophe can be taken away again without a doubt.
 */
function neutral(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

function plain(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text
}

/** Control characters are no text in CSV, and end it for many programs; tabs and line ends are. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

function quoted(text: string): string {
  const kept = text.replace(NO_TEXT, '').toWellFormed()
  return /^[\w.:/-]*$/.test(kept) ? kept : `"${kept.replaceAll('"', '""')}"`
}

/**
 * The records of a story in CSV, unchecked; fields are found by the names of the first line, in any order.
 * @throws MujazError `file_unreadable` where a quotation does not end or a row has another number of fields
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<unknown, void> {
  let names: readonly string[] | null = null
  let number = 0
  for await (const fields of rows(chunks)) {
    number += 1
    if (fields.length === 1 && fields[0] === '') continue
    if (names === null) {
      names = fields.map((name) => name.trim())
      continue
    }
    if (fields.length !== names.length)
      throw brokenStory(`row ${number} has ${fields.length} fields where ${names.length} are named`)
    yield toRecordFields(names, fields)
  }
}

function toRecordFields(names: readonly string[], fields: readonly string[]): Record<string, unknown> {
  const record = new Map<string, unknown>(FIELDS.map((name) => [name, null]))
  names.forEach((name, index) => {
    const text = plain(fields[index] ?? '')
    record.set(name, valueOf(name as keyof StoryRecord, text))
  })
  return Object.fromEntries(record)
}

function valueOf(name: keyof StoryRecord, text: string): unknown {
  if (LISTS.includes(name)) return text === '' ? (NULLABLE_LISTS.includes(name) ? null : []) : parseList(text)
  if (name === 'revision') return text === '' ? 1 : Number(text)
  return text === '' ? null : text
}

/** A list that is none stays a text, which the record's own check refuses with the name of the field. */
function parseList(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The rows of a CSV, whatever of comma, semicolon and tab stands behind the first name. */
async function* rows(chunks: AsyncIterable<string>): AsyncGenerator<string[], void> {
  let separator: string | null = null
  let pending = ''
  let fields: string[] = []
  let field = ''
  // Where in a field the reading stands; the generator below changes it unseen by the compiler.
  let state = 'start' as 'start' | 'bare' | 'quoted' | 'closed'

  function* read(text: string, atEnd: boolean): Generator<string[], string> {
    let index = 0
    while (index < text.length) {
      const sign = text[index] as string
      if (state === 'quoted') {
        const end = text.indexOf('"', index)
        field += text.slice(index, end === -1 ? text.length : end)
        if (field.length > RECORD_LIMIT) throw brokenStory('a field is far too long')
        if (end === -1) return ''
        index = end + 1
        state = 'closed'
      } else if (state === 'closed' && sign === '"') {
        field += '"'
        state = 'quoted'
        index += 1
      } else if (sign === '"' && state === 'start') {
        state = 'quoted'
        index += 1
      } else if (sign === separator) {
        fields.push(field)
        field = ''
        state = 'start'
        index += 1
      } else if (sign === '\r' || sign === '\n') {
        if (sign === '\r' && index + 1 === text.length && !atEnd) return '\r'
        index += sign === '\r' && text[index + 1] === '\n' ? 2 : 1
        yield [...fields, field]
        fields = []
        field = ''
        state = 'start'
      } else {
        if (state === 'closed') throw brokenStory('something stands behind a closed quotation')
        field += sign
        state = 'bare'
        index += 1
      }
    }
    return ''
  }

  for await (const chunk of chunks) {
    let text = pending + chunk
    if (separator === null) {
      if (!text.includes('\n') && text.length < RECORD_LIMIT) {
        pending = text
        continue
      }
      const [, found] = CSV_STORY.exec(text) ?? []
      if (found === undefined) throw brokenStory('its first line does not name the fields')
      separator = found
      text = text.replace(/^\ufeff/, '')
    }
    pending = yield* read(text, false)
  }
  yield* read(pending, true)
  if (state === 'quoted') throw brokenStory('it breaks off inside a quotation')
  if (field !== '' || fields.length > 0) yield [...fields, field]
}
