import { describe, expect, test } from 'vitest'
import { leadChoice, lensPage, publishedBy, splitChoice, waitingDrafts } from '../../src/messages/desk.ts'
import type { CutView } from '../../src/messages/draft-facts.ts'
import { draftCard, published } from '../../src/messages/editor.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleLength, visibleText } from '../../src/messages/html.ts'
import { help, privacy, start } from '../../src/messages/reader.ts'
import { ARTICLE } from './samples.ts'
import { expectSendable } from './telegram-html.ts'

const ar = createWording('ar')
const en = createWording('en')
const botUsername = 'mujaz_bot'

describe('to a reader', () => {
  test('the start says in three lines what this is and what is newest', () => {
    const text = visibleText(start(ar, { story: 'روسيا وكوريا الشمالية', newest: ARTICLE, botUsername }))
    expect(text.split('\n').length).toBe(3)
    expect(text).toContain('روسيا وكوريا الشمالية')
    expect(text).toContain(`الأحدث: ${ARTICLE.title}`)
    expect(visibleText(start(ar, { newest: null, botUsername })).split('\n').length).toBe(3)
  })

  test('the help lists the commands given', () => {
    const commands = [{ command: 'latest', description: 'أحدث التقارير' }]
    expect(visibleText(help(ar, { commands }))).toContain('\u{2068}/latest\u{2069} – أحدث التقارير')
  })

  test('the help tells what a search can do besides words', () => {
    const text = visibleText(help(en, { commands: [] }))
    for (const example of ['"ministry of defence"', '-missile', 'since:2024-06', 'source:Reuters']) {
      expect(text).toContain(example)
    }
  })

  test.each([ar, en])('the privacy text names both periods and the way out', (wording) => {
    for (const fact of ['48', '30', '/forget']) expect(visibleText(privacy(wording))).toContain(fact)
  })
})

describe('to an editor', () => {
  const cut = (line: number, reason: CutView['reason'], text = 'Share on Facebook'): CutView => ({
    line,
    reason,
    text,
  })
  const draft = { ...ARTICLE, lead: 'وصل الرئيس الروسي.', wordCount: 240 }
  const input = {
    draft,
    cuts: [cut(1, 'share'), cut(5, 'tags', 'وسم'), cut(2, 'share')],
    position: 1,
    count: 1,
    radar: {
      verdict: 'new',
      nearest: null,
      overlap: 0,
      relevance: { found: ['كيم'], missing: [], inPassing: false },
      event: null,
    },
    missing: [],
  } as const

  test('the draft shows what was understood, the lead, and what was cut for which reason', () => {
    const text = visibleText(draftCard(ar, input))
    for (const part of [
      'مسودة تقرير\nالعنوان: بوتين يصل إلى بيونغ يانغ\nالناشر: سكاي نيوز عربية\nالوكالة: \u{2068}CNN\u{2069}',
      'تاريخ النشر: الأربعاء 19 يونيو/حزيران 2024، 17:50 (الدقة: الثانية)',
      'الرابط: \u{2068}https://example.com/news?a=1&b=2\u{2069}',
      'حجم النص: 240 كلمة\nملخص الناشر: نقطتان',
      'الكلمات الدالة على القصة: «كيم»',
      'الجمل المختارة:\nوصل الرئيس الروسي.',
      'المحذوف: 3 أسطر\nأزرار المشاركة (2)، وسوم (1)',
      'السطر 5: وسم',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('تعذّر العثور')
  })

  test('the draft names what is missing and which of several it is', () => {
    const text = visibleText(
      draftCard(ar, {
        ...input,
        draft: { ...draft, title: null, publishedAt: null },
        missing: ['title', 'date'],
        position: 2,
        count: 3,
        radar: { ...input.radar, verdict: 'foreign' },
      }),
    )
    expect(text).toMatch(/^المسودة 2 من 3\nالناشر/)
    expect(text).toContain('تعذّر العثور على: العنوان، تاريخ النشر')
    expect(text).toContain(visibleText(ar.html('radar-foreign')))
  })

  test('the draft is one message however much was cut, and shows as many cuts as fit', () => {
    const cuts = Array.from({ length: 400 }, (_, index) =>
      cut(index + 1, 'related', 'عنوان ذو صلة '.repeat(30)),
    )
    const message = draftCard(en, { ...input, cuts })
    expectSendable(message)
    expect(visibleLength(message)).toBeGreaterThan(3800)
    expect(visibleText(message)).toContain('Cut: 400 lines\nrelated headlines (400)')
  })

  test('the lens tells of each line why it was cut, or that it is back', () => {
    const lines = [
      { line: 3, text: 'شارك', reasons: ['share'], restored: false },
      { line: 9, text: 'وسم', reasons: ['tags', 'tags'], restored: true },
    ] as const
    const text = visibleText(lensPage(ar, { lines, page: 2, pages: 3 }))
    expect(text).toContain('السطر 3 (أزرار المشاركة): شارك')
    expect(text).toContain('السطر 9 (أُعيد إلى النص): وسم')
    expect(text).toContain('الصفحة 2 من 3')
    expect(visibleText(lensPage(ar, { lines: [], page: 1, pages: 1 }))).not.toContain('الصفحة')
  })

  test('the choice of sentences marks the chosen ones and says why one more is too much', () => {
    const sentences = [
      { number: 9, text: 'وصل الرئيس.', chosen: true },
      { number: 10, text: 'ثم غادر.', chosen: false },
    ]
    const limits = { sentences: 4, characters: 800 }
    const page = { sentences, limits, page: 1, pages: 1 }
    const text = visibleText(leadChoice(ar, { ...page, refusal: 'too-many' }))
    expect(text).toContain('9. ✓ وصل الرئيس.')
    expect(text).toContain('10. ثم غادر.')
    expect(text).toContain('المختار 4 جمل')
    expect(visibleText(leadChoice(en, { ...page, refusal: 'too-long' }))).toContain('800 characters')
  })

  test('lists of the longest lines are one message', () => {
    const text = 'aب '.repeat(400)
    const page = { page: 1, pages: 99 }
    const eight = Array.from({ length: 8 }, (_, index) => index + 1)
    const limits = { sentences: 4, characters: 800 }
    const reasons = ['share', 'tags', 'css'] as const
    for (const wording of [ar, en]) {
      const messages = [
        lensPage(wording, {
          ...page,
          lines: eight.map((line) => ({ line, text, reasons, restored: line > 4 })),
        }),
        leadChoice(wording, {
          ...page,
          limits,
          refusal: 'too-long',
          sentences: eight.map((number) => ({ number, text, chosen: true })),
        }),
        splitChoice(wording, {
          ...page,
          impossible: true,
          paragraphs: eight.map((number) => ({ number, text })),
        }),
        waitingDrafts(wording, {
          ...page,
          total: 800,
          drafts: eight.map((number) => ({ number, title: text, publisher: text, publishedAt: null })),
        }),
      ]
      messages.forEach(expectSendable)
    }
  })

  test('whoever comes second is told who was first', () => {
    const article = { title: 'عنوان', link: 'https://t.me/mujaz_bot?start=a7' }
    const by = (name: string | null, isOwner: boolean) =>
      visibleText(publishedBy(ar, { article, by: { name, isOwner, userId: 42 } }))
    expect(by('ليلى', false)).toContain('ليلى')
    expect(by(null, false)).toContain('المحرر \u{2068}42\u{2069}')
    expect(by(null, true)).toContain('المالك')
  })

  test('a published title opens its article', () => {
    const link = 'https://t.me/mujaz_bot?start=a7'
    expect(published(en, { title: 'A & B', link }).markup).toBe(
      `Published: <a href="${link}">\u{2068}A &amp; B\u{2069}</a>`,
    )
  })
})
