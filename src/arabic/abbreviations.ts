/** How the Latin letters are spelt out in Arabic: the parts of agency names and initials (سي.إن.إن، جي. آر.). */
const SPELT_LETTERS =
  'إيه ايه أيه بي سي دي إي اي أي إف اف أف جي إتش اتش آي جيه جاي كيه كي كاي إل ال أل إم ام أم إن ان أن أو او بيه كيو آر ار إس اس أس تي يو في دبليو دابليو إكس اكس واي زد زي'

/** Latin and Cyrillic words that carry a full stop without ending anything. */
const SHORTENED =
  'mr mrs ms dr prof gen col sgt lt capt cmdr adm sen rep gov pres st jr sr rev hon vs no vol pp fig ed eds inc ltd co corp dept est approx e.g i.e cf al jan feb mar apr jun jul aug sep sept oct nov dec тов им ул гр обл руб тыс млн млрд см напр'

/** Vowel marks, tatweel and joiners hide a letter from the comparison. */
const MARKS = /[\u064b-\u0652\u0640\u200c-\u200f]/g

const spelt = new Set(SPELT_LETTERS.split(' '))
const shortened = new Set(SHORTENED.split(' '))

/** The word that ends here, inner full stops included (أ.د, سي.إن, U.S), and the word before it. */
const LAST_WORDS = /(?:([\p{L}\p{M}\p{N}.]+)\s+)?([\p{L}\p{M}\p{N}.]+)$/u
/** A particle before a title or an initial: ود. سامي، وجي. كيه. */
const PARTICLE = /^[وفبل](?=[دمأا]$|(?:جي|كيه|سي|بي|دي|إم|إس|تي)$)/
/** A new sentence rather than more of this one: وقال، وكانت. */
const NEW_CLAUSE = /^\s+و(?:\p{Script=Arabic}\p{M}*){3}/u
/** The same in English, after U.S. and the like. */
const NEW_ENGLISH = /^\s+(?:The|He|She|It|They|We|But|And|In|On|At|An?|His|Her|Their|This|That)\s/
/** A letter behind one of these is a class and ends what it ends: المجموعة أ.، فيتامين C. */
const CLASSES =
  /^[وفبلك]?(?:ال)?(?:مجموعة|فئة|درجة|قسم|فيتامين|ملحق|خيار|نموذج|خطة|فقرة|بند|حرف|جدول|صنف|فرع)$/

/**
 * Whether a full stop belongs to the word before it and not to the sentence: د. أ.د. ق.م. هـ. U.S. Dr.
 * `before` and `after` are what stands around the stop; a few dozen characters are enough.
 */
export function abbreviates(before: string, after: string): boolean {
  const [, previous = '', full = ''] = LAST_WORDS.exec(before.replace(MARKS, '')) ?? []
  const word = full.replace(PARTICLE, '')
  const last = word.slice(word.lastIndexOf('.') + 1)
  if (word === 'ق.م' || (/^[مه]$/.test(word) && /^\p{Nd}+$/u.test(previous))) return !NEW_CLAUSE.test(after)
  // One letter: a title (د.), an initial (ب.), a unit. هـ has lost its tatweel by now.
  if (/^\p{L}$/u.test(last)) {
    if (CLASSES.test(previous)) return false
    const parts = word.split('.').length
    return !(parts > 2 && NEW_CLAUSE.test(after)) && !(parts > 1 && NEW_ENGLISH.test(after))
  }
  if (shortened.has(word.toLowerCase())) return true
  // An initial spelt out (جي. آر.) but not the end of an agency: سي إن إن. and سي.إن.إن. end the sentence.
  return spelt.has(word) && !spelt.has(previous)
}
