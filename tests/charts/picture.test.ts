import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { readCoverage } from '../../src/charts/coverage.ts'
import { drawable } from '../../src/charts/drawable.ts'
import { createDrawing } from '../../src/charts/drawing.ts'
import { monthTable } from '../../src/charts/months.ts'
import { monthsOption, PICTURE } from '../../src/charts/months-option.ts'
import { drawMonths, toPixels, toSvg } from '../../src/charts/picture.ts'
import type { MonthCount } from '../../src/charts/statistics.ts'
import { createWording } from '../../src/messages/fluent.ts'
import { LANGUAGES } from '../../src/messages/language.ts'
import { chartWords } from '../../src/messages/stats.ts'

const COUNTS: MonthCount[] = [
  { month: '2025-12', publisher: 'صحيفة الضفاف', count: 4 },
  { month: '2026-01', publisher: 'صحيفة الضفاف', count: 2 },
  { month: '2026-01', publisher: 'CNN بالعربية', count: 3 },
  { month: '2026-03', publisher: 'الإخبارية (القاهرة)', count: 1 },
  { month: '2026-03', publisher: 'The Daily Bank', count: 2 },
]
const TABLE = monthTable(COUNTS, '2026-11')
const COVERAGE = readCoverage(
  readFileSync(
    createRequire(import.meta.url).resolve('@expo-google-fonts/cairo/400Regular/Cairo_400Regular.ttf'),
  ),
)
const [ar, en] = LANGUAGES.map((language) => chartWords(createWording(language)))
if (ar === undefined || en === undefined) throw new Error('Two languages are drawn here.')

/** The texts of a picture, as they are handed to what draws. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
  )
}

/** What is drawn of one sign alone. */
function drawnSign(sign: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><text x="20" y="50" font-family="Cairo" font-size="30">${sign}</text></svg>`
  return createHash('sha256').update(toPixels(svg).pixels).digest('hex')
}

const BOX = drawnSign('\u{10FFFD}')
/** Marks of direction draw nothing, blanks neither. */
const UNSEEN = /[\s\u2066-\u2069]/u

function boxesIn(texts: readonly string[]): string[] {
  const signs = new Set(texts.join('').replace(new RegExp(UNSEEN, 'gu'), ''))
  return [...signs].filter((sign) => drawnSign(`&#${sign.codePointAt(0)};`) === BOX)
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where something of this kind is in the picture, within some rows; null where there is nothing. */
function find(
  svg: string,
  isIt: (red: number, green: number, blue: number) => boolean,
  rows: { from: number; to: number } = { from: 0, to: PICTURE.height },
): Box | null {
  const { pixels, width } = toPixels(svg)
  let box: Box | null = null
  for (let y = rows.from; y < rows.to; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      if (!isIt(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)) continue
      box ??= { left: x, right: x, top: y, bottom: y }
      box = { left: Math.min(box.left, x), right: Math.max(box.right, x), top: box.top, bottom: y }
    }
  }
  return box
}

const isInk = (red: number, green: number, blue: number) => red + green + blue < 600
/** The colour of the first publisher. */
const isBlue = (red: number, green: number, blue: number) => red === 0 && green === 0x72 && blue === 0xb2
const PLOT = { from: 120, to: 640 }
/** Where the names of the months stand. */
const ROWS = Array.from({ length: 36 }, (_, y) => 656 + y)

describe.each([
  ['ar', ar, '4e141899'],
  ['en', en, '706a4ac9'],
])('the picture in %s', (language, words, hash) => {
  const svg = toSvg(monthsOption(TABLE, words))

  test('is the same to the pixel as when it was last looked at', () => {
    const { pixels, width, height } = toPixels(svg)
    expect([width, height]).toEqual([PICTURE.width, PICTURE.height])
    // Changes with echarts, resvg and the font, whose versions are pinned: look at the new one, then note its hash.
    expect(createHash('sha256').update(pixels).digest('hex').slice(0, 8)).toBe(hash)
  })

  test('shows letters, not boxes', () => {
    const texts = textsOf(svg)
    expect(texts.length).toBeGreaterThan(12)
    expect(boxesIn(texts)).toEqual([])
  })

  test('tells the title, every publisher and the sums', () => {
    const texts = textsOf(svg).map((text) => text.replace(/[\u2066-\u2069]/g, ''))
    for (const text of [
      words.title,
      'صحيفة الضفاف',
      'CNN بالعربية',
      'الإخبارية (القاهرة)',
      'The Daily Bank',
      '5',
    ])
      expect(texts).toContain(text)
  })

  test('keeps its texts inside, the title at the edge where reading begins', () => {
    const all = find(svg, isInk)
    expect(all?.left).toBeGreaterThan(30)
    expect(all?.right).toBeLessThan(PICTURE.width - 30)
    expect(all?.bottom).toBeLessThan(PICTURE.height - 20)
    const title = find(svg, isInk, { from: 10, to: 80 })
    const [near, far] =
      language === 'ar'
        ? [PICTURE.width - (title?.right ?? 0), title?.left ?? 0]
        : [title?.left ?? 0, PICTURE.width - (title?.right ?? 0)]
    expect(near).toBeLessThan(60)
    expect(far).toBeGreaterThan(200)
  })

  test('begins with the oldest month where reading begins', () => {
    const old = toSvg(
      monthsOption(
        monthTable([COUNTS[0] as MonthCount, { month: '2026-05', publisher: 'ب', count: 1 }], '2026-11'),
        words,
      ),
    )
    const bar = find(old, isBlue, PLOT)
    if (language === 'ar') expect(bar?.left).toBeGreaterThan(700)
    else expect(bar?.right).toBeLessThan(300)
  })
})

describe('what draws', () => {
  test('gives the same bytes again, and in a thread of its own', async () => {
    const { png } = drawMonths(TABLE, ar)
    expect(Buffer.compare(png, drawMonths(TABLE, ar).png)).toBe(0)
    const drawing = createDrawing()
    const [first, second] = await Promise.all([drawing.months(TABLE, ar), drawing.months(TABLE, en)])
    expect(Buffer.compare(first.png, png)).toBe(0)
    expect(Buffer.compare(second.png, png)).not.toBe(0)
    expect(Buffer.from(png.subarray(0, 4)).toString('latin1')).toBe('\u0089PNG')
  })

  test('says what went wrong in its thread, and draws the next one', async () => {
    const drawing = createDrawing()
    const broken = drawing.months(null as never, ar)
    const sound = drawing.months(TABLE, ar)
    await expect(broken).rejects.toMatchObject({ code: 'internal' })
    expect((await sound).png.length).toBeGreaterThan(1000)
  })

  test('joins Arabic letters', () => {
    const width = (text: string) => {
      const box = find(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000"><rect width="1000" height="1000" fill="#fff"/><text x="100" y="100" font-family="Cairo" font-size="60">${text}</text></svg>`,
        isInk,
      )
      return (box?.right ?? 0) - (box?.left ?? 0)
    }
    expect(width('سبتمبر')).toBeLessThan(width([...'سبتمبر'].join('\u200c')) * 0.85)
  })

  test('holds a check for boxes that sees them', () => {
    expect(boxesIn(['조선 ТАСС'])).toContain('조')
    expect(boxesIn(['كيم Kim 12٪'])).toEqual([])
  })
})

describe('names', () => {
  test('that the font has no letters for give way to their rank, and are told', () => {
    const strange = monthTable(
      ['조선중앙통신', '🚀', 'ТАСС', '()', '\u202E'].map((publisher, index) => ({
        month: '2026-10',
        publisher,
        count: 9 - index,
      })),
      '2026-11',
    )
    const { table, substitutes } = drawable(strange, COVERAGE)
    expect(substitutes).toContainEqual({ label: '#1', publisher: '조선중앙통신' })
    expect(substitutes).toContainEqual({ label: '#2', publisher: '🚀' })
    expect(boxesIn(textsOf(toSvg(monthsOption(table, ar))))).toEqual([])
    for (const { publisher } of table.series) expect(publisher).toMatch(/^(?:#\d|[A-Z]+|ТАСС)$/u)
  })

  test('of any kind are drawn without a box and without breaking the picture', () => {
    const hostile = [
      '</text><script>',
      '&amp;"\'<>',
      'ن'.repeat(500),
      'x {a|b} \\n',
      '\u0000\u0001',
      '{b}',
      '__proto__',
    ]
    const { table } = drawable(
      monthTable(
        hostile.map((publisher) => ({ month: '2026-10', publisher, count: 1 })),
        '2026-11',
      ),
      COVERAGE,
    )
    const svg = toSvg(monthsOption(table, ar))
    expect(svg).not.toContain('<script>')
    expect(boxesIn(textsOf(svg))).toEqual([])
    const legend = find(svg, isInk, { from: 750, to: PICTURE.height })
    expect(legend?.left).toBeGreaterThan(30)
  })

  test.each([12, 24])('of months do not touch each other, in a picture of %i', (count) => {
    const months = Array.from({ length: count }, (_, index) => ({
      month: `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      publisher: 'ناشر',
      count: index + 1,
    }))
    const svg = toSvg(monthsOption(monthTable(months, '2026-12'), ar))
    const { pixels, width } = toPixels(svg)
    // Blank columns between the names, wide enough for the eye.
    const inked = Array.from({ length: width }, (_, x) =>
      ROWS.some((y) => (pixels[(y * width + x) * 4] ?? 255) < 160),
    )
    const gaps = inked
      .map((ink) => (ink ? 'x' : ' '))
      .join('')
      .trim()
      .split(/x+/)
      .filter((gap) => gap.length >= 12)
    expect(gaps.length).toBeGreaterThanOrEqual(count === 12 ? 5 : 7)
  })
})
