/** What a font file can draw. */
export interface Coverage {
  has(codePoint: number): boolean
}

/**
 * Reads the `cmap` of a TrueType font (formats 4 and 12): a character that is not there would be drawn as an empty box.
 * @throws RangeError for a file that is no such font
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = view.getUint16(4)
  for (let place = 0; place < tables; place += 1) {
    const record = 12 + place * 16
    if (view.getUint32(record) !== 0x63_6d_61_70) continue // cmap
    return readCmap(view, view.getUint32(record + 8))
  }
  throw new RangeError('The font has no cmap.')
}

function readCmap(view: DataView, cmap: number): Coverage {
  const ranges: { first: number; last: number }[] = []
  for (let place = 0; place < view.getUint16(cmap + 2); place += 1) {
    const table = cmap + view.getUint32(cmap + 4 + place * 8 + 4)
    const format = view.getUint16(table)
    if (format === 4) ranges.push(...segments(view, table))
    if (format === 12) ranges.push(...groups(view, table))
  }
  return { has: (codePoint) => ranges.some(({ first, last }) => codePoint >= first && codePoint <= last) }
}

/** Format 4: ranges within the first 65,536 characters; those without an array of glyphs are covered throughout. */
function segments(view: DataView, table: number): { first: number; last: number }[] {
  const count = view.getUint16(table + 6) / 2
  const ranges: { first: number; last: number }[] = []
  for (let place = 0; place < count; place += 1) {
    const last = view.getUint16(table + 14 + place * 2)
    const first = view.getUint16(table + 16 + (count + place) * 2)
    const delta = view.getUint16(table + 16 + (2 * count + place) * 2)
    const offsetAt = table + 16 + (3 * count + place) * 2
    const offset = view.getUint16(offsetAt)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const listed = offset === 0 ? code : view.getUint16(offsetAt + offset + (code - first) * 2)
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) ranges.push({ first: code, last: code })
    }
  }
  return joined(ranges)
}

function groups(view: DataView, table: number): { first: number; last: number }[] {
  return Array.from({ length: view.getUint32(table + 12) }, (_, place) => ({
    first: view.getUint32(table + 16 + place * 12),
    last: view.getUint32(table + 20 + place * 12),
  }))
}

function joined(ranges: readonly { first: number; last: number }[]): { first: number; last: number }[] {
  const whole: { first: number; last: number }[] = []
  for (const { first, last } of ranges) {
    const before = whole.at(-1)
    if (before !== undefined && before.last + 1 === first) before.last = last
    else whole.push({ first, last })
  }
  return whole
}
