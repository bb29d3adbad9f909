import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** The program as an operator runs it: a process of its own. */
export interface Program {
  readonly child: ChildProcess
  /** Everything printed so far, both streams. */
  output(): string
  /** Resolves when the output holds the text; rejects when the process ends first. */
  until(text: string): Promise<void>
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>
  kill(signal: NodeJS.Signals): void
}

/** Starts dist/main.js with nothing in its environment but what is given. */
export function startProgram(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [MAIN, ...args], {
    // A folder without .env, so that an operator's own settings do not leak into a test.
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown')
      for (const listener of listeners) listener()
    })
  })
  return {
    child,
    output: () => printed,
    ended,
    kill: (signal) => {
      child.kill(signal)
    },
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (printed.includes(text)) resolve()
          else if (child.exitCode === null && child.signalCode === null) return
          else reject(new Error(`The program ended before it said ${JSON.stringify(text)}:\n${printed}`))
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      }),
  }
}

/** A folder that is removed with everything in it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'mujaz-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Asks again and again, for things that happen in another process. */
export async function eventually(holds: () => boolean, what: string, seconds = 30): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It did not happen within ${seconds} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
