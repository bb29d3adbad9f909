// Compiles src/ and copies what is not TypeScript (wording, the sandbox page), then puts the result in the
// place of dist/ in one step, so that a program that is running or starting never sees half of it.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const next = at(`dist.${process.pid}`)
const old = at(`dist.${process.pid}.old`)

const compiler = at('node_modules/typescript/bin/tsc')
const { status } = spawnSync(
  process.execPath,
  [compiler, '-p', at('tsconfig.build.json'), '--outDir', next],
  {
    stdio: 'inherit',
  },
)
if (status !== 0) {
  rmSync(next, { recursive: true, force: true })
  process.exit(status ?? 1)
}
cpSync(at('src'), next, { recursive: true, filter: (path) => !path.endsWith('.ts') })
if (existsSync(at('dist'))) renameSync(at('dist'), old)
renameSync(next, at('dist'))
rmSync(old, { recursive: true, force: true })
