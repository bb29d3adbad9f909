import { fold } from './fold.ts'

/** Words so common that finding them says nothing: prepositions, conjunctions, pronouns, relative words. */
const STOP_WORDS = new Set(
  `في من إلى الى على عن مع بين حول خلال منذ حتى عند لدى ضد نحو قبل بعد ثم أو أم بل لكن لا لم لن ما أن إن أنه إنه
  أنها إنها كان كانت قد هذا هذه ذلك تلك هو هي هم التي الذي الذين اللذين كما كل أي هل متى أين كيف لماذا ماذا مَن مين ماهي ماهو ماهم وش إيش علام إلام فيم لدي تم يتم كذلك أيضا حيث إذا إذ عندما بعض كم أنا نحن أنت له لها لهم به بها بهم فيه فيها منه منها عليه عليها إليه إليها عنه عنها ذات أحد إحدى هناك هنا
  و ف ب ل ك
  the a an of in on at to for and or by with from is are was were what when where who how
  и в на с о об по от до за из к у не что как`
    .split(/\s+/)
    .map(fold),
)

/** Whether a folded word carries no meaning of its own in a query, with or without a particle before it (وماذا, بماذا). */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded) || (/^[وفبلك]../u.test(folded) && STOP_WORDS.has(folded.slice(1)))
}
