import { describe, expect, test } from 'vitest'
import { cleanMaterial } from '../../../src/articles/cleaning.ts'
import type { Draft } from '../../../src/articles/draft.ts'
import type { Material } from '../../../src/articles/material.ts'
import { documentMaterials } from '../../../src/sources/document/document-materials.ts'
import { encoded } from '../encoded.ts'

const TITLE = 'قطار جديد يصل إلى محطة خاسان'
const FIRST = 'وصل القطار إلى المحطة في وقت مبكر صباح اليوم، وعلى متنه وفد من المهندسين.'
const SECOND = 'وقال مدير المحطة إن الرحلة استغرقت أربعة أيام، وإن القطار يعود يوم الجمعة.'
const TEXT = `${TITLE}\nشارك\n\n${FIRST}\n\n${SECOND}\n(انتهى)`

const read = (content: Uint8Array | string, name: string, type: string | null = null): Promise<Material[]> =>
  documentMaterials(typeof content === 'string' ? Buffer.from(content) : content, name, type)
const draftsIn = (materials: readonly Material[]): Draft[] => materials.flatMap((each) => cleanMaterial(each))
const one = async (
  content: Uint8Array | string,
  name: string,
  type: string | null = null,
): Promise<Draft> => {
  const drafts = draftsIn(await read(content, name, type))
  expect(drafts).toHaveLength(1)
  return drafts[0] as Draft
}

describe('a text file', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 big endian without a mark', Buffer.from(TEXT, 'utf16le').swap16()],
    ['windows-1256', encoded(TEXT, 'windows-1256')],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
  ])('in %s becomes the draft that its text would become', async (_, bytes) => {
    expect(await one(bytes, 'report.txt')).toMatchObject({ title: TITLE, body: `${FIRST}\n\n${SECOND}` })
  })

  test('is known by its media type where its name says nothing, and by its content where that lies', async () => {
    expect((await one(TEXT, 'report', 'text/plain; charset=utf-8')).title).toBe(TITLE)
    const page = `<!DOCTYPE html><html><body><h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p></body></html>`
    expect((await one(page, 'report.TXT')).body).toBe(`${FIRST}\n\n${SECOND}`)
  })
})

describe('a Markdown file', () => {
  test('tells its facts in front matter', async () => {
    const matter = [
      '---',
      `title: "${TITLE}"`,
      'publisher: بوابة الساحل',
      'agency: رويترز',
      'author: سمر علي',
      'url: https://sahel.example/a',
      'published_at: 2024-06-19',
      'language: ar',
      '---',
    ].join('\r\n')
    const draft = await one(`\ufeff${matter}\r\n${FIRST}\r\n\r\n## في الطريق\r\n\r\n${SECOND}`, 'a.md')
    expect(draft).toMatchObject({
      title: TITLE,
      publisher: 'بوابة الساحل',
      agency: 'رويترز',
      author: 'سمر علي',
      url: 'https://sahel.example/a',
      publishedAt: { value: '2024-06-19', precision: 'day' },
      body: `${FIRST}\n\nفي الطريق\n\n${SECOND}`,
    })
    expect(draft.headings.map(({ start, end }) => draft.body.slice(start, end))).toEqual(['في الطريق'])
  })

  test('has its first heading as its title, and loses its marks', async () => {
    const markdown = `# ${TITLE}\n\nوصل **القطار** إلى [المحطة](https://x.example/a_b "خاسان") في _وقت_ مبكر، snake_case_name.\n\n> ${SECOND}\n\n* نقطة أولى من نقطتين\n![صورة](x.png)`
    const [material] = await read(markdown, 'a.markdown')
    expect(material?.facts.title).toBe(TITLE)
    expect(material?.text.split('\n').slice(2)).toEqual([
      'وصل القطار إلى المحطة في وقت مبكر، snake_case_name.',
      '',
      SECOND,
      '',
      '• نقطة أولى من نقطتين',
      '',
    ])
  })

  test.each(['title: [', 'a: &a [x]\nb: *a'])('with broken front matter is refused: %j', async (head) => {
    await expect(read(`---\n${head}\n---\n${FIRST}`, 'a.md')).rejects.toMatchObject({
      code: 'document_invalid',
    })
  })

  test('with a ruler at its beginning is only that', async () => {
    expect((await one(`---\n\n${FIRST}`, 'a.md')).body).toBe(FIRST)
  })
})

describe('an HTML file', () => {
  test('is read as a page that has no address', async () => {
    const html = `<html><head><meta charset="windows-1256"><meta property="og:site_name" content="بوابة الساحل"><title>${TITLE} | بوابة الساحل</title></head><body><nav>الرئيسية</nav><h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p></body></html>`
    for (const bytes of [Buffer.from(html), encoded(html, 'windows-1256')])
      expect(await one(bytes, 'saved.html')).toMatchObject({
        title: TITLE,
        publisher: 'بوابة الساحل',
        url: null,
        body: `${FIRST}\n\n${SECOND}`,
      })
  })
})

describe('a JSON file', () => {
  test('may be an export of ours, with all its reports', async () => {
    const record = {
      id: null,
      title: TITLE,
      body: `${FIRST}\n\n${SECOND}`,
      headings: [],
      lead: null,
      publisher: 'بوابة الساحل',
      agency: 'رويترز',
      author: null,
      url: 'https://sahel.example/a',
      language: 'ar',
      published_at: '2024-06-19T10:00',
      published_precision: 'minute',
      summary: ['وفد من المهندسين يصل'],
    }
    const story = {
      format: 'mujaz-story',
      version: 1,
      articles: [record, { ...record, title: `${TITLE} غدا` }],
    }
    const drafts = draftsIn(await read(JSON.stringify(story), 'mujaz.json'))
    expect(drafts).toHaveLength(2)
    expect(drafts[0]).toMatchObject({
      title: TITLE,
      body: record.body,
      publisher: 'بوابة الساحل',
      agency: 'رويترز',
      url: 'https://sahel.example/a',
      publishedAt: { value: '2024-06-19T10:00', precision: 'minute' },
      publisherSummary: ['وفد من المهندسين يصل'],
    })
  })

  test('may be JSON-LD', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: TITLE,
          articleBody: `${FIRST}\n${SECOND}`,
          datePublished: '2024-06-19T10:00:00Z',
          publisher: { '@id': '#o' },
          author: [
            { '@type': 'Person', name: 'سمر علي' },
            { '@type': 'Organization', name: 'Reuters' },
          ],
        },
        { '@type': 'Organization', '@id': '#o', name: 'بوابة الساحل' },
      ],
    }
    expect(await one(JSON.stringify(data), 'a.jsonld')).toMatchObject({
      title: TITLE,
      publisher: 'بوابة الساحل',
      agency: 'رويترز',
      author: 'سمر علي',
      publishedAt: { value: '2024-06-19T10:00:00', precision: 'second' },
      body: `${FIRST}\n\n${SECOND}`,
    })
  })

  test.each<[string, unknown]>([
    ['a title and a body', { title: TITLE, body: TEXT }],
    ['a title and a text', { title: TITLE, text: TEXT, source: { name: 'بوابة الساحل' } }],
    ['a list', [{ headline: TITLE, content: TEXT }]],
    [
      'items in a feed',
      {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'x',
        items: [{ title: TITLE, content_html: `<p>${FIRST}</p><p>${SECOND}</p>` }],
      },
    ],
    [
      'the archive of a blog',
      [{ title: { rendered: TITLE }, content: { rendered: `<p>${FIRST}</p>\n<p>${SECOND}</p>` } }],
    ],
    ['paragraphs', { title: TITLE, text: [FIRST, SECOND] }],
  ])('may hold %s', async (_, data) => {
    expect(await one(JSON.stringify(data), 'a.json')).toMatchObject({
      title: TITLE,
      body: `${FIRST}\n\n${SECOND}`,
    })
  })

  test('of a thousand reports gives fifty', async () => {
    const list = Array.from({ length: 1_000 }, () => ({ title: TITLE, text: FIRST }))
    expect(await read(JSON.stringify(list), 'a.json')).toHaveLength(50)
  })

  test.each([
    '{',
    '[]',
    '{}',
    '3',
    'null',
    '"text"',
    '{"title":"x"}',
    '[[[{"body":3}]]]',
    '{"__proto__":{"body":""}}',
  ])('without a report is refused: %s', async (json) => {
    await expect(read(json, 'a.json')).rejects.toMatchObject({ code: 'document_invalid' })
  })
})

describe('other files are refused', () => {
  test.each<[string, Uint8Array | string, string, string | null, string]>([
    ['a PDF', '%PDF-1.7', 'a.pdf', 'application/pdf', 'document_unsupported'],
    ['a document whose media type lies', 'PK', 'a.docx', 'text/plain', 'document_unsupported'],
    ['a file without name and type', TEXT, 'a', null, 'document_unsupported'],
    [
      'a picture that is called a text',
      Buffer.from('89504e470d0a1a0a00000000', 'hex'),
      'a.txt',
      'text/plain',
      'document_not_text',
    ],
    [
      'a program that is called a page',
      Buffer.from('7f454c460201010000000000', 'hex'),
      'a.html',
      null,
      'document_not_text',
    ],
    ['an empty file', '', 'a.txt', 'text/plain', 'document_empty'],
    ['a file of spaces', ' \r\n\ufeff', 'a.md', null, 'document_empty'],
    ['a page without a word', '<html><body><img src=x></body></html>', 'a.html', null, 'document_empty'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 32), 'a.txt', null, 'document_too_large'],
    ['more letters than a material holds', Buffer.alloc(1_000_001, 97), 'a.txt', null, 'document_too_large'],
    ['more lines than a material holds', '\nن'.repeat(50_000), 'a.md', null, 'document_too_large'],
  ])('%s', async (_, content, name, type, code) => {
    await expect(read(content, name, type)).rejects.toMatchObject({ name: 'MujazError', code })
  })
})
