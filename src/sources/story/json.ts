import type { ArchivedArticle } from '../../articles/archive.ts'
import { brokenStory, RECORD_LIMIT } from './broken.ts'
import { toRecord } from './record.ts'

const OPENING = '{"format":"mujaz-story","version":1,"articles":['
const CLOSING = ']}\n'

/** How a story in JSON begins, however its spaces are set. */
export const JSON_STORY = /^\ufeff?\s*\{\s*"format"\s*:\s*"mujaz-story"\s*,\s*"version"\s*:\s*1\s*,/

/** The story as one JSON document, one article a line; a chunk for every slice. */
export async function* writeJson(
  slices: AsyncIterable<readonly ArchivedArticle[]>,
): AsyncGenerator<string, void> {
  let before = `${OPENING}\n`
  for await (const articles of slices) {
    if (articles.length === 0) continue
    yield before + articles.map((article) => JSON.stringify(toRecord(article))).join(',\n')
    before = ',\n'
  }
  yield before === ',\n' ? `\n${CLOSING}` : OPENING + CLOSING
}

const STRUCTURE = /["\\{}[\]]/g

/**
 * The records of a story in JSON, unchecked, one after the other: only one of them is in memory at a time.
 * @throws MujazError `file_unreadable` where the document breaks off or is no JSON
 */
export async function* readJson(chunks: AsyncIterable<string>): AsyncGenerator<unknown, void> {
  let depth = 0
  let inString = false
  let skipNext = false
  let held = ''
  for await (const chunk of chunks) {
    // An article is an object (third level) in a list (second) in the document.
    let from = depth > 2 ? 0 : chunk.length
    const signs = new RegExp(STRUCTURE)
    signs.lastIndex = skipNext ? 1 : 0
    skipNext = false
    for (let found = signs.exec(chunk); found !== null; found = signs.exec(chunk)) {
      const [sign] = found
      if (inString) {
        if (sign === '"') inString = false
        else if (sign === '\\') signs.lastIndex += 1
        if (signs.lastIndex > chunk.length) {
          skipNext = true
          break
        }
      } else if (sign === '"') inString = true
      else if (sign === '{' || sign === '[') {
        depth += 1
        if (depth === 3) from = found.index
      } else {
        depth -= 1
        if (depth !== 2) continue
        yield parse(held + chunk.slice(from, found.index + 1))
        held = ''
        from = chunk.length
      }
    }
    held += chunk.slice(from)
    if (held.length > RECORD_LIMIT) throw brokenStory('an article is far too long')
  }
  if (depth !== 0 || inString) throw brokenStory('it breaks off')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw brokenStory('it is no JSON', cause)
  }
}
