import { setImmediate as breathe } from 'node:timers/promises'
import type { Lexicon } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'

/** Read at once; others have their turn after each, so that nobody waits longer than some hundredths of a second. */
const ARTICLES_AT_ONCE = 500
const WORDS_AT_ONCE = 4000
/** So many articles are read sooner than counts are written again. */
const KEEP_EVERY = 1000

/** Brings what is known of the words up to what the index holds, whatever process stored it. */
export interface Learning {
  /** Everything stored so far; many who ask at once share one reading. */
  learn(): Promise<void>
  /** As {@link learn}, but no longer than this; false while nothing has ever been learnt to its end. */
  within(ms: number): Promise<boolean>
  /** The words of an article that was changed; what has not been learnt yet is passed over. */
  relearn(articleId: number): Promise<void>
  /** Keeps the counts for the next process, where they have grown enough. */
  keep(): Promise<void>
}

export function createLearning(index: SearchIndex, lexicon: Lexicon): Learning {
  let running: Promise<void> | null = null
  let resumed = false
  let learnt = false
  let kept = 0

  function learn(): Promise<void> {
    running ??= learnNew().finally(() => {
      running = null
    })
    return running
  }

  async function learnNew(): Promise<void> {
    if (!resumed) {
      lexicon.resume(await index.counts())
      kept = lexicon.articles()
      resumed = true
    }
    for (;;) {
      const articles = await index.articlesAfter(lexicon.lastArticle(), ARTICLES_AT_ONCE)
      // After the articles: whatever words they have is there by then.
      await learnWords()
      lexicon.learnArticles(articles)
      if (articles.length < ARTICLES_AT_ONCE) break
      await breathe()
    }
    learnt = true
  }

  async function learnWords(): Promise<void> {
    for (;;) {
      const words = await index.wordsAfter(lexicon.lastWord(), WORDS_AT_ONCE)
      lexicon.learnWords(words)
      if (words.length < WORDS_AT_ONCE) return
      await breathe()
    }
  }

  return {
    learn,
    async within(ms) {
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, ms, false)
      })
      try {
        return (await Promise.race([learn().then(() => true), patience])) || learnt
      } finally {
        clearTimeout(timer)
      }
    },
    async relearn(articleId) {
      if (!learnt || articleId > lexicon.lastArticle()) return
      const articles = await index.articles([articleId])
      await learnWords()
      lexicon.relearn(articles)
    },
    async keep() {
      if (lexicon.articles() < kept + KEEP_EVERY) return
      kept = lexicon.articles()
      await index.keepCounts(lexicon.counts())
    },
  }
}
