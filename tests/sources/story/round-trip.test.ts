import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { ArchivedArticle } from '../../../src/articles/archive.ts'
import { writeAtom } from '../../../src/sources/story/atom.ts'
import { readAtom } from '../../../src/sources/story/atom-reading.ts'
import { readCsv, writeCsv } from '../../../src/sources/story/csv.ts'
import { recogniseStory } from '../../../src/sources/story/import.ts'
import { readJson, writeJson } from '../../../src/sources/story/json.ts'
import { fromRecord, type StoryEntry } from '../../../src/sources/story/record.ts'
import { anything, articles, writable } from './articles.ts'

type Slices = AsyncIterable<readonly ArchivedArticle[]>

const FORMS = {
  json: { write: writeJson, read: readJson },
  csv: { write: writeCsv, read: readCsv },
  atom: {
    write: (slices: Slices) => writeAtom(slices, { title: 'قصة <&> "', changedAt: 1 }),
    read: readAtom,
  },
} as const
const NAMES = Object.keys(FORMS) as (keyof typeof FORMS)[]

async function* inSlices(list: readonly ArchivedArticle[], size = 2): Slices {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}

/** Cut where a network or a disk may cut: anywhere, but not inside a character. */
async function* inChunks(text: string, size: number): AsyncIterable<string> {
  const signs = [...text]
  for (let at = 0; at < signs.length; at += size) yield signs.slice(at, at + size).join('')
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

async function written(name: keyof typeof FORMS, list: readonly ArchivedArticle[]): Promise<string> {
  return (await all(FORMS[name].write(inSlices(list)))).join('')
}

async function read(
  name: keyof typeof FORMS,
  text: string,
  size = 1000,
): Promise<ReturnType<typeof fromRecord>[]> {
  return (await all<unknown>(FORMS[name].read(inChunks(text, size)))).map(fromRecord)
}

function archived(entry: ReturnType<typeof fromRecord>, like: ArchivedArticle | undefined): ArchivedArticle {
  expect(entry).not.toHaveProperty('problem')
  const { report, facts } = entry as StoryEntry
  return {
    ...report,
    ...facts,
    uid: facts.uid ?? '',
    lead: facts.lead ?? [],
    changedAt: like?.changedAt ?? 0,
  }
}

const chunk = fc.constantFrom(1, 2, 3, 7, 64, 5000)
const lists = (text: fc.Arbitrary<string>) => fc.array(articles(text), { maxLength: 4 })

describe.each(NAMES)('a story in %s', (name) => {
  test('is read as it was written, whatever stands in it and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(lists(writable), chunk, async (list, size) => {
        const text = await written(name, list)
        const back = await read(name, text, size)
        expect(back.map((entry, index) => archived(entry, list[index]))).toEqual(list)
      }),
      { numRuns: 150 },
    )
  })

  test('is recognised by its beginning', async () => {
    expect(recogniseStory((await written(name, [])).slice(0, 2048))).toBe(name)
  })

  test('of any text whatever can be written and read, and is the same when it is written again', async () => {
    await fc.assert(
      fc.asyncProperty(lists(anything), async (list) => {
        const first = await written(name, list)
        expect(first.isWellFormed()).toBe(true)
        const back = (await read(name, first)).filter((entry) => !('problem' in entry))
        // Signs that a form cannot hold are gone after the first time; offsets may then lie outside the body.
        const again = back.map((entry) =>
          archived(
            entry,
            list.find(({ uid }) => uid === (entry as StoryEntry).facts.uid),
          ),
        )
        const second = await written(name, again)
        const third = (await read(name, second)).map((entry, index) => archived(entry, again[index]))
        expect(await written(name, third)).toBe(second)
      }),
      { numRuns: 100 },
    )
  })

  test('that breaks off is refused, whatever was read before', async () => {
    const list = fc.sample(articles(writable), { numRuns: 3, seed: 5 })
    const text = await written(name, list)
    for (const kept of [0.4, 0.9]) {
      await expect(read(name, text.slice(0, Math.floor(text.length * kept)))).rejects.toMatchObject({
        code: 'file_unreadable',
      })
    }
  })
})

describe('a story in CSV', () => {
  test('holds no field that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(lists(anything), async (list) => {
        const text = await written('csv', list)
        const fields = [...text.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)]
        for (const [, quoted, bare] of fields) expect(quoted ?? bare).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/)
      }),
      { numRuns: 150 },
    )
  })

  test('opens with the mark that Excel needs and ends its rows as RFC 4180 says', async () => {
    const text = await written('csv', fc.sample(articles(fc.constant('نص')), { numRuns: 2, seed: 1 }))
    expect(text.startsWith('\ufeffid,title,body,headings,lead,publisher,')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  test.each([';', '\t'])('is read as spreadsheets of some countries write it, with %j', async (separator) => {
    const list = fc.sample(articles(fc.constant('نص')), { numRuns: 2, seed: 1 })
    const text = await written('csv', list)
    const other = text.replace(/("(?:[^"]|"")*")|,/g, (_, quoted?: string) => quoted ?? separator)
    expect(recogniseStory(other)).toBe('csv')
    expect(await read('csv', other)).toEqual(await read('csv', text))
  })

  test.each([
    ['another number of fields', 'id,title,body,x\r\na,b\r\n', 'row 2 has 2 fields where 4 are named'],
    ['something behind a quotation', 'id,title,body,x\r\n"a"b,c,d,e\r\n', 'stands behind a closed quotation'],
  ])('with %s is refused', async (_, text, why) => {
    await expect(read('csv', text)).rejects.toThrow(why)
  })
})

describe('a story in Atom', () => {
  test('is a feed that another program reads the same way', async () => {
    await fc.assert(
      fc.asyncProperty(lists(plainTexts()), async (list) => {
        const feed = parseAtomFeed(await written('atom', list))
        expect(feed.id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
        expect(feed.title?.value).toBe('قصة <&> "')
        expect(feed.updated).toBe('1970-01-01T00:00:00.001Z')
        expect((feed.entries ?? []).map(({ id }) => id)).toEqual(list.map(({ uid }) => `urn:uuid:${uid}`))
        feed.entries?.forEach((entry, index) => {
          const article = list[index] as ArchivedArticle
          expect(entry.title?.value?.trim()).toBe(article.title.trim())
          expect(entry.authors?.[0]?.name?.trim()).toBe((article.author ?? article.publisher).trim())
          expect(entry.updated).toBe(new Date(article.changedAt).toISOString())
          expect(entry.content).toBeTruthy()
        })
      }),
      { numRuns: 60 },
    )
  })

  test('shows paragraphs and headings to whoever reads it', async () => {
    const [article] = fc.sample(articles(fc.constant('')), { numRuns: 1, seed: 3 })
    const body = 'فقرة أولى.\n\nعنوان فرعي\n\nفقرة ثانية\nفي سطرين & أكثر.'
    const text = await written('atom', [
      {
        ...(article as ArchivedArticle),
        body,
        headings: [{ start: 12, end: 22 }],
        lead: [{ start: 0, end: 10 }],
      },
    ])
    expect(text).toContain(
      '<p>فقرة أولى.</p>\n<h2>عنوان فرعي</h2>\n<p>فقرة ثانية<br/>في سطرين &amp; أكثر.</p>',
    )
    expect(text).toContain('<summary>فقرة أولى.</summary>')
  })

  test.each([
    ['an entity that is declared nowhere', '<entry><title>&lol;</title></entry>'],
    ['a declaration', '<entry><!DOCTYPE x [<!ENTITY lol "lol">]><title>x</title></entry>'],
    ['an element that is not closed', '<entry><title>x</entry>'],
    ['a reference to NUL', '<entry><title>&#0;</title></entry>'],
    ['elements a thousand deep', `<entry>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</entry>`],
  ])('with %s is refused', async (_, entry) => {
    await expect(read('atom', `<feed xmlns:mujaz="urn:mujaz:story:1">${entry}</feed>`)).rejects.toMatchObject(
      {
        code: 'file_unreadable',
      },
    )
  })
})

/** Texts that every reader of Atom takes for the same: others fold spaces. */
function plainTexts(): fc.Arbitrary<string> {
  return fc.constantFrom(' & ', '<b>', ']]>', '"', "'", 'كيم', '&amp;', '</entry>', 'نص')
}
