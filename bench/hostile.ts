import { agencyTailLength, datelineLength } from '../src/arabic/dateline.ts'
import { findDate, parseDate } from '../src/arabic/dates.ts'
import { stripDirection } from '../src/arabic/direction.ts'
import { sentences } from '../src/arabic/sentences.ts'
import { stemsOf } from '../src/arabic/stems.ts'
import { cleanPaste } from '../src/articles/cleaning.ts'
import { LEAD_BUDGETS, pickLead } from '../src/articles/lead.ts'
import { nearestNames } from '../src/search/nearest.ts'
import type { SearchOrder } from '../src/search/search-index.ts'
import { snippetOf } from '../src/search/snippet.ts'
import { readSeeds } from '../src/sources/seeds.ts'
import { openBot, TODAY } from './bot.ts'
import { type HostileText, hostileText } from './hostile-texts.ts'
import { type Print, quantile, table } from './print.ts'
import { readReports } from './quality.ts'
import { createRandom } from './random.ts'

const STRINGS = 10_000
/** Nothing a person can type may hold the bot up for longer. */
const LIMIT_MS = 50
/** What is slow once may have waited for something else: it is done again so many times, and the least counts. */
const AGAIN = 3
const RESULTS = 10
/** So many characters of a query are looked at where nothing was found for it. */
const KEPT = 200

type Step = (text: string) => unknown

/** The slowest input of one step so far, and all times. */
interface Times {
  readonly all: number[]
  slowest: HostileText & { ms: number }
}

/** Hostile strings through everything that reads what people type; prints the slowest of each. */
export async function benchHostile(print: Print): Promise<void> {
  const reports = readReports()
  const bot = await openBot(reports)
  const bodies = reports.map(({ report }) => report.body)
  const names = readSeeds().story.entities.map(({ forms }) => {
    const all = Object.values(forms).flat()
    return { shown: all[0] ?? '', forms: all }
  })
  const find = (order: SearchOrder) => (text: string) =>
    bot.search.find(bot.plan(text), { order, offset: 0, limit: RESULTS })
  const ordinary = bot.plan('الرئيس "كوريا الشمالية"')
  const steps: Readonly<Record<string, Step>> = {
    'reading the query': bot.plan,
    'search, best first': find('relevance'),
    'search, newest first': find('newest'),
    'nearest names': (text) => nearestNames([...text].slice(0, KEPT).join(''), names, RESULTS),
    'snippet of a report': (text) => snippetOf(bodies[text.length % bodies.length] ?? '', bot.plan(text)),
    'snippet of the string': (text) => snippetOf(text, ordinary),
    'snippet, asked for itself': (text) => snippetOf(text, bot.plan(text)),
    'words and stems': stemsOf,
    'direction marks': stripDirection,
    sentences,
    'lead, normal': (text) => pickLead({ title: text.slice(0, 300), body: text, headings: [] }),
    'lead, full': (text) => pickLead({ title: 'قمة', body: text, headings: [] }, LEAD_BUDGETS.full),
    dateline: (text) => datelineLength(text) + agencyTailLength(text),
    'a date': (text) => [parseDate(text.slice(0, 200), TODAY), findDate(text)],
    cleaning: cleanPaste,
  }
  const random = createRandom(1)
  const times = new Map(Object.keys(steps).map((name): [string, Times] => [name, noTimes()]))
  for (let number = 0; number < STRINGS; number++) {
    const given = hostileText(number, random, bodies)
    for (const [name, step] of Object.entries(steps)) await measure(times.get(name) ?? noTimes(), given, step)
  }
  bot.close()

  print(`\n${STRINGS.toLocaleString('en')} hostile strings, ms; the limit is ${LIMIT_MS}\n`)
  table(
    print,
    ['', 'p50', 'p99', 'slowest', 'over', 'what it was'],
    [...times].map(([name, { all, slowest }]) => [
      name,
      ...[quantile(all, 0.5), quantile(all, 0.99), slowest.ms].map((ms) => ms.toFixed(2)),
      String(all.filter((ms) => ms > LIMIT_MS).length),
      `${slowest.kind}: ${printable(slowest.text)}`,
    ]),
  )
}

function noTimes(): Times {
  return { all: [], slowest: { kind: '', text: '', ms: 0 } }
}

async function measure(times: Times, given: HostileText, step: Step): Promise<void> {
  let ms = await timeOf(step, given.text)
  for (let round = 0; round < AGAIN && ms > times.slowest.ms; round++)
    ms = Math.min(ms, await timeOf(step, given.text))
  times.all.push(ms)
  if (ms > times.slowest.ms) times.slowest = { ...given, ms }
}

async function timeOf(step: Step, text: string): Promise<number> {
  const began = performance.now()
  await step(text)
  return performance.now() - began
}

/** The beginning of a string as it can stand in a table, and its length. */
function printable(text: string): string {
  const shown = text
    .slice(0, 10)
    .replace(
      /[^\p{L}\p{N}\p{P}\p{S} ]|[|\\]/gu,
      (unseen) => `\\u{${unseen.codePointAt(0)?.toString(16) ?? ''}}`,
    )
  return `${shown} (${text.length})`
}
