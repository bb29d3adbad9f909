import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { brokenStory } from './broken.ts'
import type { StoryFormat } from './export.ts'
import { HEAD_LENGTH, recogniseStory } from './import.ts'

/** Which form of an exported story a file holds, by how it begins; null for any other file, or none that can be read. */
export async function storyFormatOf(path: string): Promise<StoryFormat | null> {
  try {
    const file = await open(path)
    try {
      // Pipes can be read once only: they are left to whoever reads the file.
      if (!(await file.stat()).isFile()) return null
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0)
      return recogniseStory(
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead)),
      )
    } finally {
      await file.close()
    }
  } catch {
    return null // whoever reads it says why
  }
}

/**
 * The text of a file in chunks; a byte order mark is left where it is.
 * @throws MujazError `file_unreadable` for what is not UTF-8
 */
export async function* textChunks(path: string): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>)
      yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (cause) {
    if (cause instanceof TypeError) throw brokenStory('it is not UTF-8', cause)
    throw cause
  }
}
