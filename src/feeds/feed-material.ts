import { words } from '../arabic/words.ts'
import type { Material, MaterialFacts } from '../articles/material.ts'
import type { FeedItem } from '../sources/feed/feed-item.ts'
import type { Feed } from './feed.ts'
import type { FreshItem } from './items.ts'

/** Words below which an item is a teaser: the report stands on its page. */
const TEASER_WORDS = 80
/** How a text that was cut short ends, in any language. */
const BREAKS_OFF = /(?:\[?(?:…|\.{3})\]?)\s*$/u
/** Longest title of a feed that can be somebody's name, in UTF-16 units. */
const NAME_LIMIT = 60
/** What stands between the name of a site and that of a section: then it is not certain which is which. */
const SEPARATOR = /\s[-–—|:»«>/·•]+\s|::|\|/u

/** Whether the feed holds no more than a beginning of the report. */
export function isTeaser(item: FeedItem): boolean {
  return words(item.text).length < TEASER_WORDS || BREAKS_OFF.test(item.text)
}

/** Everything the feed says of an item, as one text: for judging whether it belongs to the story. */
export function saidOf({ title, text, summary }: FeedItem): string {
  return [title, summary, text].filter((part) => part !== null && part !== '').join('\n')
}

/**
 * A material of what the feed says, or of the item's page where that was read. The page knows itself best; the feed
 * fills what it does not tell.
 */
export function materialOf(feed: Feed, { item, changed }: FreshItem, page: Material | null): Material {
  const told = factsOf(feed, item)
  return {
    kind: 'feed',
    source: sourceOf(feed, item, changed),
    text: page === null ? textOf(item) : page.text,
    facts: page === null ? told : { ...told, ...page.facts },
  }
}

/**
 * Names the item for all feeds where its name is an address: the sections of a paper bring the same report. What it says
 * after a change is another material.
 */
function sourceOf(feed: Feed, { identity, digest }: FeedItem, changed: boolean): string {
  const name = /^https?:/.test(identity) ? identity : `${feed.id}/${identity}`
  return changed ? `feed:${name}@${digest}` : `feed:${name}`
}

/** The title opens the text where the text does not open with it. */
function textOf({ title, text, summary }: FeedItem): string {
  const body = text === '' ? (summary ?? '') : text
  return title === null || body.startsWith(title) ? body : `${title}\n\n${body}`.trimEnd()
}

function factsOf(feed: Feed, item: FeedItem): MaterialFacts {
  const publisher = item.publisher ?? nameOf(feed.title)
  return {
    ...(item.title === null ? {} : { title: item.title }),
    ...(publisher === null ? {} : { publisher }),
    ...(item.author === null ? {} : { author: item.author }),
    ...(item.url === null ? {} : { url: item.url }),
    ...(item.publishedAt === null ? {} : { publishedAt: item.publishedAt }),
    ...(item.summary === null || item.text === '' ? {} : { summary: [item.summary] }),
  }
}

function nameOf(title: string | null): string | null {
  return title === null || title.length > NAME_LIMIT || SEPARATOR.test(title) ? null : title
}
