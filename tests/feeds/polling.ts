import { setImmediate as turn } from 'node:timers/promises'
import type { Draft } from '../../src/articles/draft.ts'
import { draftsOf } from '../../src/articles/drafting.ts'
import type { Material } from '../../src/articles/material.ts'
import type { FeedNotice } from '../../src/feeds/feed.ts'
import { createFeedPoller, type FeedPollerParts } from '../../src/feeds/poller.ts'
import { createLog } from '../../src/log.ts'
import { feedItems } from '../../src/sources/feed/feed-items.ts'
import type { Fetched, FetchOptions } from '../../src/sources/fetch.ts'
import { createFeedStore } from '../../src/sqlite/feeds.ts'
import { createFeedMaterials } from '../../src/sqlite/materials.ts'
import { openStore } from '../sqlite/store.ts'

export const EDITOR = 22
export const FEED_URL = 'https://news.example/rss'
const STORY = /بيونغ يانغ/
const WORDS = 'كلمة '.repeat(90).trim()

/** A report of the story, long enough to be taken as it is. */
export const REPORT = `وصل وفد إلى بيونغ يانغ. ${WORDS}.`
export const ELSEWHERE = `افتُتح معرض للكتاب في مدينة أخرى. ${WORDS}.`

export interface Entry {
  readonly guid: string
  readonly text?: string
  readonly title?: string
  readonly link?: string
}

/** An RSS feed with these items, the newest first. */
export function feedOf(...entries: readonly Entry[]): string {
  const items = entries.map(
    ({ guid, title = `خبر ${guid}`, text = `${REPORT} ${guid}`, link }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><description>${text}</description>${link === undefined ? '' : `<link>${link}</link>`}</item>`,
  )
  return `<rss version="2.0"><channel><title>صحيفة المثال</title>${items.join('')}</channel></rss>`
}

/** What a server answers: a body, a whole answer, or an error. */
export type Scripted = string | Partial<Fetched> | Error

/** A poller over a real store and a scripted web; the clock stands still. */
export async function startPolling(changes: Partial<FeedPollerParts> = {}) {
  const { database, clock } = await openStore()
  const feeds = createFeedStore(database, clock)
  const materials = createFeedMaterials(database, clock, async (material) => draftsOf(material))
  const asked: { url: string; options: FetchOptions }[] = []
  const pages: string[] = []
  const notices: FeedNotice[] = []
  const web: { answer: (url: string) => Scripted; page: (url: string) => Material | Error } = {
    answer: () => feedOf(),
    page: (url) => ({ kind: 'page', source: url, text: `${REPORT} (${url})`, facts: { publisher: 'موقع' } }),
  }
  const parts: FeedPollerParts = {
    feeds,
    materials,
    clock,
    log: createLog('silent', []),
    robots: { mayFetch: async () => true },
    random: () => 0.5,
    async fetch(url, options) {
      asked.push({ url, options })
      const answer = web.answer(url)
      if (answer instanceof Error) throw answer
      const told = typeof answer === 'string' ? { body: Buffer.from(answer) } : answer
      return {
        url,
        status: 200,
        type: 'application/rss+xml',
        charset: null,
        body: Buffer.alloc(0),
        etag: null,
        lastModified: null,
        retryAfter: null,
        movedForGood: false,
        ...told,
      }
    },
    parse: ({ bytes, url, charset, now }) => feedItems(bytes, url, charset, now),
    async readPage(url) {
      pages.push(url)
      const page = web.page(url)
      if (page instanceof Error) throw page
      return page
    },
    belongs: (text) => STORY.test(text),
    touches: (text) => /موسكو|بيونغ/.test(text),
    async tellOwners(notice) {
      notices.push(notice)
    },
    ...changes,
  }
  const poller = createFeedPoller(parts)
  /** Lets the clock go on whenever the work sleeps. */
  async function passing(work: Promise<void>): Promise<void> {
    let ended = false
    const watched = work.finally(() => {
      ended = true
    })
    for (;;) {
      await turn()
      if (ended) break
      if (clock.sleepers() > 0) await clock.advance(1_000)
    }
    await watched
  }
  return {
    database,
    clock,
    feeds,
    parts,
    poller,
    web,
    asked,
    pages,
    notices,
    add: async (url = FEED_URL) => (await feeds.add({ url, title: null }, EDITOR)).feed,
    /** The sources of what was stored, in order. */
    taken: () => database.prepare<[], string>('SELECT source FROM materials ORDER BY id').pluck().all(),
    drafts: () =>
      database
        .prepare<[], string>('SELECT draft FROM drafts ORDER BY id')
        .pluck()
        .all()
        .map((draft) => JSON.parse(draft) as Draft),
    texts: () => database.prepare<[], string>('SELECT text FROM materials ORDER BY id').pluck().all(),
    seen: () =>
      database.prepare<[], string>('SELECT identity FROM feed_items ORDER BY identity').pluck().all(),
    feed: async (id = 1) => {
      const feed = await feeds.byId(id)
      if (feed === null) throw new Error('There is no such feed.')
      return feed
    },
    /** Moves on to the moment at which the feed is due and polls. */
    async next(id = 1) {
      const feed = await feeds.byId(id)
      await clock.advance(Math.max(0, (feed?.nextPollAt ?? 0) - clock.now()))
      await passing(poller.tick())
    },
  }
}
