import { setImmediate as breathe } from 'node:timers/promises'
import type { Material } from '../articles/material.ts'
import type { Clock } from '../clock.ts'
import { MujazError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { FeedItem } from '../sources/feed/feed-item.ts'
import type { Feed } from './feed.ts'
import { isTeaser, materialOf, saidOf } from './feed-material.ts'
import type { FeedStore, SeenItem } from './feed-store.ts'
import { type FreshItem, planItems } from './items.ts'
import type { FeedMaterials } from './materials.ts'

/** Pages that one poll reads at most; the rest waits for the next one. */
export const MOST_PAGES = 5
/** Between two pages of one site, in milliseconds. */
const PAGE_PAUSE_MS = 2_000
/** Polls at which a page that cannot be read now is tried again, before the teaser has to do. */
const MOST_ATTEMPTS = 3
/** Teasers whose pages could not be read yet; the first is forgotten first. */
const MOST_REMEMBERED = 1_000

export interface HarvestParts {
  readonly feeds: Pick<FeedStore, 'known' | 'ignore'>
  readonly materials: FeedMaterials
  readonly robots: { mayFetch(url: string): Promise<boolean> }
  /** The page behind an item, fetched and read; it throws a MujazError where that cannot be. */
  readPage(url: string, signal: AbortSignal): Promise<Material>
  /** Whether a report belongs to the story. */
  belongs(text: string): boolean
  /** Whether a teaser names anything of the story at all: enough to read the page behind it. */
  touches(text: string): boolean
  readonly clock: Clock
  readonly log: Log
}

/** What became of the items of one poll. */
export interface Harvested {
  /** Materials that wait for an editor now. */
  readonly taken: number
  /** Whether every item has been dealt with; else some wait for the next poll. */
  readonly complete: boolean
}

/** The material of an item; that it is not our story; that its page cannot be read now. */
type Verdict = Material | 'foreign' | 'later'

/** Judges the items of a poll one by one and hands on what is news of the story. */
export function createHarvest(parts: HarvestParts) {
  const { feeds, materials, robots, readPage, belongs, touches, clock, log } = parts
  const attempts = new Map<string, number>()

  async function judge(feed: Feed, fresh: FreshItem, signal: AbortSignal): Promise<Verdict> {
    const { item } = fresh
    const said = saidOf(item)
    if (!isTeaser(item)) return belongs(said) ? materialOf(feed, fresh, null) : 'foreign'
    if (!belongs(said) && !touches(said)) return 'foreign'
    const page = await pageOf(feed, item, signal)
    if (page === 'later') return 'later'
    const whole = page === null ? said : `${said}\n${page.text}`
    return belongs(whole) ? materialOf(feed, fresh, page) : 'foreign'
  }

  async function pageOf(
    feed: Feed,
    { url, identity }: FeedItem,
    signal: AbortSignal,
  ): Promise<Material | null | 'later'> {
    if (url === null || !(await robots.mayFetch(url))) return null
    const key = `${feed.id}/${identity}`
    try {
      const page = await readPage(url, signal)
      attempts.delete(key)
      return page.text.trim() === '' ? null : page
    } catch (error) {
      if (!(error instanceof MujazError)) throw error
      const tried = (attempts.get(key) ?? 0) + 1
      log.info('the page of a feed item was not read', { feed: feed.id, code: error.code, tried })
      if (!PASSING.has(error.code) || tried >= MOST_ATTEMPTS) {
        attempts.delete(key)
        return null
      }
      attempts.set(key, tried)
      const [first] = attempts.keys()
      if (attempts.size > MOST_REMEMBERED && first !== undefined) attempts.delete(first)
      return 'later'
    }
  }

  return {
    /** @param signal ends the work between two items; the rest waits for the next poll */
    async gather(feed: Feed, items: readonly FeedItem[], signal: AbortSignal): Promise<Harvested> {
      const plan = planItems(items, await feeds.known(feed.id, items), feed.succeededAt === null)
      const seen = ({ identity, digest }: FeedItem): SeenItem => ({ feedId: feed.id, identity, digest })
      const foreign = plan.ignored.map(seen)
      let taken = 0
      let pages = 0
      let complete = true
      for (const fresh of plan.fresh) {
        // Judging takes a while, and a feed may bring five hundred: whoever writes to the bot does not wait for all.
        await breathe()
        const needsPage = isTeaser(fresh.item) && touchesOrBelongs(fresh.item)
        if (signal.aborted || (needsPage && pages === MOST_PAGES)) {
          complete = false
          continue
        }
        if (needsPage && pages++ > 0) await clock.sleep(PAGE_PAUSE_MS, signal)
        try {
          const verdict = await judge(feed, fresh, signal)
          if (verdict === 'later') complete = false
          else if (verdict === 'foreign') foreign.push(seen(fresh.item))
          else if (await materials.take(verdict, seen(fresh.item))) taken += 1
        } catch (error) {
          // One item that cannot be dealt with must not keep the others back.
          complete = false
          if (!signal.aborted) log.error('a feed item could not be taken', { feed: feed.id, error })
        }
      }
      await feeds.ignore(foreign)
      return { taken, complete }
    },
  }

  function touchesOrBelongs(item: FeedItem): boolean {
    const said = saidOf(item)
    return item.url !== null && (touches(said) || belongs(said))
  }
}

/** What may be better at the next poll; what else goes wrong with a page does so every time. */
const PASSING: ReadonlySet<string> = new Set([
  'fetch_timeout',
  'fetch_unreachable',
  'fetch_bad_response',
  'fetch_http_status',
  'parse_timeout',
])
