import type { File } from 'grammy/types'
import { badRequest } from './answer.ts'
import { type Payload, readText } from './fields.ts'

/** What a person attaches to a message. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType?: string
}

/** Bots get files up to this size, in bytes. */
const LIMIT = 20 * 1024 * 1024
/** Older files fall out of memory beyond this. */
const KEPT = 50

/** Files that people have sent, as getFile and the file address tell of them. */
export function createSentFiles() {
  const files = new Map<string, SentFile>()
  let count = 0
  return {
    /** Keeps a file; gives what the message says of it. */
    keep(file: SentFile): object {
      count += 1
      const id = `file-${count}`
      files.set(id, file)
      const oldest = files.size > KEPT ? files.keys().next().value : undefined
      if (oldest !== undefined) files.delete(oldest)
      const { name, bytes, mediaType } = file
      const type = mediaType === undefined ? {} : { mime_type: mediaType }
      const document = { file_id: id, file_unique_id: id, file_name: name, file_size: bytes.length, ...type }
      return { document }
    },

    get(payload: Payload): File {
      const id = readText(payload, 'file_id')
      const file = files.get(id)
      if (file === undefined) return badRequest('invalid file_id')
      if (file.bytes.length > LIMIT) return badRequest('file is too big')
      const path = `documents/${id}`
      return { file_id: id, file_unique_id: id, file_size: file.bytes.length, file_path: path }
    },

    /** What stands at a path; null for nothing. */
    read: (path: string): Uint8Array | null => files.get(path.replace(/^documents\//, ''))?.bytes ?? null,
  }
}
