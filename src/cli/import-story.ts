import { basename } from 'node:path'
import { openApp } from '../app.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createLog } from '../log.ts'
import type { StoryFormat } from '../sources/story/export.ts'
import { textChunks } from '../sources/story/file.ts'
import { type ImportOutcome, importStory } from '../sources/story/import.ts'
import type { Terminal } from './terminal.ts'

/** A file that holds an exported story. */
export interface StoryFile {
  readonly path: string
  readonly format: StoryFormat
}

/** Refused articles that are named one by one. */
const NAMED = 20

/**
 * The part of `mujaz import` for exported stories: puts each back and says what became of its articles.
 *
 * @param dryRun checks only, and opens no store
 * @returns whether every article could be taken
 * @throws MujazError `file_unreadable` where a file is broken; what was read before has been stored
 */
export async function importStories(
  files: readonly StoryFile[],
  dryRun: boolean,
  { config, clock, terminal }: { config: Config; clock: Clock; terminal: Terminal },
): Promise<boolean> {
  const log = createLog(config.logLevel, config.botToken === null ? [] : [config.botToken])
  const app = dryRun ? null : await openApp(config, { clock, log })
  try {
    let sound = true
    for (const { path, format } of files) {
      const outcome = await importStory(app?.archive ?? null, format, textChunks(path))
      report(basename(path), outcome, dryRun, terminal)
      sound &&= outcome.refused.length === 0
    }
    return sound
  } finally {
    app?.close()
  }
}

function report(
  name: string,
  { stored, known, refused }: ImportOutcome,
  dryRun: boolean,
  terminal: Terminal,
): void {
  const counts = dryRun
    ? [`${stored} can be stored`]
    : [`${stored} stored`, ...(known === 0 ? [] : [`${known} already there`])]
  const problems = refused.length === 0 ? [] : [`${refused.length} refused`]
  terminal.print(`${name}: ${[...counts, ...problems].join(', ')}`)
  for (const { place, problem } of refused.slice(0, NAMED))
    terminal.complain(`${name}, article ${place}: not stored: ${problem}`)
  if (refused.length > NAMED)
    terminal.complain(`${name}: ${refused.length - NAMED} more articles were not stored`)
}
