/** Reports, in lists and whole. */
export const ARTICLES = {
  'article-gone': [],
  'article-part': ['part', 'parts'],
  'article-summary': [],
  author: ['author'],
  'credit-agency': ['publisher', 'agency'],
  'date-unknown': [],
  'event-on': ['day'],
  'latest-empty': [],
  'latest-heading': [],
  'link-read': [],
  'link-source': [],
  'list-position': ['page', 'pages', 'total'],
  'published-on': ['date'],
} as const
