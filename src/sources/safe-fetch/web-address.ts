import { refusal } from './refusal.ts'

/** Ports where pages are; everything else is somebody's database or mail. '' is the scheme's own. */
const PORTS = new Set(['', '80', '443', '8080', '8443'])
/** Longer ones are attacks or mistakes; what browsers send and servers take. In UTF-16 units. */
const LONGEST = 2_048
const LONGEST_HOST = 253

/**
 * An address that may be fetched as far as its text tells. The WHATWG parser has undone every disguise of a host by
 * then: decimal, octal, hexadecimal, short and full-width forms of an IPv4 address all come out as four numbers.
 * @param options.base what a relative address (of a redirect) is relative to
 * @param options.anyPort the port is judged by {@link assertWebPort} once the host is known; tests only
 * @throws MujazError `fetch_bad_url`
 */
export function webAddress(text: string, options: { base?: URL; anyPort?: boolean } = {}): URL {
  if (text.length > LONGEST) throw bad('is too long')
  if (!URL.canParse(text, options.base?.href)) throw bad('cannot be read')
  const url = new URL(text, options.base?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw bad('is not http or https')
  if (url.username !== '' || url.password !== '') throw bad('holds a name or a password')
  if (options.anyPort !== true) assertWebPort(url)
  // The dot of the root: the same host, but another one to certificates and to who compares names.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const { hostname } = url
  if (hostname.length > LONGEST_HOST || hostname.split('.').includes('')) throw bad('names no possible host')
  url.hash = ''
  if (url.href.length > 3 * LONGEST) throw bad('is too long')
  return url
}

/** @throws MujazError `fetch_bad_url` when the port is none of the few that pages are served from */
export function assertWebPort(url: URL): void {
  if (!PORTS.has(url.port)) throw bad('names a port where no pages are')
}

/** The host as names are resolved and addresses dialled: without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

function bad(why: string) {
  return refusal('fetch_bad_url', `The address ${why}.`)
}
