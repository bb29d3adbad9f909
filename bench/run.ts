import { parseArgs } from 'node:util'
import { missingFiles } from './collection.ts'
import { benchDeliveries } from './deliveries.ts'
import { benchHostile } from './hostile.ts'
import { benchLead } from './lead.ts'
import type { Print } from './print.ts'
import { benchSearch } from './search.ts'

interface Options {
  readonly collection?: string | undefined
  readonly articles?: number | undefined
  readonly readers?: number | undefined
  readonly seconds?: number | undefined
}

/** One function per capability; `npm run bench -- search` runs one, nothing behind it runs all. */
const BENCHES: Readonly<Record<string, (print: Print, options: Options) => Promise<void>>> = {
  search: benchSearch,
  lead: (print, { collection }) => benchLead(print, collection),
  deliveries: benchDeliveries,
  hostile: benchHostile,
}
/** The options that are numbers: the bench they belong to, and the least that they take. */
const NUMBERS = {
  articles: { bench: 'search', least: 1000 },
  readers: { bench: 'deliveries', least: 1000 },
  seconds: { bench: 'deliveries', least: 10 },
} as const
const USAGE = `Usage: npm run bench -- [${Object.keys(BENCHES).join('|')}] [--collection DIR] ${Object.keys(
  NUMBERS,
)
  .map((name) => `[--${name} N]`)
  .join(' ')}`

const { names, options } = readArguments(process.argv.slice(2))
for (const name of names) {
  console.log(`# ${name} (Node ${process.version}, ${process.platform} ${process.arch})`)
  await BENCHES[name]?.((line) => console.log(line), options)
}

function readArguments(args: string[]): { names: string[]; options: Options } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        collection: { type: 'string' },
        articles: { type: 'string' },
        readers: { type: 'string' },
        seconds: { type: 'string' },
      },
    })
    const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name))
    if (unknown.length > 0) return refuse(`There is no bench called ${unknown.join(', ')}.`)
    const wanted = Object.keys(BENCHES).filter(
      (name) => positionals.length === 0 || positionals.includes(name),
    )
    const { collection } = values
    if (collection !== undefined && wanted.includes('search')) {
      const missing = missingFiles(collection)
      if (missing.length > 0) return refuse(`--collection ${collection} lacks ${missing.join(' and ')}.`)
    }
    const number = (name: keyof typeof NUMBERS) => readNumber(name, values[name], wanted)
    return {
      names: wanted,
      options: {
        collection,
        articles: number('articles'),
        readers: number('readers'),
        seconds: number('seconds'),
      },
    }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function readNumber(
  name: keyof typeof NUMBERS,
  text: string | undefined,
  wanted: readonly string[],
): number | undefined {
  if (text === undefined) return undefined
  const { bench, least } = NUMBERS[name]
  if (!wanted.includes(bench)) return refuse(`--${name} belongs to the bench ${bench}.`)
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= least) return number
  return refuse(`--${name} takes a whole number from ${least} on, not "${text}".`)
}

function refuse(why: string): never {
  console.error(`${why}\n${USAGE}`)
  process.exit(2)
}
