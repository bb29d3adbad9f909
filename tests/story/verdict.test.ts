import { describe, expect, test } from 'vitest'
import { type Beside, kinship, nearestOf, offersFor, verdictOf } from '../../src/story/verdict.ts'

const beside = (changes: Partial<Beside> = {}): Beside => ({
  sameText: false,
  sameLink: false,
  sameTitle: false,
  samePublisher: false,
  overlap: 0,
  contained: 0,
  sameFigures: false,
  daysApart: 0,
  ...changes,
})

describe('a report beside a stored one', () => {
  test.each<[string, Partial<Beside>, ReturnType<typeof kinship>]>([
    ['the same text', { sameText: true, daysApart: 900 }, 'copy'],
    ['the same page and text under the same title', { sameLink: true, sameTitle: true, overlap: 1 }, 'copy'],
    ['the same page with another title', { sameLink: true, overlap: 1 }, 'revision'],
    ['the same page with another text', { sameLink: true, sameTitle: true, overlap: 0 }, 'revision'],
    ['much in common with another publisher', { overlap: 0.2 }, 'near-copy'],
    ['hardly anything in common', { overlap: 0.19, contained: 0.44 }, null],
    ['a part of a longer one', { overlap: 0.1, contained: 0.45 }, 'near-copy'],
    ['much in common with the same publisher', { overlap: 0.5, samePublisher: true }, 'revision'],
    [
      'the same words weeks later with the same figures',
      { overlap: 0.9, daysApart: 30, sameFigures: true },
      'near-copy',
    ],
    ['the same words weeks later with other figures', { overlap: 0.9, daysApart: 30 }, null],
    ['the same words two days later with other figures', { overlap: 0.9, daysApart: 2 }, 'near-copy'],
    ['the same words on a day nobody knows', { overlap: 0.9, daysApart: null }, 'near-copy'],
    ['told anew under its title', { sameTitle: true, samePublisher: true }, 'revision'],
    ['a title of another publisher', { sameTitle: true }, null],
    ['the title of every week', { sameTitle: true, samePublisher: true, daysApart: 7 }, null],
    ['the title and little else, no day', { sameTitle: true, samePublisher: true, daysApart: null }, null],
    [
      'the title and a little, no day',
      { sameTitle: true, samePublisher: true, daysApart: null, overlap: 0.05 },
      'revision',
    ],
  ])('with %s', (_, changes, kin) => {
    expect(kinship(beside(changes))).toBe(kin)
  })
})

describe('the nearest', () => {
  test('is the nearest kin, and among equals what has most in common', () => {
    const copy = beside({ sameText: true })
    const revision = beside({ overlap: 0.9, samePublisher: true })
    const [near, nearer] = [beside({ overlap: 0.5 }), beside({ overlap: 0.3, contained: 0.8 })]
    const [strange, stranger] = [beside({ overlap: 0.03 }), beside({ overlap: 0.01 })]
    expect(nearestOf([stranger, near, revision, copy])).toBe(copy)
    expect(nearestOf([near, revision])).toBe(revision)
    expect(nearestOf([strange, near, nearer])).toBe(nearer)
    expect(nearestOf([stranger, strange])).toBe(strange)
    expect(nearestOf([])).toBeNull()
  })
})

describe('the verdict', () => {
  test.each([
    ['copy', beside({ sameText: true }), true, false],
    ['near-copy', beside({ overlap: 0.6 }), true, false],
    ['same-event', beside({ overlap: 0.01 }), true, true],
    ['same-event', null, true, false],
    ['new', beside(), false, true],
    ['foreign', null, false, false],
  ] as const)('is %s', (verdict, nearest, toldByOthers, belongs) => {
    expect(verdictOf({ nearest, toldByOthers, belongs })).toBe(verdict)
  })

  test('never offers to publish what cannot be stored, and always to discard', () => {
    expect(offersFor('copy')).toEqual(['discard'])
    for (const verdict of ['new', 'near-copy', 'revision', 'same-event', 'foreign'] as const)
      expect(offersFor(verdict)).toContain('discard')
    expect(offersFor('revision')[0]).toBe('revise')
  })
})
