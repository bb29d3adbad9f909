import type { FullArticle } from '../../src/messages/articles.ts'

/** What a page or a reader may hold: markup, direction marks, other scripts, far too many words. */
export const HOSTILE = [
  '</b></i></blockquote><b>&amp;<a href="tg://x">',
  '\u{202E}مقلوب\u{202C} \u{2067}x\u{2069}\u{2069}\u{2068}\u{200F}\u{200F}\u{200E}',
  'Latin & العربية Kim Jong Un (KCNA) 2024-06-19',
  '🚀👩‍👩‍👧🇰🇵\u{D800}',
  '"quoted" \'single\' «مقتبس»\r\n\u{2028}\tسطر',
  'كلمة word '.repeat(2_500),
].join(' ')

const LEAD = 'وصل الرئيس الروسي إلى بيونغ يانغ.'
const HEADING = 'مراسم الاستقبال'
const BODY = `${LEAD} وكان في استقباله كيم جونغ أون.\n\n${HEADING}\n\nجرت المراسم في الساحة الرئيسية.`

export const ARTICLE: FullArticle = {
  id: 7,
  title: 'بوتين يصل إلى بيونغ يانغ',
  publisher: 'سكاي نيوز عربية',
  agency: 'CNN',
  author: 'سمر سليمان',
  url: 'https://example.com/news?a=1&b=2',
  publishedAt: { value: '2024-06-19T17:50:06', precision: 'second' },
  eventOn: '2024-06-19',
  language: 'ar',
  body: BODY,
  headings: [{ start: BODY.indexOf(HEADING), end: BODY.indexOf(HEADING) + HEADING.length }],
  lead: [{ start: 0, end: LEAD.length }],
  publisherSummary: ['وصول الرئيس', 'لقاء القمة'],
  note: 'نص معاد صياغته عن التقرير الأصلي.',
}

/** The same article with hostile text wherever there is text. */
export const HOSTILE_ARTICLE: FullArticle = {
  ...ARTICLE,
  title: HOSTILE,
  publisher: HOSTILE,
  agency: `${HOSTILE} agency`,
  author: HOSTILE,
  url: 'https://example.com/"><b>&x=1',
  body: `${HOSTILE}\n\n${HOSTILE}`,
  headings: [{ start: 0, end: HOSTILE.trimEnd().length }],
  lead: [{ start: 0, end: HOSTILE.length }],
  publisherSummary: [HOSTILE, '', HOSTILE],
  note: HOSTILE,
}
