import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Report } from '../articles/article.ts'
import { MujazError } from '../errors.ts'
import type { Story } from '../story/aliases.ts'
import { readReportFile } from './report-file.ts'

/** The project's own seeds; src/ and dist/ lie at the same depth. */
const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url))

const forms = z.array(z.string().min(1)).min(1)

const STORY = z.object({
  name: z.record(z.string(), z.string()),
  entities: z
    .array(
      z.object({
        id: z.string().min(1),
        kind: z.enum(['person', 'place', 'organisation', 'publication', 'thing']),
        forms: z.record(z.string(), forms).refine((languages) => Object.keys(languages).length > 0, {
          error: 'must hold one form at least',
        }),
      }),
    )
    .refine((entities) => new Set(entities.map(({ id }) => id)).size === entities.length, {
      error: 'must not hold an id twice',
    }),
  relevance: z.object({ required: z.array(forms).min(1), supporting: z.array(z.string()) }),
})

/** What a new instance begins with. */
export interface Seeds {
  readonly story: Story
  /** In the order of their file names, which begin with the day: oldest first. */
  readonly reports: readonly Report[]
}

/**
 * Reads `story.json` and `articles/*.md`.
 * @throws MujazError `seed_invalid` naming the file and the mistake
 */
export function readSeeds(folder: string = SEEDS): Seeds {
  const articles = join(folder, 'articles')
  const names = read(articles, () => readdirSync(articles))
  return {
    story: readStory(join(folder, 'story.json')),
    reports: names
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readReportFile(readText(join(articles, name)), name)),
  }
}

function readStory(path: string): Story {
  const parsed = STORY.safeParse(read(path, () => JSON.parse(readText(path)) as unknown))
  if (parsed.success) return parsed.data
  throw invalid(path, z.prettifyError(parsed.error), parsed.error)
}

function readText(path: string): string {
  return read(path, () => readFileSync(path, 'utf8')).replace(/^\ufeff/, '')
}

function read<Result>(path: string, how: () => Result): Result {
  try {
    return how()
  } catch (cause) {
    if (cause instanceof MujazError) throw cause
    throw invalid(path, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function invalid(path: string, mistake: string, cause: unknown): MujazError {
  return new MujazError('seed_invalid', `${path} cannot be read: ${mistake}`, { cause })
}
