import type { Draft } from '../../src/articles/draft.ts'
import type { Verdict } from '../../src/story/verdict.ts'
import { FOREIGN, OTHER_EVENT, SAME_EVENT, SAME_WORDS } from './reports.ts'
import { FILES, type NamedReport, OF_OTHERS, pageOf, published } from './stored.ts'

/** A report on its way in, what it is to the store, and which stored report it is to be shown beside. */
export interface Probe {
  readonly name: string
  readonly verdict: Verdict
  readonly beside: string | null
  readonly draft: Draft
}

type Edit = (draft: Draft) => Draft

const paragraphs =
  (edit: (all: string[]) => string[]): Edit =>
  (draft) => ({
    ...draft,
    body: edit(draft.body.split('\n\n')).join('\n\n'),
  })
const replaced =
  (...pairs: readonly (readonly [from: string, to: string])[]): Edit =>
  (draft) => ({ ...draft, body: swap(draft.body, pairs), title: swap(draft.title ?? '', pairs) })
const by =
  (publisher: string): Edit =>
  (draft) => ({ ...draft, publisher, url: null })
const titled =
  (title: string): Edit =>
  (draft) => ({ ...draft, title })
const linked =
  (url: string | null): Edit =>
  (draft) => ({ ...draft, url })
const dated =
  (value: string | null): Edit =>
  (draft) => ({
    ...draft,
    publishedAt: value === null ? null : { value, precision: 'day' },
  })
const dropped = (at: number): Edit => paragraphs((all) => all.toSpliced(at, 1))
const added = (at: number, ...texts: string[]): Edit => paragraphs((all) => all.toSpliced(at, 0, ...texts))
const prefixed =
  (text: string): Edit =>
  (draft) => ({ ...draft, body: text + draft.body })
const reversed: Edit = paragraphs((all) => all.toReversed())
const only = (count: number): Edit => paragraphs((all) => all.slice(0, count))

function swap(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((rest, [from, to]) => rest.replaceAll(from, to), text)
}

/** How a desk touches a text up: other words for the same, sentence by sentence. */
const TOUCHED_UP = replaced(
  ['وقال ', 'وذكر '],
  ['وقالت ', 'وذكرت '],
  ['أعلنت ', 'كشفت '],
  ['وأضاف ', 'وتابع '],
  ['نحو ', 'قرابة '],
  ['وفق ', 'بحسب '],
  ['خلال ', 'في أثناء '],
  ['البلدين', 'الدولتين'],
  ['غير أن', 'إلا أن'],
  ['من المقرر', 'من المنتظر'],
)
/** The same names as other newsrooms write them. */
const RESPELT = replaced(
  ['جونغ', 'جونج'],
  ['بيونغ يانغ', 'بيونج يانج'],
  ['سيرغي', 'سيرجي'],
  ['شويغو', 'شويجو'],
  ['فوستوشني', 'فوستوتشني'],
  ['رودونغ', 'رودونج'],
  ['زيلينسكي', 'زيلنسكي'],
  ['سوفيتي', 'سوفييتي'],
)
const CREDIT = 'نُشر هذا التقرير نقلا عن وكالة أنباء، ولم تعدل صحيفتنا سوى عنوانه.'
const BACKGROUND = [
  'وتتابع عواصم المنطقة هذا الملف منذ أشهر، وتخشى أن يمتد أثره إلى ملفات أخرى كانت تبدو بعيدة عنه.',
  'ويرى أستاذ للعلاقات الدولية تحدث إلى الصحيفة أن ما جرى حلقة في سلسلة، وأن الأهم هو ما سيعلن في الأسابيع القادمة.',
] as const

function draftOf({ report }: NamedReport): Draft {
  const { eventOn: _, topics: __, note: ___, ...rest } = report
  return { ...rest, headings: [], cuts: [] }
}

const file = (name: string): NamedReport => {
  const found = FILES.find((each) => each.name === name)
  if (found === undefined) throw new Error(`No report ${name}`)
  return found
}

const edited = (verdict: Verdict, base: string, name: string, ...edits: readonly Edit[]): Probe => ({
  name: `${name}: ${base}`,
  verdict,
  beside: base,
  draft: edits.reduce((draft, edit) => edit(draft), draftOf(file(base))),
})

const ARRIVES = '2024-06-18-putin-arrives-pyongyang'
const ALLIANCE = '2024-06-18-putin-visit-alliance'
const SUMMIT = '2024-06-19-pyongyang-summit'
const TRAIN = '2023-09-11-kim-train-to-russia'
const VOSTOCHNY = '2023-09-13-vostochny-summit'
const LOSSES = '2024-12-26-kursk-losses'

const COPIES: readonly Probe[] = [
  edited('copy', ARRIVES, 'as it is'),
  edited('copy', SUMMIT, 'from nowhere', linked(null), dated(null)),
  edited('copy', VOSTOCHNY, 'with marks and tatweel', replaced(['الرئيس', 'الرَّئيـــس'], ['أول', 'اول'])),
  edited('copy', TRAIN, 'with other quotation marks', replaced(['«', '"'], ['»', '"'], ['،', ','])),
  edited('copy', '2025-03-18-tumen-border-treaty', 'in Persian letters', replaced(['ك', 'ک'], ['ي', 'ی'])),
  edited('copy', LOSSES, 'by another publisher, nothing changed', by('قناة المرفأ')),
  edited(
    'copy',
    '2024-02-20-wheat-shipment-nampo',
    'the link with where the reader came from',
    linked(`${pageOf('2024-02-20-wheat-shipment-nampo')}?utm_source=tg&fbclid=1#top`),
  ),
]

const NEAR_COPIES: readonly Probe[] = [
  edited('near-copy', ARRIVES, 'another title', by('قناة المرفأ'), titled('الرئيس الروسي في ضيافة كيم')),
  edited('near-copy', ALLIANCE, 'a dateline first', by('جريدة الضفة'), prefixed('موسكو (وكالات) - ')),
  edited('near-copy', SUMMIT, 'a credit behind', by('جريدة الضفة'), added(99, CREDIT)),
  edited('near-copy', TRAIN, 'the first paragraph gone', by('قناة المرفأ'), dropped(0)),
  edited('near-copy', VOSTOCHNY, 'the last paragraph gone', by('قناة المرفأ'), dropped(-1)),
  edited('near-copy', LOSSES, 'two paragraphs gone', by('قناة المرفأ'), dropped(1), dropped(2)),
  edited('near-copy', LOSSES, 'the first half alone', by('جريدة الضفة'), only(3)),
  edited('near-copy', VOSTOCHNY, 'the first half alone', by('جريدة الضفة'), only(4)),
  edited('near-copy', SUMMIT, 'names spelt otherwise', by('صحيفة الربوة'), RESPELT),
  edited('near-copy', ARRIVES, 'names spelt otherwise', by('صحيفة الربوة'), RESPELT),
  edited('near-copy', VOSTOCHNY, 'names and words changed', by('صحيفة الربوة'), RESPELT, TOUCHED_UP),
  edited('near-copy', ALLIANCE, 'touched up', by('صحيفة الربوة'), TOUCHED_UP),
  edited(
    'near-copy',
    TRAIN,
    'touched up, a title of its own',
    by('قناة المرفأ'),
    TOUCHED_UP,
    titled('كيم إلى روسيا'),
  ),
  edited('near-copy', SUMMIT, 'the paragraphs the other way round', by('قناة المرفأ'), reversed),
  edited('near-copy', LOSSES, 'with background', by('قناة المرفأ'), added(2, ...BACKGROUND)),
  edited(
    'near-copy',
    '2025-10-16-kim-train-vladivostok',
    'with background',
    by('قناة المرفأ'),
    added(1, ...BACKGROUND),
  ),
  edited(
    'near-copy',
    '2025-05-30-russian-veto-oil-sanctions',
    'with as much again around it',
    by('صحيفة الربوة'),
    titled('ماذا جرى في مجلس الأمن'),
    added(0, ...BACKGROUND),
    added(99, CREDIT),
  ),
  edited(
    'near-copy',
    '2024-11-19-zelensky-troop-numbers',
    'a dateline, words changed',
    by('قناة المرفأ'),
    (draft) => TOUCHED_UP(prefixed('كييف - ')(draft)),
  ),
  edited(
    'near-copy',
    '2026-03-08-workers-vladivostok',
    'weeks later, the same figures',
    by('جريدة الضفة'),
    dated('2026-03-29'),
    prefixed('تقرير: '),
  ),
  edited('near-copy', ALLIANCE, 'years later, no day', by('جريدة الضفة'), dated(null), dropped(3)),
  edited(
    'near-copy',
    '2025-09-30-extradition-treaty',
    'one paragraph of three gone',
    by('قناة المرفأ'),
    dropped(1),
    titled('اتفاق قضائي جديد'),
  ),
  edited(
    'near-copy',
    '2024-08-27-two-missiles-launch',
    'names spelt otherwise, a paragraph gone',
    by('موقع الرصيف العاشر'),
    RESPELT,
    dropped(2),
  ),
  edited(
    'near-copy',
    '2023-12-05-eu-sanctions-officers',
    'one figure corrected',
    by('قناة المرفأ'),
    replaced(['أربعة ضباط', 'خمسة ضباط']),
  ),
  edited(
    'near-copy',
    '2025-03-06-kursk-two-prisoners',
    'every sentence worked over',
    by('جريدة الضفة'),
    titled('أسيران كوريان شماليان في كييف'),
    (draft) => ({
      ...draft,
      body: `كشف الرئيس الأوكراني فولوديمير زيلنسكي، يوم الخميس، أن قواته أسرت جنديين من كوريا الشمالية خلال معارك كورسك الروسية، وأنهما نُقلا إلى كييف. وأصيب أحد الأسيرين في ساقه، ويخضع الاثنان للعلاج تحت الحراسة.

وبحسب زيلنسكي فإن الجنديين يتحدثان عبر مترجم من سيول، وقد ظن أحدهما أنه ذاهب إلى تدريب وليس إلى الجبهة. وأبدى استعداده لمبادلتهما بأسرى أوكرانيين إذا طلبت بيونغ يانغ ذلك.

ولم تعترف كوريا الشمالية حتى الآن بأسر أي من جنودها، ورفض الكرملين التعليق على أنباء من هذا النوع.`,
    }),
  ),
  edited(
    'near-copy',
    '2024-02-20-wheat-shipment-nampo',
    'every sentence worked over',
    by('جريدة الضفة'),
    titled('قمح روسي في نامبو'),
    (draft) => ({
      ...draft,
      body: `وصلت إلى ميناء نامبو غربي كوريا الشمالية، الثلاثاء، سفينة روسية على متنها 25 ألف طن من القمح، وهي أكبر شحنة غذائية تصل إلى البلاد منذ عامين. وستوزع الكمية على مطاحن في بيونغ يانغ وثلاث مدن.

وأكدت السفارة الروسية أن القمح هدية لا مقابل لها، وتحدثت عن سفينتين أخريين ستصلان في الربيع. غير أن باحثين يرون أن الغذاء جزء من ثمن القذائف التي اشترتها موسكو.`,
    }),
  ),
  edited(
    'near-copy',
    '2026-01-20-passenger-trains-resume',
    'a translation of the names',
    by('موقع الرصيف العاشر'),
    replaced(['بيونغ يانغ', 'Pyongyang'], ['أوسورييسك', 'Ussuriysk']),
  ),
]

const REVISIONS: readonly Probe[] = [
  edited('revision', ARRIVES, 'two words changed', replaced(['توطيد', 'تعميق'], ['مبتسمًا', 'باسمًا'])),
  edited('revision', SUMMIT, 'a paragraph more, pasted', linked(null), added(2, BACKGROUND[0])),
  edited('revision', VOSTOCHNY, 'another title', titled('بوتين لكيم: سعيد بلقائك'), linked(null)),
  edited('revision', LOSSES, 'a figure corrected', linked(null), replaced(['3000', '3100'])),
  edited('revision', '2025-12-09-partnership-treaty-annex', 'the link alone is the same', () => ({
    ...draftOf(file(ALLIANCE)),
    publisher: 'صحيفة المنارة',
    title: 'بروتوكول جديد',
    body: `${BACKGROUND.join('\n\n')}\n\nوافقت روسيا وكوريا الشمالية على ملحق اقتصادي.`,
    url: `${pageOf('2025-12-09-partnership-treaty-annex')}?utm_medium=social`,
    publishedAt: { value: '2025-12-10', precision: 'day' },
  })),
  edited(
    'revision',
    '2025-11-13-shoigu-letter-to-kim',
    'written anew under the same title',
    linked(null),
    (draft) => ({
      ...draft,
      body: 'حمل سيرجي شويجو إلى بيونج يانج رسالة بخط يد الرئيس الروسي، وسلمها إلى الزعيم كيم جونج أون قبل ظهر الخميس. ثم جال على جرحى كوريين عادوا من الجبهة.',
    }),
  ),
  edited('revision', TRAIN, 'touched up and shorter', linked(null), TOUCHED_UP, dropped(-1)),
]

/** A round-up in which a whole stored report is buried: little of all, and yet all of it. */
const ROUND_UP = edited(
  'near-copy',
  '2022-12-13-shells-ship-rajin',
  'buried in a round-up',
  by('مجلة الجسر'),
  titled('حصاد الأسبوع'),
  (draft) => added(0, ...FOREIGN.map(({ body }) => body))(draft),
)

/** A report of its own that takes over one sentence of a stored one: no copy. */
const QUOTING: Probe = {
  name: 'a report that quotes a sentence of another',
  verdict: 'new',
  beside: null,
  draft: {
    ...draftOf(file(ALLIANCE)),
    title: 'خمسة أسئلة عن سباق الذخيرة',
    publisher: 'مجلة الجسر',
    url: null,
    publishedAt: { value: '2024-09-30', precision: 'day' },
    body: `كم تبقى من القذائف في مخازن أوروبا؟ سؤال يطرحه وزراء الدفاع كلما اجتمعوا، وتختلف الإجابات باختلاف من يعد ومن يخفي. فالمصانع التي أغلقت أبوابها بعد الحرب الباردة لا تعود إلى العمل في عام واحد، والمهندسون الذين تقاعدوا لا يعودون أبدا.

وقالت وزارة الدفاع الكورية الجنوبية هذا العام إن بيونغ يانغ شحنت إلى روسيا، من أغسطس إلى فبراير، نحو 6700 حاوية قد تتسع لأكثر من 3 ملايين قذيفة عيار 152 ملم.

أما في الجانب الآخر فتتنافس خمس شركات على عقود لم يسبق لها مثيل، وتشكو من نقص القطن والبارود والعمال المهرة. ويقول صاحب مصنع صغير في بوهيميا إنه يرفض طلبات كل أسبوع لأنه لا يجد من يشغل الآلات في الليل، وإن أسعار النحاس تضاعفت منذ الشتاء.`,
  },
}

const drafted =
  (verdict: Verdict, beside: (each: NamedReport) => string | null) =>
  (each: NamedReport): Probe => ({
    name: each.name,
    verdict,
    beside: beside(each),
    draft: { ...draftOf(each) },
  })

/** Missiles of North Korea alone, without a word on Russia, are not this story. */
const ONE_SIDE = ['missiles-2023']

export const PROBES: readonly Probe[] = [
  ...COPIES,
  ...NEAR_COPIES,
  ...REVISIONS,
  ROUND_UP,
  QUOTING,
  ...SAME_EVENT.map(published).map(drafted('same-event', ({ event }) => event)),
  ...OTHER_EVENT.filter(({ name }) => !ONE_SIDE.includes(name))
    .map(published)
    .map(drafted('new', () => null)),
  ...SAME_WORDS.filter(({ name }) => !/june|march/.test(name))
    .map(published)
    .map(drafted('new', () => null)),
  ...[...FOREIGN, ...OTHER_EVENT.filter(({ name }) => ONE_SIDE.includes(name))]
    .map(published)
    .map(drafted('foreign', () => null)),
  ...FILES.filter(({ name }) => OF_OTHERS.includes(name)).map(drafted('foreign', () => null)),
]
