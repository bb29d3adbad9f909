import type { MessageEntity } from 'grammy/types'

/** Bold and its like may overlap anything and are cut and joined; the others are kept whole or not at all. */
const SPLITTABLE: ReadonlySet<string> = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'])
const QUOTATION: ReadonlySet<string> = new Set(['blockquote', 'expandable_blockquote'])
/** Found by Telegram itself, so not counted among the hundred that a sender may give. */
export const FOUND: ReadonlySet<string> = new Set(['bot_command', 'url', 'mention', 'hashtag'])
const GIVEN_AT_MOST = 100

const endOf = (entity: MessageEntity) => entity.offset + entity.length

/** Outer before inner, earlier before later. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)
}

/** Entities as the server keeps them: same kinds joined, nothing inside code, no link inside a link. */
export function settleEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const sorted = sortEntities(entities)
  const quotations = withoutOverlaps(sorted.filter((entity) => QUOTATION.has(entity.type)))
  const whole = withoutOverlaps(
    sorted.filter((entity) => !SPLITTABLE.has(entity.type) && !QUOTATION.has(entity.type)),
  )
  const blocks = whole.filter((entity) => entity.type === 'code' || entity.type === 'pre')
  const free = joined(sorted.filter((entity) => SPLITTABLE.has(entity.type))).filter(
    (entity) => !blocks.some((block) => block.offset <= entity.offset && endOf(entity) <= endOf(block)),
  )
  return sortEntities([...quotations, ...whole, ...free])
}

/** At most a hundred given by the sender; the rest is dropped silently, bold and its like first. */
export function limitEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const given = entities.filter((entity) => !FOUND.has(entity.type))
  const kept = new Set(
    [
      ...given.filter((entity) => !SPLITTABLE.has(entity.type)),
      ...given.filter((entity) => SPLITTABLE.has(entity.type)),
    ].slice(0, GIVEN_AT_MOST),
  )
  return entities.filter((entity) => FOUND.has(entity.type) || kept.has(entity))
}

/** Adds what was found in the text wherever the sender has not marked something of the kind already. */
export function addFound(
  entities: readonly MessageEntity[],
  found: readonly MessageEntity[],
): MessageEntity[] {
  const taken = entities.filter((entity) => !SPLITTABLE.has(entity.type) && !QUOTATION.has(entity.type))
  const free = found.filter(
    (entity) => !taken.some((other) => entity.offset < endOf(other) && other.offset < endOf(entity)),
  )
  return sortEntities([...entities, ...free])
}

function withoutOverlaps(sorted: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = []
  for (const entity of sorted) {
    const last = kept.at(-1)
    if (last === undefined || entity.offset >= endOf(last)) kept.push(entity)
  }
  return kept
}

function joined(sorted: readonly MessageEntity[]): MessageEntity[] {
  const last = new Map<string, MessageEntity>()
  const kept: MessageEntity[] = []
  for (const entity of sorted) {
    const before = last.get(entity.type)
    if (before !== undefined && entity.offset <= endOf(before)) {
      before.length = Math.max(endOf(before), endOf(entity)) - before.offset
    } else {
      const copy = { ...entity }
      last.set(entity.type, copy)
      kept.push(copy)
    }
  }
  return kept
}
