import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import type { Encoding } from './answer-headers.ts'
import { notRead, refusal } from './refusal.ts'

/**
 * Reads a body to its end, unpacked, counting as it goes: packed and unpacked bytes may each be `limit` at most, and
 * not much more than that is ever in memory.
 * @throws MujazError `fetch_too_large`; `fetch_bad_response` when it is damaged or ends too early
 */
export async function readBody(
  source: Readable,
  options: { encoding: Encoding; limit: number; host: string; signal: AbortSignal },
): Promise<Buffer> {
  const { encoding, limit, host, signal } = options
  const chunks: Buffer[] = []
  async function* counted(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0
    for await (const chunk of stream) {
      size += chunk.length
      if (size > limit) {
        throw refusal('fetch_too_large', `The answer of ${host} is larger than ${megabytes(limit)} MB.`)
      }
      yield chunk
    }
  }
  const keep = async (stream: AsyncIterable<Buffer>) => {
    for await (const chunk of counted(stream)) chunks.push(chunk)
  }
  try {
    if (encoding === 'identity') await pipeline(source, keep, { signal })
    else {
      const packed = await opened(counted(source))
      await pipeline(packed.all, unpacking(encoding, packed.first), keep, { signal })
    }
  } catch (error) {
    throw notRead(host, error)
  } finally {
    source.destroy()
  }
  return Buffer.concat(chunks)
}

/** Looks at the first bytes without taking them away. */
async function opened(
  stream: AsyncGenerator<Buffer>,
): Promise<{ first: Buffer; all: AsyncGenerator<Buffer> }> {
  const { value } = (await stream.next()) as IteratorResult<Buffer, undefined>
  const first = value ?? Buffer.alloc(0)
  async function* all(): AsyncGenerator<Buffer> {
    yield first
    yield* stream
  }
  return { first, all: all() }
}

function unpacking(encoding: Exclude<Encoding, 'identity'>, first: Buffer): Transform {
  if (encoding === 'gzip') return createGunzip()
  if (encoding === 'br') return createBrotliDecompress()
  // The standard means zlib by «deflate», some servers send it bare: the first half-byte of zlib is always 8.
  return ((first[0] ?? 8) & 0x0f) === 8 ? createInflate() : createInflateRaw()
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / 1024 / 1024) * 100) / 100)
}
