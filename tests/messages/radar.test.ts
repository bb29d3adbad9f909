import { describe, expect, test } from 'vitest'
import { createWording } from '../../src/messages/fluent.ts'
import { visibleText } from '../../src/messages/html.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import { type RadarVerdict, type RadarView, radarLines } from '../../src/messages/radar.ts'
import { HOSTILE } from './samples.ts'
import { expectArabicLines, expectSendable, expectSoundDirection, parseStrictly } from './telegram-html.ts'

const VERDICTS: readonly RadarVerdict[] = ['new', 'copy', 'near-copy', 'revision', 'same-event', 'foreign']

const view = (changes: Partial<RadarView> = {}): RadarView => ({
  verdict: 'near-copy',
  nearest: {
    title: 'قمة في كومسوسان',
    publisher: 'قناة الشراع',
    agency: null,
    publishedAt: { value: '2024-06-19', precision: 'day' },
    link: 'https://t.me/mujaz_bot?start=a7',
  },
  overlap: 0.874,
  relevance: { found: ['روسيا', 'Putin'], missing: [], inPassing: false },
  event: { title: 'زيارة بوتين', happenedOn: '2024-06-19', count: 3 },
  ...changes,
})

const text = (changes: Partial<RadarView>, language: 'ar' | 'en' = 'ar') =>
  visibleText(radarLines(createWording(language), view(changes))).replace(/[\u2066-\u2069\u200f]/g, '')

describe('the lines of the radar', () => {
  test('say what the report is, beside which one, of which event and by which words', () => {
    expect(text({})).toBe(
      [
        'نسخة معدّلة: 87 في المئة من النص مشترك مع تقرير محفوظ.',
        'أقرب تقرير محفوظ: قمة في كومسوسان (قناة الشراع، الأربعاء 19 يونيو/حزيران 2024)',
        'الحدث: زيارة بوتين (الأربعاء 19 يونيو/حزيران 2024، عنه 3 تقارير)',
        'الكلمات الدالة على القصة: «روسيا»، «Putin»',
      ].join('\n'),
    )
    expect(radarLines(createWording('ar'), view()).markup).toContain(
      '<a href="https://t.me/mujaz_bot?start=a7">',
    )
  })

  test.each([
    [{ verdict: 'new', event: null }, ['جديد: لا نسخة منه بين التقارير المحفوظة.', 'الحدث: جديد في القصة.']],
    [{ verdict: 'new' }, ['جديد: لا نسخة منه بين التقارير المحفوظة.', 'الحدث: زيارة بوتين']],
    [{ verdict: 'copy' }, ['منشور من قبل: النص نفسه محفوظ.', 'أقرب تقرير محفوظ: ']],
    [{ verdict: 'revision' }, ['صيغة جديدة: التقرير محفوظ من قبل بنص مختلف.', 'أقرب تقرير محفوظ: ']],
    [{ verdict: 'same-event' }, ['الحدث نفسه: كتب عنه ناشر آخر.', 'أقرب تقرير محفوظ: ']],
  ] as const)('for %j', (changes, lines) => {
    const shown = text(changes).split('\n')
    lines.forEach((line, index) => {
      expect(shown[index]).toMatch(new RegExp(`^${line}`))
    })
  })

  test('show for a report of another story what is missing, and nothing that is near by chance', () => {
    const relevance = { found: ['روسيا'], missing: ['كوريا الشمالية'], inPassing: false }
    expect(text({ verdict: 'foreign', relevance })).toBe(
      [
        'خارج القصة: لا يبدو أن التقرير يخصها.',
        'لا ذكر في النص لأي من: «كوريا الشمالية»',
        'الكلمات الدالة على القصة: «روسيا»',
      ].join('\n'),
    )
    expect(text({ verdict: 'foreign', relevance: { found: [], missing: [], inPassing: true } }, 'en')).toBe(
      [
        'Not this story: the report does not seem to belong to it.',
        'Both sides of the story are named in passing only, late in the text.',
      ].join('\n'),
    )
  })

  test('never call a copy whole of which something was changed', () => {
    expect(text({ overlap: 0.9999 })).toContain('99 في المئة')
    expect(text({ overlap: 1 }, 'en')).toContain('100 percent')
  })

  test.each(LANGUAGES)('stay sendable and sound in direction in %s, whatever stands in them', (language) => {
    const hostile = view({
      nearest: {
        title: HOSTILE,
        publisher: HOSTILE,
        agency: `${HOSTILE} x`,
        publishedAt: null,
        link: 'https://t.me/x',
      },
      relevance: { found: Array.from({ length: 40 }, () => HOSTILE), missing: [HOSTILE], inPassing: true },
      event: { title: HOSTILE, happenedOn: null, count: 1 },
    })
    const expectDirection = language === 'ar' ? expectArabicLines : expectSoundDirection
    for (const verdict of VERDICTS) {
      for (const each of [hostile, view(), view({ nearest: null, event: null })]) {
        const message = radarLines(createWording(language), { ...each, verdict })
        expectSendable(message)
        expectDirection(parseStrictly(message).text)
        expect(parseStrictly(message).text.length).toBeLessThan(2000)
      }
    }
  })
})
