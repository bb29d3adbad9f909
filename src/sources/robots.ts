import type { Clock } from '../clock.ts'
import { MujazError } from '../errors.ts'
import type { SafeFetch } from './fetch.ts'
import { ALL_ALLOWED, NONE_ALLOWED, ROBOTS_LIMIT, type RobotsRules, readRobots } from './robots-rules.ts'
import { AGENT_NAME } from './safe-fetch/user-agent.ts'

/** What sites ask of programs that come by themselves. */
export interface Robots {
  /**
   * Whether the robots.txt of the site lets us fetch this address; it never rejects. Asked before a feed is polled, not
   * for a page that an editor names: there a human reads.
   */
  mayFetch(url: string): Promise<boolean>
}

interface Site {
  /** What holds at present. */
  rules: Promise<RobotsRules>
  /** What the site said when it could say anything last. */
  said: RobotsRules | null
  /** Epoch milliseconds. */
  until: number
}

const DAY_MS = 24 * 60 * 60 * 1_000
/** A site that is down or overloaded is asked again sooner than one that has answered. */
const HOUR_MS = 60 * 60 * 1_000
/** More sites than an instance polls; the one learned first is forgotten first. */
const MOST_SITES = 500

/**
 * Reads each site's robots.txt once a day. No file (4xx) allows everything; a site that cannot answer for it (5xx, 429,
 * no connection) allows nothing until it can, unless what it said last is still known (RFC 9309, 2.3.1).
 */
export function createRobots(options: { fetch: SafeFetch; clock: Clock }): Robots {
  const { fetch, clock } = options
  const sites = new Map<string, Site>()

  function rulesOf(origin: string): Promise<RobotsRules> {
    const known = sites.get(origin)
    if (known !== undefined && clock.now() < known.until) return known.rules
    const site: Site = {
      rules: readSite(origin).then((told) => {
        site.said = told ?? site.said
        if (told === null) site.until = clock.now() + HOUR_MS
        return site.said ?? NONE_ALLOWED
      }),
      said: known?.said ?? null,
      until: clock.now() + DAY_MS,
    }
    remember(origin, site)
    return site.rules
  }

  function remember(origin: string, site: Site): void {
    sites.delete(origin)
    sites.set(origin, site)
    const [oldest] = sites.keys()
    if (sites.size > MOST_SITES && oldest !== undefined) sites.delete(oldest)
  }

  /** Null: the site cannot say at present. */
  async function readSite(origin: string): Promise<RobotsRules | null> {
    try {
      const { status, body } = await fetch(`${origin}/robots.txt`, { accept: [], anyStatus: true })
      if (status >= 200 && status < 300) {
        return readRobots(body.subarray(0, ROBOTS_LIMIT).toString('utf8'), AGENT_NAME)
      }
      // «Too many requests» is no answer to the question; the other 4xx say that there is no such file for us.
      return status >= 400 && status < 500 && status !== 429 ? ALL_ALLOWED : null
    } catch (error) {
      return error instanceof MujazError && SAYS_NOTHING.has(error.code) ? ALL_ALLOWED : null
    }
  }

  return {
    async mayFetch(url) {
      if (!URL.canParse(url)) return true
      const { origin, protocol, pathname, search } = new URL(url)
      if (protocol !== 'http:' && protocol !== 'https:') return true
      return (await rulesOf(origin)).allow(`${pathname}${search}`)
    },
  }
}

/**
 * The site answers, but with no robots.txt: six redirects, or one to where we do not go. An address that is refused is
 * so to the feed as well, with the right words.
 */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'fetch_bad_url',
  'fetch_insecure_redirect',
  'fetch_refused_address',
  'fetch_too_many_redirects',
])
