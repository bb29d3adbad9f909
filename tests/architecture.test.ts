import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/**
 * The rules of docs/architecture.md as data. Imports go to a lower rank only, and to a sibling of the same
 * rank only where this says so. What is not here may not exist.
 */
const RANKS: Readonly<Record<string, number>> = {
  'config.ts': 0,
  'clock.ts': 0,
  'log.ts': 0,
  'errors.ts': 0,
  arabic: 0,
  messages: 1,
  sqlite: 1,
  articles: 2,
  story: 2,
  search: 2,
  readers: 2,
  editors: 2,
  digests: 3,
  deliveries: 3,
  feeds: 3,
  sources: 3,
  charts: 3,
  bot: 4,
  schedule: 4,
  web: 4,
  'app.ts': 5,
  'running.ts': 5,
  'housekeeping.ts': 5,
  'sandbox-port.ts': 5,
  cli: 6,
  'main.ts': 6,
}

const SIBLINGS: readonly string[] = [
  'feeds -> sources',
  'config.ts -> errors.ts',
  'running.ts -> app.ts',
  'running.ts -> housekeeping.ts',
  'running.ts -> sandbox-port.ts',
  'housekeeping.ts -> app.ts',
  'sandbox-port.ts -> app.ts',
  'main.ts -> cli',
  'story -> articles',
]

/** Folders that know nothing but the functions handed to them. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  arabic: [],
  schedule: ['log.ts', 'clock.ts', 'errors.ts'],
  web: ['log.ts', 'clock.ts', 'errors.ts'],
  search: ['arabic'],
}

/** One home per package; those that are not here may be used anywhere. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['sqlite'],
  grammy: ['bot'],
  'node-cron': ['schedule'],
  dotenv: ['main.ts'],
  feedsmith: ['sources'],
  hono: ['web'],
  '@hono/node-server': ['web'],
  '@fluent/bundle': ['messages'],
  'temporal-polyfill': ['readers'],
  '@photostructure/tz-lookup': ['readers'],
  commander: ['cli'],
  pino: ['log.ts'],
  'ipaddr.js': ['sources'],
  echarts: ['charts'],
  '@resvg/resvg-js': ['charts'],
  '@expo-google-fonts/cairo': ['charts'],
  undici: ['sources'],
  yaml: ['sources'],
  zod: ['config.ts', 'sources', 'web'],
}

interface Import {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const FILES = filesUnder(SRC).filter((path) => path.endsWith('.ts'))
const IMPORTS = FILES.flatMap(importsOf)
const LOCAL = IMPORTS.filter(({ to }) => to.startsWith('.'))

describe('the tree', () => {
  test('is seen by these tests at all', () => {
    expect(FILES.length).toBeGreaterThan(80)
    expect(LOCAL.length).toBeGreaterThan(200)
    expect(IMPORTS.length - LOCAL.length).toBeGreaterThan(30)
  })

  test('holds only what has a rank', () => {
    const unknown = FILES.map((path) => partOf(path)).filter((part) => !(part in RANKS))
    expect([...new Set(unknown)]).toEqual([])
  })

  test('has no file longer than 250 lines, no dumping ground, no barrel and no default export', () => {
    const wrong = FILES.filter((path) => {
      const text = readFileSync(path, 'utf8')
      const lines = text.split('\n').length - 1
      return (
        lines > 250 ||
        /(?:^|\/)(?:utils?|helpers?|common|lib|shared|services?|index)(?:\.ts|\/)/.test(
          relative(SRC, path),
        ) ||
        /^export (?:default|\*)/m.test(text)
      )
    })
    expect(wrong.map((path) => relative(SRC, path))).toEqual([])
  })
})

describe('imports', () => {
  test('go to a lower rank, or to a sibling that is allowed', () => {
    const wrong = LOCAL.filter(({ from, to, file, typeOnly }) => {
      const target = partOf(resolve(dirname(file), to))
      if (target === from) return false
      const [here = -1, there = 99] = [RANKS[from], RANKS[target]]
      if (there < here || SIBLINGS.includes(`${from} -> ${target}`)) return false
      // Adapters are written against the types of the ports they implement.
      return !(from === 'sqlite' && typeOnly)
    })
    expect(wrong.map(describeImport)).toEqual([])
  })

  test('of folders that stand alone stay inside what was handed to them', () => {
    const wrong = LOCAL.filter(({ from, to, file }) => {
      const allowed = ALONE[from]
      const target = partOf(resolve(dirname(file), to))
      return allowed !== undefined && target !== from && !allowed.includes(target)
    })
    expect(wrong.map(describeImport)).toEqual([])
  })

  test('of packages happen at home only', () => {
    const wrong = IMPORTS.filter(({ from, to, typeOnly }) => {
      const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? '')
      const homes = HOMES[name]
      return homes !== undefined && !homes.includes(from) && !typeOnly
    })
    expect(wrong.map(describeImport)).toEqual([])
  })

  test('of packages are all declared as dependencies', () => {
    const manifest = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const used = IMPORTS.filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:')).map(({ to }) =>
      to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? ''),
    )
    expect([...new Set(used)].sort()).toEqual(Object.keys(manifest.dependencies).sort())
  })
})

describe('only one place', () => {
  const holding = (pattern: RegExp, except: readonly string[]) =>
    FILES.filter((path) => !except.includes(partOf(path)) && pattern.test(code(path))).map((path) =>
      relative(SRC, path),
    )

  test('reads the environment', () => {
    expect(holding(/process\.env/, ['main.ts'])).toEqual([])
  })

  test('reads the time', () => {
    expect(holding(/Date\.now\(\)|new Date\(\)|Temporal\.Now/, ['clock.ts'])).toEqual([])
  })

  test('speaks SQL', () => {
    expect(holding(/\.prepare\(|\bSELECT .+ FROM\b|\bINSERT INTO\b/, ['sqlite'])).toEqual([])
  })

  test('holds Arabic words for people', () => {
    const text = /['"`][^'"`\n]*\p{Script=Arabic}{2,}[^'"`\n]*['"`]/u
    // What Arabic is made of, what pages and files contain, what zones are called; the sandbox's two people and its bot.
    expect(holding(text, ['arabic', 'messages', 'articles', 'readers', 'sources', 'web', 'cli'])).toEqual([])
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

function importsOf(file: string): Import[] {
  const from = partOf(file)
  const found = code(file).matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|(?:import|require\.resolve)\('([^']+)'\)/g,
  )
  return [...found].map(([, type, direct, dynamic]) => ({
    file,
    from,
    to: direct ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }))
}

/** The file's text without comments, which may speak of anything. */
function code(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** The folder below src/, or the file itself. */
function partOf(path: string): string {
  return relative(SRC, path).split('/')[0] ?? ''
}

function describeImport({ file, to }: Import): string {
  return `${relative(SRC, file)} -> ${to}`
}
