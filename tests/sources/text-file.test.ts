import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTextFile } from '../../src/sources/text-file.ts'
import { tempFolder } from '../sqlite/temp-folder.ts'

const TEXT = 'قمة جديدة: «نعم»، ٢٠٢٤!\nسطر ثان Kim 100%'

function fileOf(bytes: Buffer | string): string {
  const path = join(tempFolder(), 'report.txt')
  writeFileSync(path, bytes)
  return path
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('a text file', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 big endian', utf16be(`\ufeff${TEXT}`)],
    ['UTF-16 without its mark', Buffer.from(TEXT, 'utf16le')],
  ])('in %s is read to the last character, without its mark', async (_, bytes) => {
    expect(await readTextFile(fileOf(bytes))).toBe(TEXT)
  })

  test('in windows-1256, the old Arabic encoding, is read too', async () => {
    // "سلام" and "قمة", with the Arabic comma and a Windows line end.
    const bytes = Buffer.from([0xd3, 0xe1, 0xc7, 0xe3, 0xa1, 0x20, 0xde, 0xe3, 0xc9, 0x0d, 0x0a, 0x41])
    expect(await readTextFile(fileOf(bytes))).toBe('سلام، قمة\r\nA')
  })

  test('may be empty', async () => {
    expect(await readTextFile(fileOf(''))).toBe('')
  })

  test('of any text comes back as it was written', async () => {
    const path = fileOf('')
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/[\0\ufeff]/.test(each))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('utf8', 'utf16le'), async (content, encoding) => {
        writeFileSync(
          path,
          encoding === 'utf8' ? content : Buffer.from(`\ufeff${content}`, encoding as 'utf16le'),
        )
        expect(await readTextFile(path)).toBe(content)
      }),
      { numRuns: 100 },
    )
  })

  test('is read up to 5 MB, and no further', async () => {
    const path = fileOf('')
    writeFileSync(path, 'a'.repeat(5 * 1024 * 1024))
    expect(await readTextFile(path)).toHaveLength(5 * 1024 * 1024)
    truncateSync(path, 5 * 1024 * 1024 + 1)
    await expect(readTextFile(path)).rejects.toMatchObject({
      code: 'file_unreadable',
      message: `${path} cannot be read: it is larger than 5 MB.`,
    })
  })
})

describe('what is no text', () => {
  test.each<[string, Buffer]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a compressed file', Buffer.from('1f8b0801d4c3b2a1020386f5e9', 'hex')],
    ['zeros', Buffer.alloc(64)],
    ['a text with a zero in it', Buffer.from('نص\0نص')],
    ['half of a UTF-16 file', Buffer.from('\ufeffسلام', 'utf16le').subarray(0, 7)],
  ])('is refused: %s', async (_, bytes) => {
    const path = fileOf(bytes)
    await expect(readTextFile(path)).rejects.toMatchObject({
      code: 'file_unreadable',
      message: `${path} cannot be read: it is not a text file.`,
    })
  })

  test('is refused: a file that is not there', async () => {
    const path = join(tempFolder(), 'nothing.txt')
    await expect(readTextFile(path)).rejects.toMatchObject({
      code: 'file_unreadable',
      message: `${path} cannot be read: there is no such file.`,
    })
  })

  test('is refused: a folder', async () => {
    const path = join(tempFolder(), 'folder.txt')
    mkdirSync(path)
    await expect(readTextFile(path)).rejects.toMatchObject({
      message: `${path} cannot be read: it is a folder.`,
    })
  })

  test('is refused: a device without an end', async () => {
    await expect(readTextFile('/dev/zero')).rejects.toMatchObject({ code: 'file_unreadable' })
  })
})
