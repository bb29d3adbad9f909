import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Journeys start the program as an operator does, from dist/: build it once before the first test. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))], {
    stdio: 'inherit',
  })
}
