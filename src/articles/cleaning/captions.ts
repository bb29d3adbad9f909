import { phrases, tokensOf, wordSet } from './phrases.ts'
import { cut, type Piece, type Verdict } from './piece.ts'
import { ending, hasBullet, isParagraph, keyOf, wordCount } from './shape.ts'

const IMAGE = phrases(`
  صورة | الصورة | صور | صورة أرشيفية | أرشيفية | أرشيف | الصورة من الأرشيف | image | img | photo | picture | figure |
  caption | image caption | photo caption | تعليق الصورة | file photo
`)
const LABEL =
  /^(?:صوره|الصوره|تصوير|عدسه|تعليق الصوره|مصدر الصوره|photo|photos|image|image credit|photo credit|image source|image caption|picture|credit|фото)\s*[:/|]/u
const CREDIT_END =
  /(?:getty(?: images)?|غيتي|غيتي ايميجز|shutterstock|ارشيفيه|ارشيف|من الارشيف|file photo|handout|epa efe|via reuters|ap photo)$/u
const FILE = /^(?:!\[[^\]]*\]\([^)]*\)|[^\s/]{1,120}\.(?:jpe?g|png|webp|gif))$/iu
const GALLERY = /^(?:صوره|image|photo|\p{Nd}+)\s*\p{Nd}*\s*(?:من|of|\/)\s*\p{Nd}+$/u

/** Lines that say themselves that they belong to a picture: a credit, an archive note, a file's name. */
export function captionMark(text: string): Verdict | null {
  if (wordCount(text) > 35) return null
  const key = keyOf(text)
  const marked =
    isImage(text) ||
    LABEL.test(key) ||
    (CREDIT_END.test(key) && (ending(text) === 'open' || wordCount(text) <= 12))
  return marked ? { reason: 'caption' } : null
}

function isImage(text: string): boolean {
  const key = keyOf(text)
  return IMAGE.is(key) || FILE.test(text) || GALLERY.test(key)
}

/** Whom and what news pictures show; captions open with it. Stems would meet too much, so forms are listed. */
const SHOWN =
  wordSet(`الرئيس الرئيسان الرئيسين رئيس زعيم الزعيم زعيما الزعيمان وزير وزيرا وزيرة الوزير الملك ملك ولي الأمير أمير
  قائد قادة مسؤول مسؤولون المتحدث المتحدثة السفير مبعوث المبعوث جندي جنود عناصر متظاهرون محتجون نازحون أطفال مواطنون
  سكان أهالي جانب لقطة مشهد آثار دخان مبنى مقر شعار طائرة دبابة سفينة قطار أعلام صواريخ منظومة عمال رجال`)
/** What people are seen doing in a picture, and when and where it was taken. */
const SEEN =
  wordSet(`يصافح تصافح يتصافحان يستقل تستقل يستقلان يلوح تلوح يحيي يقف يقفان تقف يسير يسيران يجلس يجلسان يبتسم يبتسمان
  يعانق يتعانقان يتفقد يتفقدان يشاهد يشاهدان يحمل ينظر ينظران يلتقط يترجل يصعد يستعرضان خلال أثناء لدى قرب أمام بجوار
  يمين يسار يمينا يسارا`)
/** Names that begin like verbs of the present. */
const NAMES = wordSet(
  'ترامب تركيا تايوان تونس تل تشي تشونغ تشاو يونغ يانغ يانج يول يون يي يوري يانوكوفيتش اليابان',
)

/**
 * Cuts captions that stand unmarked between the paragraphs: they name what a picture shows, mostly without
 * a verb, and a caption stands where no sub-heading could (below the headline, right above a sub-heading,
 * at a picture) or says what is seen. A line that leaves doubt stays.
 */
export function withoutCaptions(report: readonly Piece[]): Piece[] {
  const titleAt = report.findIndex(({ fate }) => fate === 'title')
  const kept = report.filter(({ fate }) => fate === 'body')
  const firstParagraph = kept.find(({ text }) => isParagraph(text))
  const next = new Map(kept.map((piece, index) => [piece, kept[index + 1]]))
  let bodyBegun = false
  return report.map((piece, index) => {
    if (piece === firstParagraph) bodyBegun = true
    if (piece.fate !== 'body' || !couldBeCaption(piece.text)) return piece
    const before = report[index - 1]
    if (before?.fate === 'caption' && isImage(before.text) && wordCount(piece.text) >= 5)
      return captioned(piece)
    const tokens = tokensOf(piece.key)
    if (tokens.length < 6 || !SHOWN.has(tokens[0] ?? '')) return piece
    const seen = tokens.some((token) => SEEN.has(token))
    const verbless = !tokens.slice(1).some((token) => /^س?[يت].../u.test(token) && !NAMES.has(token))
    const below = next.get(piece)
    const stacked = below !== undefined && couldBeCaption(below.text) && wordCount(below.text) <= 6
    const underTitle = titleAt >= 0 && !bodyBegun
    return seen || (verbless && (underTitle || stacked)) ? captioned(piece) : piece
  })
}

function captioned(piece: Piece): Piece {
  return cut(piece, { reason: 'caption' })
}

/** Short, without a full stop, and nobody speaks in it. */
function couldBeCaption(text: string): boolean {
  return !isParagraph(text) && ending(text) === 'open' && !/[:؛;«»“”"]/u.test(text) && !hasBullet(text)
}
