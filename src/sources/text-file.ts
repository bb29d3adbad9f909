import { createReadStream } from 'node:fs'
import { MujazError } from '../errors.ts'

/** Largest file that is read, in bytes. */
const SIZE_LIMIT = 5 * 1024 * 1024

/**
 * Reads a text file: UTF-8, UTF-16 with a byte order mark, else windows-1256, the old Arabic encoding.
 * @throws MujazError `file_unreadable` when there is no such file, it is too large, or it holds no text
 */
export async function readTextFile(path: string): Promise<string> {
  try {
    return decode(await readBytes(path), path)
  } catch (error) {
    if (error instanceof MujazError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    throw unreadable(path, REASONS[code] ?? code, error)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
}

/** Reads as it goes, because pipes and devices do not say how long they are. */
async function readBytes(path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > SIZE_LIMIT) throw unreadable(path, `it is larger than ${SIZE_LIMIT / 1024 / 1024} MB`)
  }
  return Buffer.concat(chunks)
}

/** What stands in no text of a one-byte encoding, but soon in anything that is no text. */
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/

function decode(bytes: Buffer, path: string): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  const text = tryDecode(bytes, encoding) ?? (encoding === 'utf-8' ? oldArabic(bytes) : null)
  if (text === null || text.includes('\0')) throw unreadable(path, 'it is not a text file')
  return text
}

function tryDecode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function oldArabic(bytes: Buffer): string | null {
  const text = new TextDecoder('windows-1256').decode(bytes)
  return BINARY.test(text) ? null : text
}

function unreadable(path: string, why: string, cause?: unknown): MujazError {
  return new MujazError('file_unreadable', `${path} cannot be read: ${why}.`, { cause })
}
