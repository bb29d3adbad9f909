/** Feeds as they are met outside, each with one thing that is wrong with it; written for these tests. */
export interface Oddity {
  readonly name: string
  readonly feed: string | Uint8Array
  /** What the HTTP header names. */
  readonly charset?: string
  /** What is expected of each item, the newest first. */
  readonly items: readonly {
    readonly title?: string | null
    readonly url?: string | null
    readonly date?: string | null
    readonly text?: string
    readonly author?: string | null
    readonly publisher?: string | null
    readonly summary?: string | null
    readonly identity?: string
  }[]
  readonly title?: string | null
}

export const FEED_URL = 'https://news.example/feeds/world.xml'

const TITLE = 'وفد من موسكو يصل إلى بيونغ يانغ'
const SECOND = 'افتتاح خط قطار بين البلدين'

/** An RSS 2.0 feed with these items. */
export function rss(
  items: string,
  channel = '<title>أخبار المثال</title><link>https://news.example/</link>',
): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${channel}${items}</channel></rss>`
}

const atom = (entries: string, attributes = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>أخبار المثال</title><id>urn:x</id>${entries}</feed>`

const json = (feed: object) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'أخبار المثال', ...feed })

/** Arabic in the old one-byte encoding. */
export function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256')
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  return Uint8Array.from(text, (sign) => codes.get(sign) ?? 63)
}

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const item = (inside: string) => `<item><title>${TITLE}</title>${inside}</item>`
const LINK = '<link>https://news.example/a/1</link>'

export const ODDITIES: readonly Oddity[] = [
  {
    name: 'a bare ampersand in title and address',
    feed: rss('<item><title>نفط & غاز</title><link>https://news.example/?a=1&b=2</link></item>'),
    items: [{ title: 'نفط & غاز', url: 'https://news.example/?a=1&b=2' }],
  },
  {
    name: 'HTML in the title, escaped',
    feed: rss(`<item><title>&lt;b&gt;عاجل:&lt;/b&gt; ${SECOND}&amp;nbsp;</title>${LINK}</item>`),
    items: [{ title: `عاجل: ${SECOND}` }],
  },
  {
    name: 'HTML in the title, in CDATA',
    feed: rss(`<item><title><![CDATA[<span class="red">عاجل</span> نفط &amp; غاز]]></title>${LINK}</item>`),
    items: [{ title: 'عاجل نفط & غاز' }],
  },
  {
    name: 'an unescaped sign that is no tag',
    feed: rss(`<item><title><![CDATA[سعر الصرف 5 < 7]]></title>${LINK}</item>`),
    items: [{ title: 'سعر الصرف 5 < 7' }],
  },
  {
    name: 'references that XML does not know',
    feed: rss(`<item><title>&laquo;${SECOND}&raquo; &hellip; &#1571;&#x644;</title>${LINK}</item>`),
    items: [{ title: `«${SECOND}» … أل` }],
  },
  {
    name: 'no date at all',
    feed: rss(item(LINK)),
    items: [{ title: TITLE, date: null }],
  },
  {
    name: 'a date in the year 2099',
    feed: rss(item(`${LINK}<pubDate>Wed, 19 Jun 2099 10:00:00 GMT</pubDate>`)),
    items: [{ date: null }],
  },
  {
    name: 'the beginning of time as a date',
    feed: rss(item(`${LINK}<pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate>`)),
    items: [{ date: null }],
  },
  {
    name: 'a date that is none',
    feed: rss(item(`${LINK}<pubDate>Mon, 31 Feb 2026 10:00:00 GMT</pubDate>`)),
    items: [{ date: null }],
  },
  {
    name: 'dates in five manners',
    feed: rss(
      [
        'Fri, 20 Nov 26 09:00:00 EST',
        '2026-11-20T08:00:00+03:00',
        '20 تشرين الثاني 2026 07:00',
        'Fri Nov 20 06:00:00 UTC 2026',
        '1795150800',
      ]
        .map((date, index) => `<item><title>خبر ${index}</title><pubDate>${date}</pubDate></item>`)
        .join(''),
    ),
    items: [
      { date: '2026-11-20T09:00:00' },
      { date: '2026-11-20T07:00' },
      { date: '2026-11-20T06:00:00' },
      { date: '2026-11-20T08:00:00' },
      { date: '2026-11-20T05:00:00' },
    ],
  },
  {
    name: 'the oldest item first',
    feed: rss(
      [18, 19, 20]
        .map((day) => `<item><title>خبر ${day}</title><pubDate>${day} Nov 2026 10:00:00 GMT</pubDate></item>`)
        .join(''),
    ),
    items: [{ title: 'خبر 20' }, { title: 'خبر 19' }, { title: 'خبر 18' }],
  },
  {
    name: 'the oldest item first, and one without a date among them',
    feed: rss(
      ['18 Nov 2026', '', '20 Nov 2026']
        .map((date, index) => `<item><title>خبر ${index}</title><pubDate>${date}</pubDate></item>`)
        .join(''),
    ),
    items: [{ title: 'خبر 2' }, { title: 'خبر 1', date: null }, { title: 'خبر 0' }],
  },
  {
    name: 'one guid for every item',
    feed: rss(
      `<item><guid>1</guid><title>${TITLE}</title><link>/a</link></item><item><guid>1</guid><title>${SECOND}</title><link>/b</link></item>`,
    ),
    items: [{ identity: 'https://news.example/a' }, { identity: 'https://news.example/b' }],
  },
  {
    name: 'the same item twice',
    feed: rss(item(`<guid>7</guid>${LINK}`).repeat(2)),
    items: [{ identity: '7' }],
  },
  {
    name: 'two versions of one item',
    feed: atom(
      ['2026-11-20T08:00:00Z', '2026-11-20T09:00:00Z']
        .map(
          (date) =>
            `<entry><id>tag:x,1</id><title>عند ${date.slice(11, 13)}</title><link href="/a"/><updated>${date}</updated></entry>`,
        )
        .join(''),
    ),
    items: [{ title: 'عند 09', identity: 'tag:x,1' }],
  },
  {
    name: 'no guids: the address names the item, without what does not name the page',
    feed: rss(item('<link>https://news.example/a/1?utm_source=rss&amp;id=4#top</link>')),
    items: [{ identity: 'https://news.example/a/1?id=4', url: 'https://news.example/a/1?id=4' }],
  },
  {
    name: 'neither guid nor address of its own: every item leads to the front page',
    feed: rss(
      `<item><title>${TITLE}</title><link>https://news.example/</link></item><item><title>${SECOND}</title><link>https://news.example/</link></item>`,
    ),
    items: [{ title: TITLE }, { title: SECOND }],
  },
  {
    name: 'a relative address, and no xml:base',
    feed: rss(item('<link>/a/1</link>')),
    items: [{ url: 'https://news.example/a/1' }],
  },
  {
    name: 'a relative address below xml:base upon xml:base',
    feed: atom(
      `<entry xml:base="world/"><id>1</id><title>${TITLE}</title><link href="a.html"/></entry>`,
      ' xml:base="https://other.example/x/"',
    ),
    items: [{ url: 'https://other.example/x/world/a.html' }],
  },
  {
    name: 'an address broken over lines',
    feed: rss(item('<link>\n      https://news.example/a/1\n    </link>')),
    items: [{ url: 'https://news.example/a/1' }],
  },
  {
    name: 'an address that must not be opened',
    feed: rss(item('<link>javascript:alert(1)</link><guid>g1</guid>')),
    items: [{ url: null, identity: 'g1' }],
  },
  {
    name: 'the address in the guid alone',
    feed: rss(item('<guid>https://news.example/a/9</guid>')),
    items: [{ url: 'https://news.example/a/9' }],
  },
  {
    name: 'a guid that only looks like an address',
    feed: rss(item('<guid isPermaLink="false">https://news.example/?p=9</guid>')),
    items: [{ url: null, identity: 'https://news.example/?p=9' }],
  },
  {
    name: 'many links, the page among them',
    feed: atom(
      `<entry><id>1</id><title>${TITLE}</title><link rel="enclosure" href="/a.mp3"/><link rel="replies" href="/c"/><link rel="alternate" type="text/html" href="/a/1"/></entry>`,
    ),
    items: [{ url: 'https://news.example/a/1' }],
  },
  {
    name: 'a sound and nothing else',
    feed: rss('<item><enclosure url="https://news.example/a.mp3" length="1" type="audio/mpeg"/></item>'),
    items: [],
  },
  {
    name: 'no items',
    feed: rss(''),
    items: [],
  },
  {
    name: 'paragraphs, a list and a script in the content',
    feed: rss(
      item(
        `${LINK}<description>موجز الخبر</description><content:encoded><![CDATA[<p>فقرة\nأولى &amp; طويلة.</p><script>alert("x")</script><p>فقرة ثانية<br/>وسطرها.</p><ul><li>نقطة</li></ul><!-- إعلان -->]]></content:encoded>`,
      ),
    ),
    items: [{ text: 'فقرة أولى & طويلة.\n\nفقرة ثانية\nوسطرها.\n\nنقطة', summary: 'موجز الخبر' }],
  },
  {
    name: 'plain text with lines of its own',
    feed: json({ items: [{ id: 1, content_text: 'سطر أول\nسطر ثانٍ', url: '/a' }] }),
    items: [{ title: null, text: 'سطر أول\nسطر ثانٍ', url: 'https://news.example/a', identity: '1' }],
  },
  {
    name: 'content as XHTML',
    feed: atom(
      `<entry><id>1</id><title type="text">${TITLE}</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص <em>الخبر</em>.</p></div></content></entry>`,
    ),
    items: [{ text: 'نص الخبر.' }],
  },
  {
    name: 'the author as an address with a name, and the origin of an aggregator',
    feed: rss(
      item(
        `${LINK}<author>desk@news.example (سلمى)</author><source url="https://o.example/f">وكالة المثال</source>`,
      ),
    ),
    items: [{ author: 'سلمى', publisher: 'وكالة المثال' }],
  },
  {
    name: 'prefixes of its own for well-known namespaces',
    feed: `<rss version="2.0" xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>أخبار المثال</title><item><title>${TITLE}</title><x:creator>سلمى</x:creator><x:date>2026-11-20</x:date><c:encoded>نص الخبر.</c:encoded></item></channel></rss>`,
    items: [{ author: 'سلمى', date: '2026-11-20', text: 'نص الخبر.' }],
  },
  {
    name: 'RSS 1.0',
    feed: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>أخبار المثال</title><link>https://news.example/</link></channel><item rdf:about="https://news.example/a/1"><title>${TITLE}</title><link>https://news.example/a/1</link><dc:date>2026-11-20T08:00+03:00</dc:date></item></rdf:RDF>`,
    items: [{ url: 'https://news.example/a/1', date: '2026-11-20T08:00' }],
  },
  {
    name: 'RSS 0.91 with its document type',
    feed: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>أخبار المثال</title>${item(LINK)}</channel></rss>`,
    items: [{ title: TITLE }],
  },
  {
    name: 'capital letters throughout',
    feed: `<RSS VERSION="2.0"><CHANNEL><TITLE>أخبار المثال</TITLE><ITEM><TITLE>${TITLE}</TITLE><LINK>https://news.example/a/1</LINK></ITEM></CHANNEL></RSS>`,
    items: [{ title: TITLE, url: 'https://news.example/a/1' }],
  },
  {
    name: 'blank lines and a warning of PHP before it',
    feed: `\n<br />\n<b>Warning</b>: Undefined variable in /feed.php on line 3<br />\n${rss(item(LINK))}`,
    items: [{ title: TITLE }],
  },
  {
    name: 'cut off in the middle of an item',
    feed: rss(item(LINK) + item('<link>https://news.example/a/2</link>')).slice(0, -70),
    items: [{ url: 'https://news.example/a/1' }],
  },
  {
    name: 'a byte order mark',
    feed: `\ufeff${rss(item(LINK))}`,
    items: [{ title: TITLE }],
  },
  {
    name: 'windows-1256, as its declaration says',
    feed: windows1256(rss(item(LINK)).replace('utf-8', 'windows-1256')),
    items: [{ title: TITLE }],
    title: 'أخبار المثال',
  },
  {
    name: 'windows-1256 under a declaration of UTF-8 and a header of ISO-8859-1',
    feed: windows1256(rss(item(LINK))),
    charset: 'iso-8859-1',
    items: [{ title: TITLE }],
  },
  {
    name: 'UTF-8 under a header of windows-1256',
    feed: rss(item(LINK)),
    charset: 'windows-1256',
    items: [{ title: TITLE }],
  },
  {
    name: 'UTF-16',
    feed: utf16(rss(item(LINK)).replace('utf-8', 'utf-16')),
    items: [{ title: TITLE }],
  },
  {
    name: 'control characters in a text',
    feed: rss(item(`${LINK}<description>نص\u0008 الخبر\u001f هنا.\u000b</description>`)),
    items: [{ text: 'نص الخبر هنا.' }],
  },
  {
    name: 'direction marks as references',
    feed: rss(`<item><title>&#8235;${TITLE}&#8236;&rlm;</title>${LINK}</item>`),
    items: [{ title: TITLE }],
  },
  {
    name: 'a JSON feed whose ids are numbers, whose dates are missing and whose authors are many',
    feed: json({
      items: [
        {
          id: 12,
          title: TITLE,
          external_url: 'https://o.example/a',
          authors: [{ url: 'x' }, { name: 'سلمى' }],
        },
      ],
    }),
    items: [{ identity: '12', url: 'https://o.example/a', author: 'سلمى', date: null }],
  },
  {
    name: 'a title in the media namespace alone',
    feed: rss(`<item><media:title>${TITLE}</media:title>${LINK}</item>`),
    items: [{ title: TITLE }],
  },
]
