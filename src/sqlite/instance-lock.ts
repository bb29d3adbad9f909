import { mkdirSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from '../clock.ts'
import { MujazError } from '../errors.ts'
import { codeOf, type Database, loadDriver } from './database.ts'

export interface InstanceLock {
  release(): void
}

/** Another process may be letting go at this moment. */
const PATIENCE_MS = 250
/** How often a process that stands by looks whether the other one has ended. */
const LOOK_AGAIN_MS = 500

/** Handles that are alive must stay reachable: the lock of a collected handle is lost without a word. */
const held = new Set<Database>()

/**
 * Makes this process the only bot on the database at `path`: an exclusive transaction on a second file,
 * which the operating system gives back however the process ends. That file is never written: it stays empty
 * and out of WAL, where an exclusive transaction would keep only writers away.
 *
 * @throws MujazError `database_locked` when another bot holds it, `database_invalid` when there can be no such file
 */
export async function lockInstance(path: string, patienceMs = PATIENCE_MS): Promise<InstanceLock> {
  if (path === ':memory:') return { release: () => undefined }
  const Sqlite = await loadDriver()
  let handle: Database | undefined
  try {
    mkdirSync(dirname(path), { recursive: true })
    handle = new Sqlite(`${real(path)}.lock`, { timeout: patienceMs })
    handle.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    handle?.close()
    throw codeOf(cause).startsWith('SQLITE_BUSY') ? taken(path, cause) : unusable(path, cause)
  }
  const lock = handle
  held.add(lock)
  return {
    release() {
      held.delete(lock)
      lock.close()
    },
  }
}

/**
 * {@link lockInstance} for a process that stands by: waits until the other bot has ended, however it does.
 *
 * @param onWaiting called once when there is another one
 * @returns null when the signal aborts first
 * @throws MujazError `database_invalid`
 */
export async function awaitInstance(
  path: string,
  { clock, signal, onWaiting }: { clock: Clock; signal: AbortSignal; onWaiting: () => void },
): Promise<InstanceLock | null> {
  let waiting = false
  while (!signal.aborted) {
    try {
      return await lockInstance(path, waiting ? 0 : PATIENCE_MS)
    } catch (error) {
      if (!(error instanceof MujazError) || error.code !== 'database_locked') throw error
    }
    if (!waiting) onWaiting()
    waiting = true
    await clock.sleep(LOOK_AGAIN_MS, signal)
  }
  return null
}

/** The same database by another name has the same lock. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function taken(path: string, cause: unknown): MujazError {
  return new MujazError('database_locked', `Another Mujaz is running on ${path}.`, {
    hint: 'Stop the other process, or give this one its own DATABASE_PATH.',
    cause,
  })
}

function unusable(path: string, cause: unknown): MujazError {
  return new MujazError('database_invalid', `The lock file ${path}.lock cannot be used.`, {
    hint: 'Check DATABASE_PATH: the folder must be writable. A lock file that no Mujaz uses may be deleted.',
    cause,
  })
}
