import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articlePages, type FullArticle, latestPage } from '../../src/messages/articles.ts'
import { articleCard, readLink } from '../../src/messages/card.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleText } from '../../src/messages/html.ts'
import { ARTICLE, HOSTILE, HOSTILE_ARTICLE } from './samples.ts'
import { expectArabicLines, expectSendable, parseStrictly } from './telegram-html.ts'

const ar = createWording('ar')
const en = createWording('en')
const botUsername = 'mujaz_bot'

const seen = (article: FullArticle, wording = ar) =>
  articlePages(wording, article).map(visibleText).join('\n\n')
const letters = (text: string) => text.match(/[\p{L}\p{N}\p{P}\p{Sm}\p{So}]/gu)?.join('') ?? ''

const LABEL = /\n\n(?:الجزء \d+ من \d+|Part \d+ of \d+)$/u

describe('a card', () => {
  test('shows title, publisher and agency, date, lead, and where to read on', () => {
    expect(visibleText(articleCard(ar, ARTICLE, { botUsername, number: 3 })).split('\n')).toEqual([
      '\u{200F}3. بوتين يصل إلى بيونغ يانغ',
      'سكاي نيوز عربية، عن \u{2068}CNN\u{2069} · الأربعاء 19 يونيو/حزيران 2024، 17:50',
      'وصل الرئيس الروسي إلى بيونغ يانغ.',
      'النص الكامل · المصدر',
    ])
  })

  test('links the whole text and the source', () => {
    const { markup } = articleCard(en, ARTICLE, { botUsername })
    expect(markup).toContain('href="https://t.me/mujaz_bot?start=a7"')
    expect(markup).toContain('href="https://example.com/news?a=1&amp;b=2"')
    expect(readLink('b_bot', 12)).toBe('https://t.me/b_bot?start=a12')
  })

  test('names an agency only where it is somebody else, and a source only where there is one', () => {
    const card = { ...ARTICLE, agency: ARTICLE.publisher, url: null }
    const text = visibleText(articleCard(ar, card, { botUsername }))
    expect(text).not.toContain('عن')
    expect(text).not.toContain('المصدر')
    expect(visibleText(articleCard(ar, { ...card, url: 'javascript:x' }, { botUsername }))).not.toContain(
      'المصدر',
    )
  })

  test('never passes the day of the event off as the day of publication', () => {
    const card = { ...ARTICLE, publishedAt: null }
    expect(visibleText(articleCard(ar, card, { botUsername }))).toContain('تاريخ الحدث: الأربعاء 19')
    expect(visibleText(articleCard(ar, { ...card, eventOn: null }, { botUsername }))).toContain(
      'تاريخ غير معروف',
    )
  })
})

describe('the list of the newest', () => {
  const cards = Array.from({ length: 5 }, () => ARTICLE)
  const page = { cards, page: 2, pages: 5, total: 23, botUsername, firstNumber: 6 }

  test('numbers its cards on from the pages before, and says where it stands', () => {
    const text = visibleText(latestPage(ar, page))
    expect(text).toContain('6. بوتين')
    expect(text).toContain('10. بوتين')
    expect(text).toContain('الصفحة 2 من 5، والمجموع 23 تقريرًا')
    expect(visibleText(latestPage(ar, { ...page, pages: 1 }))).not.toContain('الصفحة')
  })

  test('gives up the lead before the titles when room is short', () => {
    const title = 'عنوان '.repeat(49).trim()
    const long = { ...ARTICLE, title, body: 'خبر '.repeat(150), lead: [{ start: 0, end: 600 }] }
    const message = latestPage(ar, { ...page, cards: cards.map(() => long) })
    expectSendable(message)
    expect(visibleText(message).split(title).length).toBe(6)
  })
})

describe('a whole article', () => {
  test('is one message where it fits, headings in bold, without a label', () => {
    const [message, ...more] = articlePages(ar, ARTICLE)
    expect(more).toEqual([])
    expect(message?.markup).toMatch(/^<b>بوتين يصل إلى بيونغ يانغ<\/b>/)
    expect(message?.markup).toContain('<b>مراسم الاستقبال</b>')
    expect(message?.markup).toContain('<blockquote expandable><b>ملخص الناشر</b>')
    expect(message?.markup).toMatch(/<i>نص معاد صياغته عن التقرير الأصلي\.<\/i>$/)
  })

  test('leaves out what is not known', () => {
    const bare = {
      ...ARTICLE,
      agency: null,
      author: null,
      url: null,
      eventOn: null,
      publisherSummary: [],
      note: null,
    }
    expect(seen({ ...bare, publishedAt: null })).toContain('تاريخ النشر: تاريخ غير معروف')
    expect(seen(bare)).not.toMatch(/بقلم|المصدر|ملخص|تاريخ الحدث/)
    expect(seen({ ...bare, eventOn: '2024-06-18' })).toContain('تاريخ الحدث: الثلاثاء 18')
  })

  test('says in every part which one it is', () => {
    const parts = articlePages(ar, { ...ARTICLE, body: 'جملة من كلمات عدة. '.repeat(600) })
    expect(parts.length).toBeGreaterThan(2)
    parts.forEach((part, index) => {
      expectSendable(part)
      expect(visibleText(part)).toMatch(new RegExp(`الجزء ${index + 1} من ${parts.length}$`))
    })
  })

  test('with markup, direction marks and 5,000 words in title and body is shown whole', () => {
    for (const wording of [ar, en]) {
      const parts = articlePages(wording, HOSTILE_ARTICLE)
      parts.forEach(expectSendable)
      const text = letters(parts.map((part) => visibleText(part).replace(LABEL, '')).join('\n'))
      // Title, twice in the body, twice in the summary, and the note.
      expect(text.split(letters(HOSTILE)).length - 1).toBe(6)
    }
  })

  test('keeps every letter of any body, within every limit', () => {
    const piece = fc.constantFrom(
      'كلمة ',
      'x',
      '<b>',
      '&',
      '\n\n',
      '\n',
      '\n \n',
      '. ',
      '🚀',
      '\u{202E}',
      'e\u{301}',
      'م'.repeat(900),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 80 }),
        fc.array(fc.nat(400), { maxLength: 6 }),
        fc.constantFrom('ar', 'en'),
        (pieces, borders, language) => {
          const body = pieces.join('')
          const headings = borders.map((start) => ({ start, end: start + 40 }))
          const parts = articlePages(ar, {
            ...ARTICLE,
            body,
            headings,
            language,
            note: null,
            publisherSummary: [],
          })
          parts.forEach(expectSendable)
          const text = parts.map((part) => parseStrictly(part).text)
          text.forEach(expectArabicLines)
          const shown = text.map((part) => part.replace(LABEL, '')).join('')
          expect(letters(shown).endsWith(letters(body))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('keeps the direction of its own language in an English chat', () => {
    const article = { ...ARTICLE, body: '«نص» بين علامتين.\n\n12 نقطة', headings: [] }
    expect(seen(article, en)).toContain('\u{200F}\u{2068}«نص» بين علامتين.\u{2069}')
    expect(seen({ ...article, language: 'en' }, en)).not.toContain('\u{200F}')
  })
})
