/** News agencies and outlets as they stand in datelines and credits; matched on any text, marks aside. */
const AGENCIES =
  'رويترز|أ\\.?\\s?ف\\.?\\s?ب\\.?|ا ف ب|فرانس برس|د\\.?\\s?ب\\.?\\s?أ\\.?|سبوتنيك|تاس|إنترفاكس|انترفاكس|نوفوستي|ريا نوفوستي|يونهاب|كيودو|شينخوا|الأناضول|الاناضول|وكالات|الوكالات|وكالة الأنباء المركزية|أسوشيتد برس|اسوشيتد برس|سي\\.?\\s?[إا]ن\\.?\\s?[إا]ن|بي\\.?\\s?بي\\.?\\s?سي|واس|وام|بترا|كونا|قنا|الجزيرة(?: نت)?|العربية(?: نت)?|سكاي نيوز(?: عربية)?|الشرق الأوسط|روسيا اليوم|[A-Z][A-Za-z.& ]{1,20}'

/** Where, perhaps when: up to six words before the agency. Words and gaps share no letter, so nothing is tried twice. */
const NAME = '[^\\s،,/.!?؟()"«“:–—-]{1,20}'
const PLACE = `${NAME}(?:[\\s،,/]{1,3}${NAME}){0,5}?`
const DASH = '\\s{0,3}(?:[-–—ـ]{1,3}|:)\\s*'
const DATELINE = new RegExp(
  `^(?:(?:${PLACE}\\s*)?\\(\\s*(?:${AGENCIES})\\s*\\)${DASH}|${PLACE}\\s*[-–—/،,]\\s*["«“]?(?:${AGENCIES})["»”]?${DASH})`,
  'u',
)

/**
 * How many UTF-16 units at the start of a sentence are its dateline: `موسكو (رويترز) - `, `(CNN) -- `,
 * `سيول – «وكالات»: `. 0 when it has none. What remains is the sentence as the newsroom meant it.
 */
export function datelineLength(sentence: string): number {
  return DATELINE.exec(sentence.slice(0, 120))?.[0].length ?? 0
}
