import { stem } from '../src/arabic/stem.ts'
import { isStopWord } from '../src/arabic/stop-words.ts'
import { words } from '../src/arabic/words.ts'
import { createRandom, oneOf } from './random.ts'

/** A query as somebody else would have typed it; the same text where the change does not apply. */
export type Variant = (query: string) => string

const LETTERS = 'ابتثجحدرسشعفقكلمنهوي'
const AN_ARABIC_WORD = /[ء-يً-ْ]+/g
const WITH_ARTICLE = /^[وفبك]?ال...|^لل.../

/** Ways of writing the same words: what an index has to fold away. */
export const LETTER_VARIANTS: Readonly<Record<string, Variant>> = {
  'hamza dropped (أ إ آ → ا)': (query) => query.replace(/[أإآ]/g, 'ا'),
  'hamza added (ا → أ)': (query) => query.replace(/(?<![ء-ي])ا(?!ل)/g, 'أ'),
  'ة → ه': (query) => query.replace(/ة/g, 'ه'),
  'final ي → ى': (query) => query.replace(/ي(?![ء-يً-ْ])/g, 'ى'),
  'final ى → ي': (query) => query.replace(/ى(?![ء-يً-ْ])/g, 'ي'),
  tatweel: (query) => query.replace(/(?<=[سشصضطكلمنهيبت])(?=[ء-ي])/g, 'ـ'),
  'vowel marks': (query) => query.replace(/(?<=[ء-ي])(?![ً-ْ])/g, '\u064e'),
  'Persian ک ی': (query) => query.replace(/ك/g, 'ک').replace(/ي/g, 'ی'),
  'Arabic digits ٠-٩': (query) => query.replace(/[0-9]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))),
  'Persian digits ۰-۹': (query) => query.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit))),
}

/** Other words that mean the same. @param texts of the collection, to tell foreign names from other words */
export function wordVariants(texts: readonly string[]): Readonly<Record<string, Variant>> {
  const isName = nameTest(texts)
  return {
    'article or particle, one word': changeOne(withOrWithout, (word) => word.length >= 4, 11),
    'article or particle, every word': changeEvery(withOrWithout, 12),
    'one typo, a': changeOne(typo, (word) => word.length >= 5, 7),
    'one typo, b': changeOne(typo, (word) => word.length >= 5, 77),
    'one typo, c': changeOne(typo, (word) => word.length >= 5, 777),
    'names, غ ج تش ڤ': changeEvery((word) => (isName(word) ? otherConsonant(word) : word), 13),
    'names, a long vowel dropped': changeEvery((word) => (isName(word) ? shorterVowel(word) : word), 14),
  }
}

/** Without the article where it has one, else with an article or a particle. */
function withOrWithout(word: string, random: () => number): string {
  if (/^ال...$|^ال..../.test(word)) return word.slice(2)
  return oneOf(['ال', 'و', 'ب', 'ل', 'ف'], random) + word
}

/** A letter left out, put in, put in another's place, or changed with the next one; never the first or the last. */
function typo(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const before = word.slice(0, at)
  const letter = oneOf([...LETTERS], random)
  return oneOf(
    [
      before + word.slice(at + 1),
      before + letter + word.slice(at),
      before + letter + word.slice(at + 1),
      before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    ],
    random,
  )
}

/** The sounds that Arabic has no letter for, as another newsroom writes them. */
function otherConsonant(word: string): string {
  if (/تش|[غڤ]/.test(word)) return word.replaceAll('تش', 'ش').replaceAll('غ', 'ج').replaceAll('ڤ', 'ف')
  return word.replace(/ج/, 'غ')
}

/** فلاديمير and فلادمير: the last long vowel inside the word is not written. */
function shorterVowel(word: string): string {
  return word.replace(/(?<=^...*)[يو](?=[^ايوى]+$)/, '')
}

/**
 * A guess: a foreign name has five letters and two long vowels inside, no feminine ending, and stands nowhere with
 * an article.
 */
function nameTest(texts: readonly string[]): (word: string) => boolean {
  const nouns = new Set(
    texts.flatMap((text) =>
      words(text).flatMap(({ folded }) => (WITH_ARTICLE.test(folded) ? [stem(folded)] : [])),
    ),
  )
  return (word) => {
    const folded = words(word)[0]?.folded ?? ''
    if (folded.length < 5 || /ة$|ات$/.test(word) || WITH_ARTICLE.test(folded)) return false
    return (folded.slice(1, -1).match(/[ايو]/g)?.length ?? 0) >= 2 && !nouns.has(stem(folded))
  }
}

function changeEvery(change: (word: string, random: () => number) => string, seed: number): Variant {
  const random = createRandom(seed)
  return (query) =>
    query.replace(AN_ARABIC_WORD, (word) =>
      word.length < 4 || isStopWord(words(word)[0]?.folded ?? '') ? word : change(word, random),
    )
}

function changeOne(
  change: (word: string, random: () => number) => string,
  fits: (word: string) => boolean,
  seed: number,
): Variant {
  const random = createRandom(seed)
  return (query) => {
    const able = [...query.matchAll(AN_ARABIC_WORD)].filter(
      ([word]) => fits(word) && !isStopWord(words(word)[0]?.folded ?? ''),
    )
    if (able.length === 0) return query
    const { 0: word, index } = oneOf(able, random)
    return query.slice(0, index) + change(word, random) + query.slice(index + word.length)
  }
}
