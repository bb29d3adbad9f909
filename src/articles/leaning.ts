import { fold } from '../arabic/fold.ts'
import { words } from '../arabic/words.ts'

const list = (text: string): ReadonlySet<string> => new Set(fold(text).trim().split(/\s+/))

/** Verbs that report what somebody said. */
const SPEAKING =
  list(`قال قالت قالا قالوا يقول تقول ذكر ذكرت أكد أكدت يؤكد تؤكد أوضح أوضحت شدد شددت أشار أشارت لفت لفتت
  صرح صرحت أعلن أعلنت أعرب أعربت رأى رأت اعتبر اعتبرت عد عدت حذر حذرت نوه نوهت بين بينت كشف كشفت أفاد أفادت أقر أقرت زعم زعمت
  ادعى ادعت اعترف اعترفت وصف وصفت تساءل تساءلت رد ردت علق علقت نفى نفت جدد جددت وعد وعدت دعا دعت طالب طالبت نقل نقلت ألمح ألمحت`)
/** Verbs that go on with what somebody had begun to say. */
const CONTINUING = list(`أضاف أضافت تابع تابعت أردف أردفت استطرد استطردت استدرك استدركت ختم ختمت
  اختتم اختتمت أكمل أكملت`)
/** After a verb of speaking: what was said begins, so nobody was named before. */
const SAID =
  list(`أن إن أنه إنه أنها إنها أنهم إنهم أنهما إنهما أننا إننا إنني أنني بأن بأنه بأنها على إلى في عن قائلا قائلة
  ردا خلال أمام بشأن من لـ ل للصحفيين للصحافيين لوكالة لصحيفة لقناة أيضا كذلك كما أنذاك حينها آنذاك`)
/** This and that, with the particles that grow on them. */
const POINTING = /^[وفبلك]?(?:هذا|هذه|هذان|هذين|هاتان|هاتين|ذلك|تلك|هولا|ذاك|اوليك|كذلك)$/
/** This year, this week: the day of the report explains them. */
const TIMES = list('العام السنة الشهر الأسبوع اليوم الصباح المساء الليلة الصيف الشتاء الخريف الربيع المرة')
const PRONOUN =
  /^[وفل]?(?:هو|هي|هم|هما|هن|[اأ]?لكنه|لكنها|لكنهم|لكنهما|انه|انها|انهم|انهما|لانه|لانها|كانه|كلاهما|كلتاهما|كلا|كلتا|الاخير|الاخيره|بعضهم|معظمهم|منهم|بينهم|منها|بينها|عنه|عنها|فيه|فيها|له|لها|لهم|لديه|لديها|عليه|عليها|اليه|اليها)$/
/** Two of whom: known only from before, unless the next word says it (الزعيمان الكوري والروسي). */
const PAIR = /^[وفبلك]?ال(?:بلد|جانب|طرف|زعيم|رييس|وزير|دولت|مسوول|عاصمت)(?:ان|ين)$/

/** Openings that tie a sentence to the one before it; matched on folded words joined by single spaces. */
const TIES = new RegExp(
  `^(?:${fold(
    `هذا و[^ ]+|[وف]?كما|[وف]?أيضا|[وف]?لكن|[وف]?إلا أن|[وف]?غير أن|[وف]?بيد أن|[وف]?على أن|بل|[وف]?إذ|[وف]?حيث|ف?لذلك|ف?لذا|[وف]?ثم|و?من ثم|و?هكذا
    |و?مع ذلك|و?منذ ذلك|و?بعد ذلك|و?قبل ذلك|و?رغم ذلك|و?على الرغم من ذلك|و?في (?:غضون|أثناء|خلال|موازاة) ذلك|و?(?:إضافة|بالإضافة|علاوة) (?:إلى|على) ذلك|و?فضلا عن ذلك|و?إلى ذلك
    |و?بالتالي|و?عندها|و?عندئذ|و?حينها|و?حينئذ|و?آنذاك|و?في حين|[وف]?فيما|و?في المقابل|و?بالمقابل|و?أما|و?من (?:جانب|جه|جهت|ناحيت)(?:ه|ها|هم|هما)|و?(?:ب?دور)(?:ه|ها|هم|هما)
    |و?(?:في|على) (?:ذات|نفس)|و?(?:في|على) (?:السياق|الإطار|الصعيد) (?:نفسه|ذاته|عينه)|و?(?:في|على) (?:سياق|إطار|صعيد) (?:متصل|آخر|ذي صلة)|و?في الوقت (?:نفسه|ذاته|عينه)|و?يذكر أن|و?يشار إلى|و?تجدر الإشارة|و?الجدير بالذكر|و?من الجدير|و?من بين(?:هم|ها)
    |و?ردا على سؤال|و?بذلك|و?لهذا|و?عليه|و?بناء عليه|و?نتيجة لذلك|و?لدى وصوله|و?لدى وصولها`.replace(
      /\n\s*/g,
      '',
    ),
  )})(?= |$)`,
  'u',
)
/** The same in other languages that reports come in. */
const FOREIGN_TIES =
  /^(?:but|and|so|yet|however|meanwhile|also|moreover|instead|still|he|she|they|it|him|his|her|their|this|that|these|those|both|earlier he|но|а|и|он|она|они|однако|также|кроме того|при этом|это|его|ее|их)(?= |$)/u
/** Institutions that everybody knows by one word. */
const KNOWN =
  /^(?:ال)?(?:كرملين|بنتاغون|بنتاجون|ناتو|اونروا|يونيسف|يونسكو|انتربول|موسكو|واشنطن|سيول|سول|بكين|طوكيو|كييف|لندن|باريس|برلين|انقره|طهران|روسيا|الصين|اليابان|اوكرانيا|فرنسا|المانيا|بريطانيا|تركيا|ايران)$/
const QUOTE = /^["“”«»'‘’]/

/**
 * Whether a sentence leans on the one before it, so that it cannot open a lead: a verb of speaking without
 * a speaker a stranger would know, a pronoun or a "this" without its noun, a connective, a quotation without
 * a speaker. Judged by its first words; a named subject of two words or more stands by itself. The `opening` of a
 * report may point ahead (هذه أول قمة، هو أطول جسر) unless it begins with "and": then it was torn out of its place.
 */
export function isLeaning(sentence: string, opening = false): boolean {
  const found = words(sentence.slice(0, 240))
  const folded = found.map((word) => word.folded)
  const begins = folded.slice(0, 6).join(' ')
  if (TIES.test(begins) || FOREIGN_TIES.test(begins)) return !isFronted(sentence, folded)
  if (isSpeakerless(sentence, folded)) return true
  const [first = '', second = ''] = folded
  const ahead = opening && !/^[وف]/.test(sentence)
  if (!ahead && (PRONOUN.test(first) || startsPointing(folded) || startsWithPair(folded))) return true
  const bare = withoutAnd(first)
  if (CONTINUING.has(bare) && (bare !== first || /^(?:اضاف|اردف|است)/.test(bare) || SAID.has(second)))
    return true
  // وَرَدَ, not "and he answered".
  if (!SPEAKING.has(bare) || (/^ورد/.test(first) && /^(?:في|انبا|معلومات|تقارير)$/.test(second))) return false
  return subjectLength(sentence, found) < (bare === first || KNOWN.test(folded[1] ?? '') ? 1 : 2)
}

/** A clause that comes first explains itself: وفيما يواصل الجيش تقدمه، أعلنت الحكومة…; كما كان متوقعا، … */
function isFronted(sentence: string, [first = '', second = '']: readonly string[]): boolean {
  if (!/^[وف]?فيما$/.test(first) && !(first === 'كما' && /^(?:كان|هو|جرت)$/.test(second))) return false
  return /[،,]/.test(sentence.slice(0, 240))
}

/** "The two sides", and not which. */
function startsWithPair(folded: readonly string[]): boolean {
  return folded.slice(0, 3).some((word, i) => PAIR.test(word) && !/^ال.*(?:ي|يه)$/.test(folded[i + 1] ?? ''))
}

/** "Coming as this does", "this was": the second or third word points, the first is a verb or كان. */
function startsPointing(folded: readonly string[]): boolean {
  const at = folded.slice(0, 3).findIndex((word) => POINTING.test(word))
  return at >= 0 && !TIMES.has(folded[at + 1] ?? '')
}

/** How many words stand between the verb and what was said; the speaker. */
function subjectLength(sentence: string, found: ReturnType<typeof words>): number {
  let length = 0
  for (const [i, word] of found.entries()) {
    if (i === 0) continue
    const gap = sentence.slice(found[i - 1]?.end ?? 0, word.start)
    if (/[:"“”«»'‘]/.test(gap) && i === 1) return 0
    if (/[:،,"“«]/.test(gap) && i > 1) return length
    if (SAID.has(word.folded)) return length
    length++
  }
  return length
}

/** A quotation at the front is a sentence of its own only with the one who said it. */
function isSpeakerless(sentence: string, folded: readonly string[]): boolean {
  if (!QUOTE.test(sentence)) return false
  const close = sentence.slice(1).search(/["“”»]/)
  // A short quotation is a name or a title, and belongs to the sentence.
  if (close >= 0 && words(sentence.slice(0, close + 1)).length <= 4) return false
  // So is a long one that the sentence goes on from.
  const rest = sentence.slice(close + 2, close + 100)
  if (close >= 0 && !/^\s?[،,.]/.test(rest) && words(rest).length >= 4) return false
  return !folded.some((word) => SPEAKING.has(withoutAnd(word)) || /^(?:بحسب|حسب|حسبما|وفق|وفقا)$/.test(word))
}

function withoutAnd(word: string): string {
  const rest = /^[وف]/.test(word) ? word.slice(1) : word
  return !SPEAKING.has(word) && (SPEAKING.has(rest) || CONTINUING.has(rest)) ? rest : word
}
