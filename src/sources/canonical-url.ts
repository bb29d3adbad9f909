/** Parameters that say how a reader came, not which page was meant. */
const TRACKING = new Set(
  `fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid igshid igsh mibextid sfnsn mc_cid mc_eid
  _ga _gl _hsenc _hsmi _openstat mkt_tok vero_id oly_enc_id hss_channel spm s_cid smid cmpid ocid xtor wt_mc ref_src
  ref_url fb_action_ids fb_action_types fb_source fb_ref __twitter_impression guccounter traffic_source amp_js_v usqp
  taid rb_clickid at_medium at_campaign at_link_id at_link_type at_link_origin at_format at_ptr_name at_bbc_team`.split(
    /\s+/,
  ),
)
const FAMILY = /^(?:utm|pk|piwik|mtm|matomo|hsa)_/
/** What asks for the same page in its form for phones. */
const AMP_PARAMETERS = new Set(['amp', 'amp=1', 'amp=true', 'outputtype=amp', 'outputtype=amphtml'])

/** Sites whose pages for phones stand under another name. */
const MOBILE: readonly (readonly [RegExp, string])[] = [
  [/^([a-z-]+)\.m\.wikipedia\.org$/, '$1.wikipedia.org'],
  [/^mobile\.(twitter|x)\.com$/, '$1.com'],
  [/^m\.(youtube|facebook)\.com$/, 'www.$1.com'],
]

/** Longest address, in UTF-16 units. */
const LIMIT = 2_000

/**
 * The address without what does not name the page, so that one page has one address: tracking parameters, the
 * fragment, credentials and the default port go; host and percent codes are written in one way; the wrappers and
 * variants for phones (AMP, m.) give way to the page itself where that is certain. Null for what is no http(s) address.
 *
 * @param base what a relative address is relative to
 */
export function canonicalUrl(address: string, base?: string): string | null {
  const given = address.trim()
  if (given.length > LIMIT || !URL.canParse(given, base)) return null
  const url = unwrapped(new URL(given, base))
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return null
  url.username = ''
  url.password = ''
  url.hash = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  for (const [mobile, name] of MOBILE) url.hostname = url.hostname.replace(mobile, name)
  url.pathname = url.pathname
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())
    .replace(/(?<=.)\/amp\/?$|\.amp(?=\.html?$)|(?<=\/[^/]+)\.amp$/, '')
  // Kept as it was written: encoding it anew would change what some sites take for the name of the page.
  const query = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracking(part.toLowerCase()))
  url.search = query.length === 0 ? '' : `?${query.join('&')}`
  return url.href.length > LIMIT ? null : url.href
}

function isTracking(part: string): boolean {
  const name = part.split('=', 1)[0] ?? ''
  return TRACKING.has(name) || FAMILY.test(name) || AMP_PARAMETERS.has(part)
}

/** The page behind Google's two ways of serving it: google.com/amp/s/HOST/PATH, X.cdn.ampproject.org/c/s/HOST/PATH. */
function unwrapped(url: URL): URL {
  const google = /^www\.google\.[a-z.]{2,6}$/.test(url.hostname) ? /^\/amp\/(s\/)?(.+)$/ : null
  const cache = url.hostname.endsWith('.cdn.ampproject.org') ? /^\/[acv]\/(s\/)?(.+)$/ : null
  const [, secure, rest] = (google ?? cache)?.exec(url.pathname) ?? []
  if (rest === undefined) return url
  const page = `http${secure === undefined ? '' : 's'}://${rest}${url.search}`
  return URL.canParse(page) && new URL(page).hostname.includes('.') ? new URL(page) : url
}
