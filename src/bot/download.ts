import type { Api } from 'grammy'
import { MujazError } from '../errors.ts'

/** Largest file that is taken, in bytes. */
const LIMIT = 5 * 1024 * 1024
/** Longest wait for a file, in milliseconds. */
const PATIENCE_MS = 30_000

/** Where files stand that were sent to the bot: behind the Bot API, or in memory. */
export type FileHost =
  | { readonly apiRoot: string; readonly token: string }
  /** Null for a path that leads nowhere. */
  | { file(path: string): Uint8Array | null }

/**
 * Gets files that were sent to the bot.
 * @returns takes a file's id; throws a MujazError `document_too_large` or `file_unreadable`
 */
export function createDownload(api: Api, host: FileHost): (fileId: string) => Promise<Uint8Array> {
  return async (fileId) => {
    const { file_path: path, file_size: size = 0 } = await api.getFile(fileId)
    if (size > LIMIT) throw tooLarge()
    if (path === undefined) throw unreadable()
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of contentOf(path, host)) {
      length += chunk.length
      // Whatever Telegram has said of its size.
      if (length > LIMIT) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
}

async function* contentOf(path: string, host: FileHost): AsyncGenerator<Uint8Array, void> {
  if ('file' in host) {
    const bytes = host.file(path)
    if (bytes === null) throw unreadable()
    return yield bytes
  }
  const address = `${host.apiRoot}/file/bot${host.token}/${path.split('/').map(encodeURIComponent).join('/')}`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' })
    if (!answer.ok || answer.body === null) throw unreadable()
    for await (const chunk of answer.body) yield chunk
  } catch {
    // The address holds the token, and what fetch throws may name the address.
    throw unreadable()
  }
}

function tooLarge(): MujazError {
  return new MujazError('document_too_large', `The file is larger than ${LIMIT / 1024 / 1024} MB.`)
}

function unreadable(): MujazError {
  return new MujazError('file_unreadable', 'Telegram does not hand the file out.')
}
