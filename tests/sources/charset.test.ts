import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/sources/charset.ts'
import { encoded } from './encoded.ts'

const TEXT = 'وصل القطار إلى المحطة، ومعه ٤٠ راكبا (Khasan).\nسطر ثان.'
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => utf16le(text).swap16()

const OLD = TEXT.replace(/[٠-٩]/g, '4')

describe('bytes become text', () => {
  test.each<[string, Buffer, (string | null)[], string]>([
    ['UTF-8', Buffer.from(TEXT), [], 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), [], 'utf-8'],
    ['UTF-8 that a header calls windows-1256', Buffer.from(TEXT), ['windows-1256'], 'utf-8'],
    ['UTF-16 little endian with a mark', utf16le(`\ufeff${TEXT}`), ['utf-8'], 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16be(`\ufeff${TEXT}`), [], 'utf-16be'],
    ['UTF-16 little endian without one', utf16le(TEXT), [], 'utf-16le'],
    ['UTF-16 big endian without one', utf16be(TEXT), ['utf-8'], 'utf-16be'],
  ])('%s', (_, bytes, declared, charset) => {
    expect(decodeText(bytes, declared)).toEqual({ text: TEXT, charset })
  })

  test.each<[string, string, (string | null)[]]>([
    ['windows-1256 that is declared', 'windows-1256', [null, 'Windows-1256 ']],
    ['windows-1256 that nobody declares', 'windows-1256', []],
    ['windows-1256 under the name that servers give by default', 'windows-1256', ['ISO-8859-1']],
    ['windows-1256 that is called UTF-8', 'windows-1256', ['utf-8']],
    ['windows-1256 behind a name that does not exist', 'windows-1256', ['x-arabic-old']],
    ['ISO 8859-6 that is declared', 'iso-8859-6', ['iso-8859-6']],
  ])('%s', (_, charset, declared) => {
    expect(decodeText(encoded(OLD, charset), declared)).toEqual({ text: OLD, charset })
  })

  test('the first declared encoding that fits is taken', () => {
    const bytes = encoded(OLD, 'iso-8859-6')
    expect(decodeText(bytes, ['iso-8859-1', 'iso-8859-6', 'windows-1256'])?.text).toBe(OLD)
  })

  test('French stays French', () => {
    expect(
      decodeText(encoded('Le traité a été signé à Paris, ça va.', 'windows-1252'), ['latin1'])?.text,
    ).toBe('Le traité a été signé à Paris, ça va.')
  })

  test('one broken letter does not change the encoding of a page', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT.repeat(5)), Buffer.from([0xd9]), Buffer.from(TEXT)])
    expect(decodeText(bytes)).toEqual({ text: `${TEXT.repeat(5)}\ufffd${TEXT}`, charset: 'utf-8' })
  })

  test.each<[string, Buffer]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['an archive', Buffer.from('504b030414000000080000', 'hex')],
    ['a program', Buffer.from('7f454c4602010100000000000000', 'hex')],
    ['text with a zero in it', Buffer.from(`${TEXT}\0`)],
  ])('%s is none', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull()
  })

  test('empty is text', () => {
    expect(decodeText(Buffer.alloc(0))?.text).toBe('')
  })

  test('whatever the bytes, nothing is thrown; whatever the text, UTF-8 keeps it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, name) => {
        decodeText(bytes, [name])
      }),
    )
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((each) => !/[\0-\u0008\u000e-\u0019\u001b-\u001f\ufeff]/.test(each))
    fc.assert(
      fc.property(text, (each) => {
        expect(decodeText(Buffer.from(each), ['windows-1252'])?.text).toBe(each)
      }),
    )
  })
})
