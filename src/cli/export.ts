import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openApp } from '../app.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { MujazError } from '../errors.ts'
import { createLog } from '../log.ts'
import { exportStory, isStoryFormat, STORY_FORMATS, type StoryFormat } from '../sources/story/export.ts'
import type { Terminal } from './terminal.ts'

export interface ExportOptions {
  readonly format?: string
}

interface ExportContext {
  readonly config: Config
  readonly clock: Clock
  readonly terminal: Terminal
  /** Where the story goes when no file is named. */
  readonly output: Writable
}

/**
 * `mujaz export [FILE]`: writes the whole story, retracted reports included; the form is the one asked for, else the
 * one that the file's name tells, else JSON. A file appears only when it is complete.
 *
 * @returns 0
 * @throws MujazError `usage` for a form that is none, `file_unwritable`
 */
export async function exportToFile(
  file: string | undefined,
  options: ExportOptions,
  context: ExportContext,
): Promise<number> {
  const { config, clock, terminal, output } = context
  const format = formatOf(file, options.format)
  const app = await openApp(config, { clock, log: createLog(config.logLevel, []) })
  try {
    const title = app.story?.name['ar'] ?? 'Mujaz'
    const story = Readable.from(exportStory(app.archive, format, title), { objectMode: false })
    if (file === undefined) {
      await pipeline(story, output, { end: false }).catch(unlessClosed)
      return 0
    }
    await write(story, file)
    const { count } = await app.archive.extent()
    terminal.print(`${file}: ${count} ${count === 1 ? 'article' : 'articles'} as ${format}`)
    return 0
  } finally {
    app.close()
  }
}

/** Whoever reads along may have had enough. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** Beside its place first: what stands there already is good until the new one is. */
async function write(story: Readable, file: string): Promise<void> {
  const partial = `${file}.part`
  try {
    await pipeline(story, createWriteStream(partial))
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    const code = (cause as NodeJS.ErrnoException).code
    if (code === undefined) throw cause
    throw new MujazError('file_unwritable', `${file} cannot be written: ${code}.`, { cause })
  }
}

function formatOf(file: string | undefined, asked: string | undefined): StoryFormat {
  if (asked === undefined) {
    const extension = file === undefined ? '' : extname(file).slice(1).toLowerCase()
    if (isStoryFormat(extension)) return extension
    return extension === 'xml' ? 'atom' : 'json'
  }
  if (isStoryFormat(asked)) return asked
  throw new MujazError('usage', `There is no form ${JSON.stringify(asked)}.`, {
    hint: `Choose one of ${STORY_FORMATS.join(', ')}.`,
  })
}
