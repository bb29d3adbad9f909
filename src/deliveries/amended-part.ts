const GAP = '\n\n'

/** Where an article stands in the messages of an edition: the index of the part; null where no part links to it. */
export function partHolding(parts: readonly string[], articleId: number): number | null {
  const at = parts.findIndex((part) => linksTo(part, articleId))
  return at < 0 ? null : at
}

/**
 * A frozen part with `notice` in the place of an article: of its block (blocks are a blank line apart), or, where
 * several articles share a block, as the headlines of a short digest do, of its line.
 *
 * @param notice makes Telegram HTML of what stood there
 * @returns null when the part does not hold the article
 */
export function amendedPart(
  part: string,
  articleId: number,
  notice: (stood: string) => string,
): string | null {
  const blocks = part.split(GAP)
  const at = blocks.findIndex((block) => linksTo(block, articleId))
  const block = blocks[at]
  if (block === undefined) return null
  return blocks.with(at, amendedBlock(block, articleId, notice)).join(GAP)
}

function amendedBlock(block: string, articleId: number, notice: (stood: string) => string): string {
  if (linkedArticles(block).size < 2) return notice(block)
  const lines = block.split('\n')
  const at = lines.findIndex((line) => linksTo(line, articleId))
  const line = lines[at]
  return line === undefined ? block : lines.with(at, notice(line)).join('\n')
}

const READ_LINK = /[?&](?:amp;)?start=a(\d{1,15})"/g

function linkedArticles(html: string): Set<number> {
  return new Set([...html.matchAll(READ_LINK)].map(([, id]) => Number(id)))
}

function linksTo(html: string, articleId: number): boolean {
  return linkedArticles(html).has(articleId)
}
