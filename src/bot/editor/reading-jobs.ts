import { type Api, GrammyError, HttpError } from 'grammy'
import type { DraftStore } from '../../articles/draft-store.ts'
import type { Material } from '../../articles/material.ts'
import type { Clock } from '../../clock.ts'
import { may } from '../../editors/authority.ts'
import type { EditorStore } from '../../editors/editor-store.ts'
import { MujazError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { nothingThere, type ReadingView, readingFailed } from '../../messages/desk.ts'
import { documentRefused, isDocumentCode } from '../../messages/documents.ts'
import { createWording, type Wording } from '../../messages/fluent.ts'
import type { Html } from '../../messages/html.ts'
import { fetchRefused, isFetchCode } from '../../messages/sources.ts'
import type { ReaderStore } from '../../readers/reader-store.ts'
import type { Cleaner } from '../../sources/cleaner.ts'
import type { SafeFetch } from '../../sources/fetch.ts'
import type { Parser } from '../../sources/parser.ts'
import type { DraftRadar } from '../../story/radar.ts'
import { roleOf } from '../chats/visit.ts'
import { createDownload, type FileHost } from '../download.ts'
import { type CardPlace, putCard, removeMessage } from './card-place.ts'
import { openDrafts } from './opening.ts'
import type { Asked, Reading, ReadingStore } from './reading.ts'

/** Pages and files that are read at once. */
const AT_ONCE = 3
const LONGEST_PAUSE_MS = 60_000
const PAGES = ['text/html', 'application/xhtml+xml', 'text/plain']

export interface ReadingParts {
  readonly readings: ReadingStore
  readonly drafts: DraftStore
  readonly radar: DraftRadar
  readonly cleaner: Cleaner
  readonly fetch: SafeFetch
  readonly parser: Pick<Parser, 'run'>
  readonly readers: Pick<ReaderStore, 'byAddress'>
  readonly editors: EditorStore
  readonly ownerIds: readonly number[]
  /** Files that were sent to the bot. */
  readonly files: FileHost
  readonly api: Api
  /** The bot's name; asked when it is needed, because the bot learns it late. */
  username(): string
  readonly clock: Clock
  readonly log: Log
}

/** Reads what editors have named, while their chats go on. */
export interface ReadingJobs {
  /** Something waits to be read, or waited when the process ended. */
  wake(): void
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
  /** Ends what is going on; it is taken up again at the next start. */
  stop(): Promise<void>
}

export function createReadingJobs(parts: ReadingParts): ReadingJobs {
  const { readings, clock, log } = parts
  const download = createDownload(parts.api, parts.files)
  const stopping = new AbortController()
  const { signal } = stopping
  const busy = new Set<number>()
  const running = new Set<Promise<void>>()
  let looking: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    if (signal.aborted) return
    for (const reading of await readings.unfinished()) {
      if (busy.size >= AT_ONCE) return
      if (!busy.has(reading.id)) begin(reading)
    }
  }

  function begin(reading: Reading): void {
    busy.add(reading.id)
    const work = perform(reading)
      .catch((error: unknown) => {
        if (!signal.aborted) log.error('a reading failed', { reading: reading.id, error: error as Error })
      })
      .finally(() => {
        busy.delete(reading.id)
        running.delete(work)
        wake()
      })
    running.add(work)
  }

  /** Reads and shows; what stands in the way of telling is waited out. */
  async function perform(reading: Reading): Promise<void> {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await finishReading(reading)
        return await readings.finish(reading.id)
      } catch (error) {
        if (signal.aborted) return
        if (!isPassing(error)) {
          await readings.finish(reading.id)
          throw error
        }
        await clock.sleep(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures), signal)
      }
    }
  }

  async function finishReading({ id, source, asked, chatId, editorId, noteId }: Reading): Promise<void> {
    const reader = await parts.readers.byAddress({ chatId, threadId: null })
    const wording = createWording(reader?.language ?? 'ar')
    const place: CardPlace = { api: parts.api, chatId, wording, username: parts.username() }
    const tell = (message: Html) => putCard(place, { message }, noteId)
    const view = viewOf(asked)
    let materials: Material[]
    try {
      materials = (await read(asked)).map((material, index) => ({
        ...material,
        source: `${source}/${index}`,
      }))
    } catch (error) {
      if (signal.aborted || isPassing(error)) throw error
      log.info('a reading was refused', { reading: id, code: codeOf(error) })
      await tell(refusalOf(wording, asked, error))
      return
    }
    // They may have been dismissed while it was read.
    if (!may(await roleOf(parts, editorId), 'open-draft')) {
      if (noteId !== null) await removeMessage(place, noteId)
      return
    }
    const { drafts } = await openDrafts(parts, place, editorId, materials, { noteId })
    if (drafts.length === 0) await tell(nothingThere(wording, view))
  }

  async function read(asked: Asked): Promise<Material[]> {
    if (asked.kind === 'file') {
      const bytes = await download(asked.fileId)
      return parts.parser.run('document', { bytes, fileName: asked.name, mediaType: asked.mediaType })
    }
    const { url, type, charset, body: bytes } = await parts.fetch(asked.url, { accept: PAGES, signal })
    if (type !== 'text/plain') return [await parts.parser.run('page', { bytes, url, charset })]
    const texts = await parts.parser.run('document', { bytes, fileName: 'page.txt', mediaType: type })
    return texts.map((text) => ({ ...text, kind: 'page' as const, facts: { ...text.facts, url } }))
  }

  function wake(): void {
    looking = looking.then(look).catch((error: unknown) => log.error('readings cannot be seen', { error }))
  }

  return {
    wake,
    async idle() {
      await looking
      while (running.size > 0) {
        await Promise.allSettled(running)
        await looking
      }
    },
    async stop() {
      stopping.abort()
      await Promise.allSettled([...running, looking])
    },
  }
}

function viewOf(asked: Asked): ReadingView {
  return asked.kind === 'page' ? { kind: 'page', name: asked.url } : { kind: 'file', name: asked.name }
}

function refusalOf(wording: Wording, asked: Asked, error: unknown): Html {
  const code = codeOf(error)
  const view = viewOf(asked)
  if (isDocumentCode(code)) return documentRefused(wording, code, view.name)
  return asked.kind === 'page' && isFetchCode(code)
    ? fetchRefused(wording, code, asked.url)
    : readingFailed(wording, view)
}

function codeOf(error: unknown): string {
  return error instanceof MujazError ? error.code : error instanceof Error ? error.name : 'unknown'
}

/** Telegram is out of reach, or asks to wait: nothing is wrong with what is read. */
function isPassing(error: unknown): boolean {
  if (error instanceof HttpError) return true
  return error instanceof GrammyError && (error.error_code === 429 || error.error_code >= 500)
}
