import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadOf, leadProblem, leadSentences, toggledLead } from '../../src/articles/chosen-lead.ts'
import { prepareReport } from '../../src/articles/intake.ts'
import { LEAD_BUDGETS } from '../../src/articles/lead.ts'
import { report } from '../sqlite/store.ts'

const HEADING = 'مراسم الاستقبال'
const SENTENCES = [
  'موسكو (وكالة المثال) - وصل الوفد الروسي إلى بيونغ يانغ صباح الاثنين في زيارة تستمر ثلاثة أيام.',
  'وكان في استقباله وزير الخارجية في المطار.',
  'وبحث الجانبان خطط التعاون في النقل والتجارة حتى نهاية العام المقبل.',
  'وأعلن الوفد زيادة رحلات القطار بين البلدين ابتداء من الربيع.',
  'وقال متحدث إن اللقاء المقبل سيكون في موسكو.',
  `وعرض ${'الوفد خططه '.repeat(80)}على الصحفيين.`,
]
const BODY = `${SENTENCES[0]} ${SENTENCES[1]}\n\n${HEADING}\n\n${SENTENCES.slice(2).join(' ')}`
const AT = BODY.indexOf(HEADING)
const REPORT = {
  title: 'وفد روسي في بيونغ يانغ',
  body: BODY,
  headings: [{ start: AT, end: AT + HEADING.length }],
}
const textOf = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => BODY.slice(start, end))

describe('the sentences of a report', () => {
  test('are all but its headings, and those of the lead are marked', () => {
    const all = leadSentences(REPORT, leadOf(REPORT))
    expect(all).toHaveLength(SENTENCES.length)
    expect(all[0]?.chosen).toBe(true)
    // What stands in the lead has no dateline.
    expect(textOf([all[0]?.span ?? { start: 0, end: 0 }])[0]).toMatch(/^وصل الوفد/)
  })

  test('come into the lead and go, in reading order', () => {
    const first = toggledLead(REPORT, leadOf(REPORT), 3)
    const lead = 'lead' in first ? (first.lead ?? []) : []
    expect(textOf(lead).at(-1)).toBe(SENTENCES[3])
    const second = toggledLead(REPORT, lead, 0)
    expect('lead' in second && textOf(second.lead ?? [])).not.toContain(SENTENCES[0])
  })

  test('leave nothing when the last one goes: then the lead is picked', () => {
    const only = [leadSentences(REPORT, [])[3]?.span ?? { start: 0, end: 0 }]
    expect(toggledLead(REPORT, only, 3)).toEqual({ lead: null })
  })

  test('are four at most, and together no longer than a full lead', () => {
    const four = leadSentences(REPORT, [])
      .slice(0, 4)
      .map(({ span }) => span)
    expect(toggledLead(REPORT, four, 4)).toEqual({ refusal: 'too-many' })
    expect(toggledLead(REPORT, four.slice(0, 1), 5)).toEqual({ refusal: 'too-long' })
  })
})

describe('a chosen lead', () => {
  test('is stored as it was chosen', () => {
    const lead = leadSentences(REPORT, [])
      .slice(2, 4)
      .map(({ span }) => span)
    expect(prepareReport(report(REPORT), lead).lead).toEqual(lead)
  })

  const end = BODY.length
  test.each([
    ['outside the body', [{ start: 0, end: end + 1 }]],
    [
      'over a sentence’s end',
      [
        { start: 40, end: SENTENCES[0]?.length ?? 0 + 20 },
        { start: 50, end: 60 },
      ],
    ],
    ['over two blocks', [{ start: AT - 10, end: AT + 5 }]],
    [
      'back to front',
      [
        { start: 50, end: 60 },
        { start: 10, end: 20 },
      ],
    ],
    ['empty', [{ start: 10, end: 10 }]],
    ['of halves', [{ start: 0.5, end: 10 }]],
    ['negative', [{ start: -3, end: 10 }]],
    ['of too many', Array.from({ length: 5 }, (_, at) => ({ start: at * 3, end: at * 3 + 2 }))],
  ])('that is %s is refused', (_, lead) => {
    expect(() => prepareReport(report(REPORT), lead)).toThrow(/The lead/)
  })

  test('keeps the rules whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(SENTENCES.length - 1), { maxLength: 20 }), (presses) => {
        let lead = leadOf(REPORT)
        for (const index of presses) {
          const next = toggledLead(REPORT, lead, index)
          if ('lead' in next) lead = next.lead ?? leadOf(REPORT)
          expect(leadProblem(BODY, lead)).toBeNull()
          expect(lead.length).toBeLessThanOrEqual(LEAD_BUDGETS.full.sentences)
        }
      }),
    )
  })

  test('may be the one that is picked for any report', () => {
    const texts = fc.array(fc.constantFrom(...SENTENCES, HEADING, 'قال "نعم." ثم مضى', '(رويترز)', '١٢'), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(texts, fc.constantFrom(' ', '\n\n'), (parts, gap) => {
        const source = { title: 'عنوان', body: parts.join(gap), headings: [] }
        expect(leadProblem(source.body, leadOf(source))).toBeNull()
      }),
    )
  })
})
