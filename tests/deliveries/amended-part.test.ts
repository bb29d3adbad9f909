import { describe, expect, test } from 'vitest'
import { amendedPart, partHolding } from '../../src/deliveries/amended-part.ts'

const readLink = (id: number) => `<a href="https://t.me/MujazBot?start=a${id}">`
const card = (id: number) => `<b>تقرير ${id}</b>\nناشر\nجملة.\n${readLink(id)}النص الكامل</a>`
const headline = (id: number) => `• ${readLink(id)}تقرير ${id}</a> (ناشر)`
const struck = (stood: string) => `<s>${stood}</s>`

describe('a report in a digest of cards', () => {
  const part = ['<b>موجز</b>', '<b>الأحد</b>', card(1), card(12), '<b>السبت</b>', card(2)].join('\n\n')

  test('is replaced whole, and nothing else is', () => {
    expect(amendedPart(part, 12, struck)).toBe(part.replace(card(12), struck(card(12))))
  })

  test('is not mistaken for one whose number begins like its own', () => {
    expect(amendedPart(part, 1, struck)).toBe(part.replace(card(1), struck(card(1))))
    expect(amendedPart(part, 120, struck)).toBeNull()
  })

  test('is found in the part that holds it', () => {
    expect(partHolding([card(3), part], 2)).toBe(1)
    expect(partHolding([card(3), part], 9)).toBeNull()
  })

  test('is found where the address stands as it does in markup', () => {
    const escaped = '<a href="https://t.me/Bot?x=1&amp;start=a7">النص</a>'
    expect(amendedPart(escaped, 7, struck)).toBe(struck(escaped))
  })

  test('may be named in the text of another without being it', () => {
    const quoting = `<b>عن start=a12</b>\n${readLink(5)}النص الكامل</a>`
    expect(amendedPart(quoting, 12, struck)).toBeNull()
  })
})

describe('a report in a digest of headlines', () => {
  const part = ['<b>موجز</b>', [headline(1), headline(12), headline(2)].join('\n'), headline(7)].join('\n\n')

  test('is one line of a block', () => {
    expect(amendedPart(part, 12, struck)).toBe(part.replace(headline(12), struck(headline(12))))
  })

  test('is the whole block where it stands alone', () => {
    expect(amendedPart(part, 7, struck)).toBe(part.replace(headline(7), struck(headline(7))))
  })
})

test('two corrections of one part both stand', () => {
  const part = [card(1), card(2)].join('\n\n')
  const first = amendedPart(part, 1, (stood) => `أول\n${stood}`)
  expect(amendedPart(first ?? '', 2, (stood) => `ثانٍ\n${stood}`)).toBe(
    [`أول\n${card(1)}`, `ثانٍ\n${card(2)}`].join('\n\n'),
  )
})
