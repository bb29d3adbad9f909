import { type Article, filedOn } from '../articles/article.ts'
import type { ArticleStore, IndexedText } from '../articles/article-store.ts'
import type { Draft } from '../articles/draft.ts'
import { indexedText } from '../articles/indexed-text.ts'
import { fingerprintOf } from '../articles/intake.ts'
import { pickLead } from '../articles/lead.ts'
import type { Postings } from '../articles/postings.ts'
import type { Story } from './aliases.ts'
import { besideOf, seen } from './beside.ts'
import { findCandidates } from './candidates.ts'
import type { EventStore, StoryEvent } from './event-store.ts'
import { type Relevance, relevanceOf } from './relevance.ts'
import { nearestOf, type Verdict, verdictOf } from './verdict.ts'

/** What a report on its way in is to what is stored. */
export interface Radar {
  readonly verdict: Verdict
  /** The stored article that is nearest; null where nothing is near at all. */
  readonly nearest: Article | null
  /** Word trigrams that both have, as a share of all of them or of the shorter text's, whichever is more; 0 to 1. */
  readonly overlap: number
  readonly relevance: Relevance
  /** The event it would be filed under; null where it tells of something new. */
  readonly event: StoryEvent | null
}

export interface RadarOptions {
  /** The article that is being edited: it is no copy of itself. */
  readonly except?: number
}

/** Looks around while a draft is shown. */
export interface DraftRadar {
  look(draft: Draft, options?: RadarOptions): Promise<Radar>
}

export interface RadarParts {
  readonly articles: Pick<ArticleStore, 'byFingerprint' | 'byCanonicalUrl' | 'byIds'>
  readonly postings: Postings
  readonly events: Pick<EventStore, 'forReport'>
  /** Null follows no story: everything belongs. */
  readonly story: Story | null
  /** The address without what does not name the page; null for none. */
  readonly canonicalUrl: (url: string) => string | null
}

/** Articles that are found, and those of them that are compared word by word. */
const FOUND = 50
const COMPARED = 16

/** Looks for kin through the rarest words, the address and the days around: never at all of the store. */
export function createRadar({ articles, postings, events, story, canonicalUrl }: RadarParts): DraftRadar {
  /** A home page is no page of a report: many publishers give nothing else. */
  const linkOf = (url: string | null) => {
    const link = url === null ? null : canonicalUrl(url)
    return link === null || isHomePage(link) ? null : link
  }
  const seenArticle = (article: Article) =>
    seen({ ...article, link: linkOf(article.url), day: filedOn(article) })

  /** Ids of what may be kin; what tells of the same event is worth comparing however few rare words it shares. */
  async function candidates(draft: Draft, text: IndexedText, event: StoryEvent | null): Promise<number[]> {
    const probe = { titleStems: text.title.stems, bodyStems: text.body.stems, day: dayOf(draft) }
    const ids = await findCandidates(postings, probe, FOUND)
    return [...new Set([...ids.slice(0, COMPARED), ...(event?.articles.slice(-COMPARED) ?? [])])]
  }

  return {
    async look(draft, { except } = {}) {
      const text = indexedText({ title: draft.title ?? '', body: draft.body })
      const draftSeen = seen(comparedOf(draft, linkOf(draft.url)))
      const event = await events.forReport(groupedOf(draft), except)
      const same = draft.title === null ? null : await articles.byFingerprint(fingerprintOf(text))
      const linked = draftSeen.link === null ? null : await articles.byCanonicalUrl(draftSeen.link)
      const found = await articles.byIds(await candidates(draft, text, event))
      const compared = distinct([same, linked, ...found], except).map((article) => ({
        article,
        ...besideOf(draftSeen, seenArticle(article), article.id === same?.id),
      }))
      const others = compared.filter(
        ({ article, samePublisher }) => event?.articles.includes(article.id) === true && !samePublisher,
      )
      const relevance = belonging(draft, story)
      const verdict = verdictOf({
        nearest: nearestOf(compared),
        toldByOthers: others.length > 0,
        belongs: relevance.belongs,
      })
      const nearest = nearestOf(verdict === 'same-event' ? others : compared)
      return {
        verdict,
        nearest: nearest?.article ?? null,
        overlap: nearest === null ? 0 : Math.max(nearest.overlap, nearest.contained),
        relevance,
        event,
      }
    },
  }
}

function distinct(articles: readonly (Article | null)[], except: number | undefined): Article[] {
  const some = articles.filter((article) => article !== null)
  return [...new Map(some.map((article) => [article.id, article])).values()].filter(({ id }) => id !== except)
}

function comparedOf(draft: Draft, link: string | null) {
  const publisher = draft.publisher ?? draft.agency ?? ''
  return { title: draft.title ?? '', body: draft.body, publisher, link, day: dayOf(draft) }
}

function groupedOf(draft: Draft) {
  const title = draft.title ?? ''
  const lead = pickLead({ title, body: draft.body, headings: draft.headings }).spans
  return { title, body: draft.body, lead, eventOn: null, publishedAt: draft.publishedAt }
}

function dayOf(draft: Draft): string | null {
  return filedOn({ eventOn: null, publishedAt: draft.publishedAt })
}

function belonging(draft: Draft, story: Story | null): Relevance {
  if (story === null) return { belongs: true, found: [], missing: [], inPassing: false }
  return relevanceOf(`${draft.title ?? ''}\n${draft.body}`, story.relevance)
}

function isHomePage(link: string): boolean {
  const { pathname, search } = new URL(link)
  return pathname === '/' && search === ''
}
