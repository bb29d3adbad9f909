import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanMaterial } from '../../../src/articles/cleaning.ts'
import type { Draft } from '../../../src/articles/draft.ts'
import { htmlMaterial, pageMaterial } from '../../../src/sources/page/page-material.ts'
import { createParser } from '../../../src/sources/parser.ts'

interface Expected {
  readonly url: string
  readonly drafts: readonly (Pick<
    Draft,
    'title' | 'publisher' | 'agency' | 'author' | 'url' | 'publishedAt'
  > & {
    readonly summary: readonly string[]
    readonly blocks: readonly string[]
    readonly headings: readonly string[]
  })[]
}

const FOLDER = new URL('../../fixtures/pages/', import.meta.url)
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -5))

const bytesOf = (name: string): Buffer => readFileSync(new URL(`${name}.html`, FOLDER))
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Expected

const asExpected = ({ publisherSummary, body, headings, ...draft }: Draft): unknown => ({
  title: draft.title,
  publisher: draft.publisher,
  agency: draft.agency,
  author: draft.author,
  url: draft.url,
  publishedAt: draft.publishedAt,
  summary: publisherSummary,
  blocks: body.split('\n\n'),
  headings: headings.map(({ start, end }) => body.slice(start, end)),
})

describe('A messy page becomes the drafts that a careful reader would make of it', () => {
  test.each(names)('%s', async (name) => {
    const { url, drafts } = expectedOf(name)
    const found = cleanMaterial(await pageMaterial(bytesOf(name), url, null))
    expect(found.map(asExpected)).toEqual(drafts)
    expect(found.map(({ language }) => language)).toEqual(drafts.map(() => 'ar'))
  })

  test('there are ten of them, and one comes through the thread just the same', async () => {
    expect(names).toHaveLength(10)
    const parser = createParser({ timeoutMs: 20_000 })
    const [name = ''] = names
    const { url } = expectedOf(name)
    const input = { bytes: bytesOf(name), url, charset: null }
    expect(await parser.run('page', input)).toEqual(await pageMaterial(input.bytes, url, null))
    await parser.close()
  })
})

const TITLE = 'قطار جديد يصل إلى محطة خاسان'
const FIRST = 'وصل القطار إلى المحطة في وقت مبكر صباح اليوم، وعلى متنه وفد من المهندسين من ثلاث مدن بعيدة.'
const SECOND = 'وقال مدير المحطة إن الرحلة استغرقت أربعة أيام، وإن القطار يعود يوم الجمعة إلى فلاديفوستوك.'
const page = (head: string, body = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}<h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p></body></html>`
const factsOf = async (html: string, url = 'https://sahel.example/news/1') =>
  (await htmlMaterial(html, url)).facts

describe('The facts of a page', () => {
  test.each<[string, string, string]>([
    [
      'of the same site',
      '<link rel="canonical" href="/news/one?utm_source=x">',
      'https://sahel.example/news/one',
    ],
    ['of another site', '<link rel="canonical" href="https://origin.example/a">', 'https://origin.example/a'],
    [
      'not the home page',
      '<link rel="canonical" href="https://sahel.example/">',
      'https://sahel.example/news/1',
    ],
    ['no other scheme', '<link rel="canonical" href="javascript:alert(1)">', 'https://sahel.example/news/1'],
    [
      'or else of OpenGraph',
      '<meta property="og:url" content="https://sahel.example/two">',
      'https://sahel.example/two',
    ],
  ])('the canonical address: %s', async (_, head, url) => {
    expect((await factsOf(page(head))).url).toBe(url)
  })

  test.each<[string, string, string | undefined]>([
    [
      '<meta property="article:published_time" content="2024-06-19T08:50:06+03:00">',
      '',
      '2024-06-19T08:50:06',
    ],
    ['<meta name="date" content="19/06/2024">', '', '2024-06-19'],
    [
      '<meta name="pubdate" content="soon">',
      '<time datetime="2024-06-19T08:50">x</time>',
      '2024-06-19T08:50',
    ],
    ['<meta name="pubdate" content="1970-01-01T00:00:00Z">', '', undefined],
    ['', '<time>١٩ حزيران ٢٠٢٤</time>', '2024-06-19'],
    ['', '<aside><time datetime="2020-01-01">x</time></aside>', undefined],
    ['', '<div class="comments"><time datetime="2020-01-01">x</time></div>', undefined],
  ])('the date of %s%s', async (head, body, date) => {
    expect((await factsOf(page(head, body))).publishedAt?.value).toBe(date)
  })

  test('the date may stand in the address', async () => {
    const { publishedAt } = await factsOf(page(''), 'https://sahel.example/2024/6/9/train')
    expect(publishedAt).toEqual({ value: '2024-06-09', precision: 'day' })
    expect((await factsOf(page(''), 'https://sahel.example/2024/66/99/train')).publishedAt).toBeUndefined()
  })

  test.each([
    [`<title>${TITLE} | بوابة الساحل</title>`, 'بوابة الساحل'],
    [`<title>بوابة الساحل - ${TITLE}</title>`, 'بوابة الساحل'],
    [`<title>${TITLE} - أخبار - بوابة الساحل</title>`, 'بوابة الساحل'],
    [`<title>${TITLE}</title>`, undefined],
    [`<title>${TITLE}</title><meta name="application-name" content="بوابة الساحل">`, 'بوابة الساحل'],
  ])('the publisher in %s', async (head, publisher) => {
    expect(await factsOf(page(head))).toMatchObject({ title: TITLE })
    expect((await factsOf(page(head))).publisher).toBe(publisher)
  })

  test.each([
    [
      `<meta property="og:title" content="${TITLE} | بوابة الساحل"><meta property="og:site_name" content="بوابة الساحل">`,
    ],
    [`<meta property="og:title" content="Sahel Press - ${TITLE}">`],
    [`<title>${TITLE} - بوابة الساحل الإخبارية</title>`],
  ])('the title without the name of the site, where no heading says it: %s', async (head) => {
    const html = `<html><head>${head}</head><body><p>${FIRST}</p><p>${SECOND}</p></body></html>`
    expect((await factsOf(html)).title).toBe(TITLE)
  })

  test.each([
    ['{"@type":"NewsArticle","headline":"x","author":{"name":"سمر علي"}}', 'سمر علي', undefined],
    [
      '{"@type":"NewsArticle","headline":"x","author":["سمر علي",{"@type":"Person","name":"هاني درويش"}]}',
      'سمر علي، هاني درويش',
      undefined,
    ],
    [
      '{"@type":"NewsArticle","headline":"x","author":{"@type":"Organization","name":"Reuters"}}',
      undefined,
      'رويترز',
    ],
    ['{"@type":"NewsArticle","headline":"x","author":"أ ف ب"}', undefined, 'فرانس برس'],
    [
      '{"@type":"NewsArticle","headline":"x","author":"admin","sourceOrganization":{"@type":"NewsMediaOrganization","name":"تاس"}}',
      undefined,
      'تاس',
    ],
    ['{"@type":"NewsArticle","headline":"x","author":"https://sahel.example/team"}', undefined, undefined],
    [
      '[[{"@graph":[{"@id":"#a","name":"سمر علي","@type":"Person"},{"@type":["Thing","ReportageNewsArticle"],"headline":"x","author":{"@id":"#a"}}]}]]',
      'سمر علي',
      undefined,
    ],
    ['{"@type":"NewsArticle","headline":"x","author":{"@id":"#gone"}}', undefined, undefined],
    ['<!-- {"@type":"NewsArticle","headline":"x","author":"سمر\nعلي",} -->', 'سمر علي', undefined],
    ['{"@type":"Recipe","name":"x","author":"سمر علي"}', undefined, undefined],
    ['{"@type":"NewsArticle","headline":{"a":[]},"author":3}', undefined, undefined],
    ['{', undefined, undefined],
  ])('author and agency in %s', async (json, author, agency) => {
    const facts = await factsOf(page(`<script type="application/ld+json">${json}</script>`))
    expect([facts.author, facts.agency]).toEqual([author, agency])
  })

  test.each([
    ['a copy of the text', FIRST.slice(0, 70), false],
    ['cut off', 'مهندسون من ثلاث مدن يصلون بالقطار إلى محطة خاسان في رحلة…', false],
    ['about the site', 'بوابة الساحل موقع مستقل يتابع أخبار الموانئ والسفن منذ عشر سنوات', false],
    ['a summary', 'مهندسون من ثلاث مدن بعيدة يصلون بالقطار إلى محطة خاسان', true],
  ])('a description that is %s', async (_, description, isSummary) => {
    const { summary } = await factsOf(page(`<meta name="description" content="${description}">`))
    expect(summary).toEqual(isSummary ? [description] : undefined)
  })
})

describe('The text of a page', () => {
  const textOf = async (body: string): Promise<string> =>
    (await htmlMaterial(`<html><body><article><h1>${TITLE}</h1>${body}</article></body></html>`, '')).text

  test('keeps paragraphs, sub-headings, points, numbers, quotes, rows and breaks on lines of their own', async () => {
    const text = await textOf(
      `<p>${FIRST}</p><h2>في الطريق</h2><p>${SECOND}<br>ثم توقف.</p><ul><li><p>نقطة</p></li><li>أخرى <b>مهمة</b></li></ul>
       <ol><li>أولا</li><li>ثانيا</li></ol><blockquote>${FIRST}</blockquote><table><tr><th>سنة</th><th>عدد</th></tr></table>`,
    )
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      TITLE,
      FIRST,
      'في الطريق',
      SECOND,
      'ثم توقف.',
      '• نقطة',
      '• أخرى مهمة',
      '1. أولا',
      '2. ثانيا',
      FIRST,
      'سنة | عدد',
    ])
  })

  test('leaves out scripts, hidden elements and forms’ fields', async () => {
    const text = await textOf(
      `<p>${FIRST}</p><script>alert("نص")</script><style>p{}</style><p style="display: none">مخفي</p><p hidden>مخفي</p><button>زر</button><p>${SECOND}</p>`,
    )
    expect(text).toBe(`${TITLE}\n\n${FIRST}\n\n${SECOND}`)
  })

  test('is taken from what is told to machines where the page has none', async () => {
    const json = JSON.stringify({
      '@type': 'NewsArticle',
      headline: TITLE,
      articleBody: `${FIRST}<br/>${SECOND} &quot;نعم&quot;`,
    })
    const html = `<html><head><script type="application/ld+json">${json}</script></head><body><div id="app"></div></body></html>`
    expect((await htmlMaterial(html, '')).text).toBe(`${FIRST}\n${SECOND} "نعم"`)
  })

  test.each([
    ['without html and body', `<h1>${TITLE}</h1><p>${FIRST}</p>`],
    ['without body', `<html><head><title>x</title></head><h1>${TITLE}</h1><p>${FIRST}</p></html>`],
    ['with unclosed elements', `<html><body><div><h1>${TITLE}</h1><p>${FIRST}<p>${SECOND}`],
    ['in capital letters', `<HTML><BODY><H1>${TITLE}</H1><P>${FIRST}</P></BODY></HTML>`],
  ])('is found in a page %s', async (_, html) => {
    expect((await htmlMaterial(html, '')).text).toContain(FIRST)
  })
})

describe('Hostile pages', () => {
  const parse = async (html: string): Promise<unknown> => {
    const parser = createParser()
    let turns = 0
    const counting = setInterval(() => turns++, 10)
    const outcome = await parser
      .run('page', { bytes: Buffer.from(html), url: 'https://sahel.example/a', charset: null })
      .then(({ text }) => (text === '' ? 'empty' : 'read'))
      .catch((error: { code: string }) => error.code)
    clearInterval(counting)
    expect(turns).toBeGreaterThan(0)
    const small = { bytes: Buffer.from(page('')), url: 'https://sahel.example/a', charset: null }
    expect((await parser.run('page', small)).text).toContain(FIRST)
    await parser.close()
    return outcome
  }

  test.each<[string, string]>([
    ['a hundred thousand nested boxes', '<div>'.repeat(100_000)],
    ['five thousand nested quotes with text', `${'<blockquote>'.repeat(5_000)}<p>${FIRST}</p>`],
    ['a hundred thousand links', `<a href="/x">${TITLE}</a>`.repeat(100_000)],
    ['tags that never end', '<p '.repeat(1_000_000)],
    ['two million entities', '&#1575;'.repeat(700_000)],
    ['JSON nested without end', `<script type="application/ld+json">${'[{"a":'.repeat(150_000)}</script>`],
    ['a million attributes', `<p ${'a=b '.repeat(1_000_000)}>${FIRST}</p>`],
  ])('%s end at most the thread', async (_, html) => {
    expect(['read', 'empty', 'document_empty', 'parse_timeout', 'parse_too_large', 'parse_failed']).toContain(
      await parse(html),
    )
  })

  test('a page that is none is refused', async () => {
    const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    await expect(pageMaterial(bytes, 'https://sahel.example/a', null)).rejects.toMatchObject({
      code: 'document_not_text',
    })
    await expect(htmlMaterial('<html><body> </body></html>', '')).rejects.toMatchObject({
      code: 'document_empty',
    })
  })
})
