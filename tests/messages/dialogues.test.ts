import { describe, expect, test } from 'vitest'
import type { CutView } from '../../src/messages/draft-facts.ts'
import { cutPages, draftCard, published } from '../../src/messages/editor.ts'
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
    inStory: true,
    decidingWords: ['كيم'],
    missing: [],
  } as const

  test('the draft shows what was understood, the lead, and what was cut for which reason', () => {
    const text = visibleText(draftCard(ar, input))
    for (const part of [
      'مسودة تقرير\nالعنوان: بوتين يصل إلى بيونغ يانغ\nالناشر: سكاي نيوز عربية\nالوكالة: \u{2068}CNN\u{2069}',
      'تاريخ النشر: الأربعاء 19 يونيو/حزيران 2024، 17:50',
      'حجم النص: 240 كلمة\nملخص الناشر: نقطتان',
      'التقرير يخص القصة، والدليل: «كيم»',
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
        inStory: false,
      }),
    )
    expect(text).toMatch(/^المسودة 2 من 3\nالناشر/)
    expect(text).toContain('تعذّر العثور على: العنوان، تاريخ النشر')
    expect(text).toContain('لا يبدو أن التقرير يخص القصة.')
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

  test('the cuts are shown whole on request', () => {
    const cuts = Array.from({ length: 90 }, (_, index) =>
      cut(index + 1, 'related', `عنوان ${index} `.repeat(30)),
    )
    const pages = cutPages(ar, { cuts })
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach(expectSendable)
    const text = pages.map(visibleText).join('\n')
    for (const [index] of cuts.entries()) expect(text.split(`عنوان ${index} `).length).toBe(30)
  })

  test('a published title opens its article', () => {
    const link = 'https://t.me/mujaz_bot?start=a7'
    expect(published(en, { title: 'A & B', link }).markup).toBe(
      `Published: <a href="${link}">\u{2068}A &amp; B\u{2069}</a>`,
    )
  })
})
