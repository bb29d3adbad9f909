import { parseArgs } from 'node:util'
import { missingFiles } from './collection.ts'
import { benchLead } from './lead.ts'
import type { Print } from './print.ts'
import { benchSearch } from './search.ts'

interface Options {
  readonly collection?: string | undefined
  readonly articles?: number | undefined
}

/** One function per capability; `npm run bench -- search` runs one, nothing behind it runs all. */
const BENCHES: Readonly<Record<string, (print: Print, options: Options) => Promise<void>>> = {
  search: benchSearch,
  lead: (print, { collection }) => benchLead(print, collection),
}
const FEWEST_ARTICLES = 1000
const USAGE = `Usage: npm run bench -- [${Object.keys(BENCHES).join('|')}] [--collection DIR] [--articles N]`

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
      options: { collection: { type: 'string' }, articles: { type: 'string' } },
    })
    const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name))
    if (unknown.length > 0) return refuse(`There is no bench called ${unknown.join(', ')}.`)
    const wanted = Object.keys(BENCHES).filter(
      (name) => positionals.length === 0 || positionals.includes(name),
    )
    const { collection, articles } = values
    const searches = wanted.includes('search')
    if (articles !== undefined && !searches) return refuse('--articles belongs to the bench search.')
    const number = articles === undefined ? undefined : Number(articles)
    if (number !== undefined && !(Number.isSafeInteger(number) && number >= FEWEST_ARTICLES))
      return refuse(`--articles takes a whole number from ${FEWEST_ARTICLES} on, not "${articles}".`)
    if (collection !== undefined && searches) {
      const missing = missingFiles(collection)
      if (missing.length > 0) return refuse(`--collection ${collection} lacks ${missing.join(' and ')}.`)
    }
    return { names: wanted, options: { collection, articles: number } }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function refuse(why: string): never {
  console.error(`${why}\n${USAGE}`)
  process.exit(2)
}
