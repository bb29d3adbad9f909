import { describe, expect, test } from 'vitest'
import { readSeeds } from '../../src/sources/seeds.ts'
import {
  type Account,
  accountOf,
  daysAgree,
  eventOf,
  type GroupedReport,
  likenessOf,
} from '../../src/story/events.ts'
import { createNaming } from '../../src/story/naming.ts'

const naming = createNaming(readSeeds().story.entities)
const equally = () => 1

const TITLE = 'بوتين يزور بيونغ يانغ'
const BODY = 'وصل بوتين إلى بيونغ يانغ مساء، وكان في استقباله كيم جونغ أون.'

function account(changes: Partial<GroupedReport> = {}): Account {
  const { body = BODY } = changes
  const lead = [{ start: 0, end: body.length }]
  return accountOf(
    { title: TITLE, body, lead, eventOn: null, publishedAt: { value: '2024-06-18' }, ...changes },
    naming,
  )
}

const on = (eventOn: string | null, published: string | null) =>
  account({ eventOn, publishedAt: published === null ? null : { value: published } })

describe('the days of two reports', () => {
  test.each([
    ['published on one day', on(null, '2024-06-18'), on(null, '2024-06-18T23:10'), true],
    ['published a day apart', on(null, '2024-06-18'), on(null, '2024-06-19'), true],
    ['published two days apart', on(null, '2024-06-18'), on(null, '2024-06-20'), false],
    ['of one certain day', on('2024-06-18', '2024-06-18'), on('2024-06-18', '2024-06-25'), true],
    ['of two certain days', on('2024-06-18', '2024-06-18'), on('2024-06-19', '2024-06-19'), false],
    ['certain, and published the day after', on('2024-06-18', '2024-06-18'), on(null, '2024-06-19'), true],
    ['certain, and published the day before', on('2024-06-19', '2024-06-19'), on(null, '2024-06-18'), false],
    ['certain, and published later', on('2024-06-18', null), on(null, '2024-06-20'), false],
    ['across the turn of the year', on(null, '2024-12-31'), on(null, '2025-01-01'), true],
    ['of which one is unknown', on(null, null), on(null, '2024-06-18'), false],
    ['of which one is known to the month only', on(null, '2024-06'), on(null, '2024-06-18'), false],
    ['both unknown', on(null, null), on(null, null), false],
  ])('%s', (_, a, b, agree) => {
    expect(daysAgree(a, b)).toBe(agree)
    expect(daysAgree(b, a)).toBe(agree)
  })
})

describe('likeness', () => {
  test('is 2.5 for the same, nothing for strangers, the same both ways', () => {
    const other = account({ title: 'مباراة الأحد', body: 'فاز الفريق الأزرق بهدفين.' })
    expect(likenessOf(account(), account(), equally)).toBeCloseTo(2.5)
    expect(likenessOf(account(), other, equally)).toBe(0)
    const near = account({ title: 'زيارة بوتين', body: 'حط بوتين في مطار بيونج يانج ليلا.' })
    expect(likenessOf(account(), near, equally)).toBeCloseTo(likenessOf(near, account(), equally))
  })

  test('reads names in any spelling', () => {
    const spelt = account({ title: 'Putin in Pyongyang', body: 'Kim Jong Un met Putin in Pyongyang.' })
    expect(likenessOf(account(), spelt, equally)).toBeGreaterThan(1)
  })

  test('counts rare words for more', () => {
    const near = account({ title: 'قطار', body: 'وصل قطار مدرع.' })
    const rare = likenessOf(account(), near, ({ key }) => (key === 'وصل' ? 9 : 1))
    expect(rare).toBeGreaterThan(likenessOf(account(), near, equally))
  })

  test('of reports without a word is nothing', () => {
    const empty = account({ title: '', body: '' })
    expect(likenessOf(empty, empty, equally)).toBe(0)
  })
})

describe('the event of a report', () => {
  const event = (id: number, happenedOn: string | null, ...accounts: Account[]) => ({
    id,
    happenedOn,
    accounts,
  })

  test('is the likeliest of those whose day allows it', () => {
    const vague = account({ title: 'بوتين يسافر إلى بيونغ يانغ', body: 'سافر بوتين إلى بيونغ يانغ.' })
    expect(
      eventOf(account(), [event(1, '2024-06-18', vague), event(2, '2024-06-18', account())], equally),
    ).toBe(2)
    expect(eventOf(account(), [event(2, '2024-06-14', on(null, '2024-06-18'))], equally)).toBeNull()
    expect(eventOf(account(), [event(3, '2024-06-18', on('2024-06-17', '2024-06-19'))], equally)).toBe(3)
    expect(eventOf(account(), [event(4, '2024-06-20', on('2024-06-20', '2024-06-20'))], equally)).toBeNull()
  })

  test('is new where nothing is like it, no name is shared, or no day is known', () => {
    const noName = { title: 'وصول القطار', body: 'وصل القطار إلى المحطة في موعده.' }
    expect(eventOf(account(), [], equally)).toBeNull()
    expect(eventOf(account(noName), [event(1, '2024-06-18', account(noName))], equally)).toBeNull()
    expect(eventOf(on(null, null), [event(1, null, on(null, null))], equally)).toBeNull()
    const other = account({ title: 'بوتين يفتتح متحفا', body: 'افتتح بوتين متحفا للسفن في الشمال.' })
    expect(eventOf(other, [event(1, '2024-06-18', account())], equally)).toBeNull()
  })
})
