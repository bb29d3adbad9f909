import { createReadStream } from 'node:fs'
import { MujazError } from '../errors.ts'
import { decodeText } from './charset.ts'

/** Largest file that is read, in bytes. */
const SIZE_LIMIT = 5 * 1024 * 1024

/**
 * Reads a text file: UTF-8, UTF-16 or windows-1256, the old Arabic encoding.
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

function decode(bytes: Buffer, path: string): string {
  const decoded = decodeText(bytes)
  if (decoded === null) throw unreadable(path, 'it is not a text file')
  return decoded.text
}

function unreadable(path: string, why: string, cause?: unknown): MujazError {
  return new MujazError('file_unreadable', `${path} cannot be read: ${why}.`, { cause })
}
