import { phrases, tokensOf, wordSet } from './phrases.ts'
import { keyOf, scriptOf, wordCount } from './shape.ts'

/** The names under which agencies and channels are credited; the first is the one Mujaz keeps. */
const AGENCIES: readonly (readonly string[])[] = [
  ['رويترز', 'Reuters', 'وكالة رويترز'],
  [
    'فرانس برس',
    'وكالة فرانس برس',
    'الفرنسية',
    'أ ف ب',
    'ا ف ب',
    'أ.ف.ب',
    'أف ب',
    'أ ف پ',
    'AFP',
    'Agence France-Presse',
  ],
  [
    'أسوشيتد برس',
    'أسوشييتد برس',
    'اسوشيتدبرس',
    'أ ب',
    'أ.ب',
    'AP',
    'Associated Press',
    'The Associated Press',
  ],
  ['د ب أ', 'د.ب.أ', 'الألمانية', 'وكالة الأنباء الألمانية', 'DPA'],
  ['إفي', 'وكالة إفي', 'EFE'],
  ['أنسا', 'آكي', 'ANSA'],
  [
    'يونهاب',
    'وكالة يونهاب',
    'وكالة يونهاب للأنباء',
    'Yonhap',
    'Yonhap News Agency',
    'Yonhap News',
    '연합뉴스',
  ],
  ['وكالة الأنباء المركزية الكورية', 'KCNA'],
  ['كيودو', 'وكالة كيودو', 'Kyodo', 'Kyodo News'],
  ['شينخوا', 'وكالة شينخوا', 'وكالة أنباء شينخوا', 'Xinhua'],
  ['تاس', 'وكالة تاس', 'TASS', 'ТАСС'],
  ['ريا نوفوستي', 'نوفوستي', 'وكالة نوفوستي', 'RIA Novosti', 'РИА Новости'],
  ['إنترفاكس', 'وكالة إنترفاكس', 'Interfax', 'Интерфакс'],
  ['سبوتنيك', 'وكالة سبوتنيك', 'سبوتنيك عربي', 'Sputnik'],
  ['RT', 'RT Arabic', 'آر تي', 'روسيا اليوم'],
  ['CNN', 'سي إن إن', 'سي ان ان', 'CNN بالعربية', 'سي إن إن بالعربية', 'شبكة سي إن إن', 'CNN Arabic'],
  ['BBC', 'بي بي سي', 'بي بي سي عربي', 'BBC News', 'BBC News عربي', 'BBC Arabic'],
  ['بلومبرغ', 'بلومبيرغ', 'بلومبرج', 'وكالة بلومبرغ', 'Bloomberg'],
  ['سكاي نيوز عربية', 'سكاي نيوز عربيه', 'سكاي نيوز', 'Sky News Arabia', 'Sky News'],
  ['الجزيرة', 'الجزيرة نت', 'قناة الجزيرة', 'Al Jazeera', 'Aljazeera'],
  ['العربية', 'العربية نت', 'قناة العربية', 'Al Arabiya'],
  ['الأناضول', 'وكالة الأناضول', 'Anadolu', 'Anadolu Agency', 'AA'],
  ['وكالة أنباء الشرق الأوسط', 'أ ش أ', 'أ.ش.أ', 'MENA'],
  ['واس', 'وكالة الأنباء السعودية', 'SPA'],
  ['وام', 'وكالة أنباء الإمارات', 'WAM'],
  ['كونا', 'وكالة الأنباء الكويتية', 'KUNA'],
  ['قنا', 'وكالة الأنباء القطرية', 'QNA'],
  ['بترا', 'وكالة الأنباء الأردنية', 'Petra'],
  ['يو بي آي', 'UPI', 'United Press International'],
  ['دويتشه فيله', 'DW', 'Deutsche Welle'],
  ['فرانس 24', 'France 24'],
  ['يورونيوز', 'Euronews'],
  ['وكالات', 'الوكالات', 'وكالات الأنباء', 'وكالات أنباء', 'agencies', 'wires'],
]

const CANONICAL = new Map(AGENCIES.flatMap((names) => names.map((name) => [keyOf(name), names[0] ?? name])))

/** The canonical name of a known agency; null for any other text. */
export function knownAgency(name: string): string | null {
  return CANONICAL.get(keyOf(name)) ?? null
}

const BETWEEN = /\s*[،,+/&|()]\s*|\s+[-–—]\s+|\s+و\s*(?=ال|[A-Z])/u

/** The agency of a credit that names nothing but agencies ("رويترز، وكالات"); the first that is a name. */
export function creditedAgency(text: string): string | null {
  if (text.length > 80) return null
  const parts = text.split(BETWEEN).filter((part) => keyOf(part) !== '')
  const names = parts.map(knownAgency)
  if (names.length === 0 || names.includes(null)) return null
  return names.find((name) => name !== 'وكالات') ?? 'وكالات'
}

const MEDIA_WORDS =
  wordSet(`news press times post tv agency channel media online journal herald gazette tribune
  daily network radio magazine website نيوز برس الإخبارية إخبارية الاخباري فضائية نت أونلاين ميديا тасс новости 뉴스 신문`)
/** Names of media begin with these; so do headlines about a canal or a space agency, but those are longer. */
const MEDIA_KINDS = wordSet('صحيفة جريدة وكالة قناة موقع شبكة بوابة تلفزيون مجلة إذاعة')

/** What stands beside a site's name and is none itself. */
const OFFICIAL = phrases(`
  الموقع الرسمي | الصفحة الرسمية | الموقع الإلكتروني | الرئيسية | الصفحة الرئيسية | موقع إخباري |
  official site | official website | home | homepage
`)
const GENERIC = phrases(`
  أخبار | الأخبار | آخر الأخبار | عاجل | news | press | latest news | breaking news
`)
const DOMAIN = /^(?:www\.)?(?:[a-z0-9-]+\.)+(?:[a-z]{2,})$/iu

/** A name that only a medium would have: a domain, a word like "press" or "نيوز", or a known agency. */
export function isMedium(name: string): boolean {
  const key = keyOf(name)
  if (wordCount(name) > 5 || GENERIC.is(key) || OFFICIAL.is(key)) return false
  if (DOMAIN.test(name) || knownAgency(name) !== null) return true
  const tokens = tokensOf(key)
  const kind = tokens.length > 1 && tokens.length <= 3 && MEDIA_KINDS.has(tokens[0] ?? '')
  return kind || (tokens.length <= 4 && tokens.some((word) => MEDIA_WORDS.has(word)))
}

/**
 * The name of the site in a line above the headline ("Official site | Name"), or null. In a page of one
 * script a short name in another one is the site's: Arabic sites like to write theirs in Latin letters.
 */
export function siteName(line: string, pageScript: string | null): string | null {
  const parts = line
    .split(/\s*[|»›·]\s*|\s+[-–—]\s+/u)
    .map((text) => ({ text, key: keyOf(text) }))
    .filter(({ key }) => key !== '')
  const names = parts.filter(({ key }) => !OFFICIAL.is(key) && !GENERIC.is(key))
  const name = names[0]?.text
  if (name === undefined || names.length > 1 || wordCount(name) > 5) return null
  const official = parts.some(({ key }) => OFFICIAL.is(key))
  const foreign = pageScript === 'arabic' && scriptOf(name) === 'latin'
  return isMedium(name) || foreign || official ? name : null
}
