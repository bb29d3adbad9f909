import { stripDirection } from '../src/arabic/direction.ts'
import { sentences } from '../src/arabic/sentences.ts'
import { stem } from '../src/arabic/stem.ts'
import { words } from '../src/arabic/words.ts'
import type { Report } from '../src/articles/article.ts'
import type { IndexedText } from '../src/articles/article-store.ts'
import { createRandom, oneOf } from './random.ts'

/** A made-up article, and what the index holds of it: known beforehand, so that millions can be made. */
export interface SyntheticArticle {
  readonly report: Report
  readonly text: IndexedText
}

export interface Synthetic {
  /** Different words that were made up. */
  readonly madeUp: number
  /** The next article; the same ones in every run. */
  next(): SyntheticArticle
}

interface Token {
  /** What stands before the word, and the word. */
  readonly gap: string
  readonly written: string
  readonly folded: string
  readonly stem: string
}

interface Sentence {
  readonly tokens: readonly Token[]
  readonly end: string
}

const WORDS_EACH = 250
const TITLE_WORDS = 8
/** One word of so many is made up: names and figures, which let the vocabulary of a real store grow with it. */
const MADE_UP_EVERY = 10
/** Different words of a text: so many times the root of its length (Heaps). */
const GROWTH = 60
/** The most frequent made-up word is as frequent as the so-many-th of a vocabulary after Zipf: in 6 % of articles. */
const FIRST_RANK = 50
const PUBLISHERS = ['وكالة أولى', 'صحيفة ثانية', 'قناة ثالثة', 'موقع رابع', 'إذاعة خامسة']
const FIRST_DAY = Date.UTC(2000, 0, 1)
const DAY = 86_400_000
const DAYS = 9000

/** Articles of about 250 words, put together from the sentences of texts. */
export function createSynthetic(texts: readonly string[], articles: number): Synthetic {
  const random = createRandom(1)
  const pool = texts.flatMap((text) =>
    sentences(text).map(({ start, end }) => toSentence(text.slice(start, end))),
  )
  const long = pool.filter(({ tokens }) => tokens.length >= 4)
  const parts = [...new Set(long.flatMap(({ tokens }) => tokens.map(({ folded }) => folded)))].filter(
    (word) => /^[ا-ي]{4,}$/.test(word),
  )
  const madeUp = Math.round(GROWTH * Math.sqrt(articles * WORDS_EACH))
  const made: ({ folded: string; stem: string } | undefined)[] = []
  let number = 0

  /** The first half of one word and the second half of another. */
  function madeUpWord(): { folded: string; stem: string } {
    const rank = Math.floor(FIRST_RANK * (madeUp / FIRST_RANK) ** random())
    const first = parts[rank % parts.length] as string
    const second = parts[(rank * 31 + Math.floor(rank / parts.length)) % parts.length] as string
    const kept = made[rank]
    if (kept !== undefined) return kept
    const folded = first.slice(0, Math.ceil(first.length / 2)) + second.slice(Math.floor(second.length / 2))
    const word = { folded, stem: stem(folded) }
    made[rank] = word
    return word
  }

  return {
    madeUp,
    next() {
      const body = { text: '', words: [] as string[], stems: [] as string[] }
      while (body.words.length < WORDS_EACH - 10) {
        const { tokens, end } = oneOf(long, random)
        if (body.text !== '') body.text += '\n\n'
        for (const token of tokens) {
          const other = random() * MADE_UP_EVERY < 1 ? madeUpWord() : null
          body.text += token.gap + (other?.folded ?? token.written)
          body.words.push(other?.folded ?? token.folded)
          body.stems.push(other?.stem ?? token.stem)
        }
        body.text += end
      }
      const title = oneOf(long, random).tokens.slice(0, TITLE_WORDS)
      const day = Math.floor((number / articles) * DAYS) + Math.floor(random() * 5)
      number += 1
      return {
        report: {
          title: title.map(({ written }) => written).join(' '),
          body: body.text,
          headings: [],
          publisher: oneOf(PUBLISHERS, random),
          agency: null,
          author: null,
          url: null,
          language: 'ar',
          publishedAt: {
            value: new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10),
            precision: 'day',
          },
          eventOn: null,
          topics: [],
          publisherSummary: [],
          note: null,
        },
        text: {
          title: { words: title.map(({ folded }) => folded), stems: title.map((token) => token.stem) },
          body: { words: body.words, stems: body.stems },
        },
      }
    },
  }
}

function toSentence(text: string): Sentence {
  let at = 0
  const line = stripDirection(text).replace(/\s+/g, ' ').trim()
  const tokens = words(line).map(({ start, end, text: written, folded }): Token => {
    const gap = line.slice(at, start)
    at = end
    return { gap, written, folded, stem: stem(folded) }
  })
  return { tokens, end: line.slice(at) }
}
