import { basename } from 'node:path'
import { openApp } from '../app.ts'
import { parseDate } from '../arabic/dates.ts'
import { words } from '../arabic/words.ts'
import { leadText } from '../articles/article.ts'
import { cleanPaste } from '../articles/cleaning.ts'
import type { Draft } from '../articles/draft.ts'
import { missingFields, prepareReport, reportOf } from '../articles/intake.ts'
import { pickLead } from '../articles/lead.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { MujazError } from '../errors.ts'
import { createLog } from '../log.ts'
import { storyFormatOf } from '../sources/story/file.ts'
import { readTextFile } from '../sources/text-file.ts'
import { importStories, type StoryFile } from './import-story.ts'
import type { Terminal } from './terminal.ts'

export interface ImportOptions {
  readonly dryRun?: boolean
  readonly showCuts?: boolean
  readonly title?: string
  readonly publisher?: string
  readonly agency?: string
  readonly author?: string
  readonly date?: string
}

interface ImportContext {
  readonly config: Config
  readonly clock: Clock
  readonly terminal: Terminal
}

/** A draft and where it came from, for messages. */
interface NamedDraft {
  readonly name: string
  readonly draft: Draft
}

/**
 * `mujaz import FILE...`: cleans each file into drafts, shows what was understood, and stores what is complete. An
 * exported story, known by how it begins, is put back as it was.
 * @returns 0, or 1 when a file held no report, or a draft or an article could not be stored
 * @throws MujazError `usage` for a date that is none, `file_unreadable`; nothing has been stored then, but for what
 *   stands in an exported story before the place where it is broken
 */
export async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  context: ImportContext,
): Promise<number> {
  const { terminal } = context
  const given = givenFields(options)
  const found: NamedDraft[] = []
  const stories: StoryFile[] = []
  let empty = 0
  for (const file of files) {
    const format = await storyFormatOf(file)
    if (format !== null) {
      stories.push({ path: file, format })
      continue
    }
    const drafts = cleanPaste(await readTextFile(file))
    if (drafts.length === 0) {
      terminal.complain(`${basename(file)}: no report found`)
      empty += 1
    }
    drafts.forEach((draft, index) => {
      found.push({ name: `${basename(file)}, draft ${index + 1} of ${drafts.length}`, draft })
    })
  }
  if (stories.length > 0 && Object.keys(given).length > 0) {
    throw new MujazError('usage', 'An exported story brings its titles, publishers and dates along.', {
      hint: 'Import it without --title, --publisher, --agency, --author and --date.',
    })
  }
  const untitled = found.filter(({ draft }) => draft.title === null)
  if (given.title !== undefined && untitled.length > 1) {
    throw new MujazError('usage', `--title is for one report; ${untitled.length} of these have no title.`, {
      hint: `Import them one by one: ${untitled.map(({ name }) => name).join('; ')}.`,
    })
  }
  const drafts = found.map(({ name, draft }) => ({ name, draft: withGiven(draft, given) }))
  for (const { name, draft } of drafts) show(name, draft, options.showCuts === true, terminal)
  if (options.dryRun === true) {
    const sound = await importStories(stories, true, context)
    terminal.print('Dry run: nothing was stored.')
    return sound ? 0 : 1
  }
  const onlyStories = stories.length > 0 && found.length === 0 && empty === 0
  const allStored = onlyStories || (await store(drafts, context))
  const allBack = stories.length === 0 || (await importStories(stories, false, context))
  return allStored && allBack && empty === 0 ? 0 : 1
}

/** What the operator says fills what a draft lacks; a date, agency or author that was found stays. */
type GivenFields = Partial<Pick<Draft, 'title' | 'publisher' | 'agency' | 'author' | 'publishedAt'>>

function givenFields(options: ImportOptions): GivenFields {
  const { title, publisher, agency, author, date } = options
  const publishedAt = date === undefined ? undefined : parseDate(date)
  if (publishedAt === null) {
    throw new MujazError('usage', `--date ${JSON.stringify(date)} is no date.`, {
      hint: 'Give it as 2024-06-18, 2024-06-18T07:30 or 18 يونيو 2024.',
    })
  }
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(agency === undefined ? {} : { agency }),
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}

function withGiven(draft: Draft, given: GivenFields): Draft {
  const lacking = Object.entries(given).filter(([field]) => draft[field as keyof GivenFields] === null)
  return { ...draft, ...Object.fromEntries(lacking) }
}

function show(name: string, draft: Draft, showCuts: boolean, terminal: Terminal): void {
  const lead = pickLead({ title: draft.title ?? '', body: draft.body, headings: draft.headings }).spans
  const { publishedAt } = draft
  const facts: [string, string][] = [
    ['title', draft.title ?? 'missing: give one with --title'],
    [
      'publisher',
      draft.publisher ??
        (draft.agency === null ? 'missing: give one with --publisher' : 'unknown: the agency counts'),
    ],
    ['agency', draft.agency ?? '-'],
    ['author', draft.author ?? '-'],
    [
      'published at',
      publishedAt === null
        ? 'unknown: give it with --date'
        : `${publishedAt.value} (${publishedAt.precision})`,
    ],
    ['language', draft.language],
    ['body', `${words(draft.body).length} words, ${draft.headings.length} sub-headings`],
    ['lead', leadText({ body: draft.body, lead })],
    ...draft.publisherSummary.map((point): [string, string] => ['summary', point]),
    ['cut', `${draft.cuts.length} lines`],
  ]
  terminal.print(`\n${name}`)
  for (const [label, value] of facts) terminal.print(`  ${label.padEnd(13)} ${value}`)
  if (!showCuts) return
  for (const { line, reason, text } of draft.cuts) {
    terminal.print(`    ${String(line).padStart(4)}  ${reason.padEnd(15)} ${text}`)
  }
}

/** Stores what can be stored and says of every draft what became of it; whether all are there now. */
async function store(drafts: readonly NamedDraft[], context: ImportContext): Promise<boolean> {
  const { config, clock, terminal } = context
  const refused = drafts.flatMap(({ name, draft }) => {
    const problem = problemOf(draft)
    return problem === null ? [] : [{ name, problem }]
  })
  const complete = drafts.filter(({ draft }) => problemOf(draft) === null)
  const log = createLog(config.logLevel, config.botToken === null ? [] : [config.botToken])
  const app = await openApp(config, { clock, log })
  try {
    const stored = await app.intake.add(complete.map(({ draft }) => reportOf(draft)))
    terminal.print('')
    stored.forEach(({ article, added }, index) => {
      terminal.print(
        `${complete[index]?.name}: ${added ? 'stored as' : 'is already there as'} article ${article.id}`,
      )
    })
  } finally {
    app.close()
  }
  for (const { name, problem } of refused) terminal.complain(`${name}: not stored: ${problem}`)
  return refused.length === 0
}

/** Why a draft cannot become an article; null when it can. */
function problemOf(draft: Draft): string | null {
  const missing = missingFields(draft)
  if (missing.length > 0) return `it lacks ${missing.join(' and ')}`
  try {
    prepareReport(reportOf(draft))
    return null
  } catch (error) {
    if (error instanceof MujazError && error.code === 'draft_invalid') return error.message
    throw error
  }
}
