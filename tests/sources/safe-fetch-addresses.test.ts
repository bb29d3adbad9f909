import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../src/sources/safe-fetch/public-address.ts'
import type { Resolve } from '../../src/sources/safe-fetch/resolve.ts'
import { createSafeFetch } from '../../src/sources/safe-fetch.ts'
import { createTestClock } from '../support/test-clock.ts'
import { codeOf } from './fetching.ts'

/** As in earnest: loopback is not allowed. Names that no table knows must not even be asked for. */
function strictFetch(resolve: Resolve) {
  const clock = createTestClock('2026-11-22T08:00:00Z')
  return createSafeFetch({ clock, userAgent: 'MujazBot/test (tests)', resolve })
}

const nobody: Resolve = (host) => Promise.reject(new Error(`${host} was asked for`))

/** From IANA's registries of special-purpose addresses, and what clouds put there. */
const PRIVATE_IPV4 = [
  ['this network', '0.0.0.0'],
  ['this network, further in', '0.1.2.3'],
  ['loopback', '127.0.0.1'],
  ['the end of loopback', '127.255.255.254'],
  ['private 10/8', '10.0.0.1'],
  ['private 172.16/12', '172.16.0.1'],
  ['the end of 172.16/12', '172.31.255.255'],
  ['private 192.168/16', '192.168.1.1'],
  ['CGNAT', '100.64.0.1'],
  ['the end of CGNAT', '100.127.255.255'],
  ['a cloud metadata service in CGNAT', '100.100.100.200'],
  ['link-local', '169.254.1.1'],
  ['cloud metadata', '169.254.169.254'],
  ['the metadata of Azure', '168.63.129.16'],
  ['IETF assignments', '192.0.0.1'],
  ['documentation 1', '192.0.2.1'],
  ['documentation 2', '198.51.100.1'],
  ['documentation 3', '203.0.113.1'],
  ['6to4 relays', '192.88.99.1'],
  ['benchmarks', '198.18.0.1'],
  ['the end of benchmarks', '198.19.255.255'],
  ['multicast', '224.0.0.1'],
  ['the end of multicast', '239.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
] as const

const PRIVATE_IPV6 = [
  ['loopback', '::1'],
  ['unspecified', '::'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped loopback in hexadecimal', '::ffff:7f00:1'],
  ['IPv4-mapped private', '::ffff:10.0.0.1'],
  ['IPv4-mapped public', '::ffff:93.184.215.14'],
  ['IPv4-compatible loopback', '::7f00:1'],
  ['IPv4-translated', '::ffff:0:7f00:1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['local NAT64', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:7f00:1::'],
  ['unique local', 'fc00::1'],
  ['unique local, as clouds use it', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['documentation', '2001:db8::1'],
  ['new documentation', '3fff::1'],
  ['discard', '100::1'],
  ['benchmarks', '2001:2::1'],
  ['ORCHID', '2001:20::1'],
  ['segment routing', '5f00::1'],
  ['not given out to anybody', '4000::1'],
] as const

/** The same host in other clothes: the WHATWG parser takes them off before anything is checked. */
const DISGUISES = [
  ['decimal', 'http://2130706433/'],
  ['hexadecimal', 'http://0x7f000001/'],
  ['hexadecimal by parts', 'http://0x7f.0x0.0x0.0x1/'],
  ['octal', 'http://0177.0.0.1/'],
  ['octal in one', 'http://017700000001/'],
  ['short', 'http://127.1/'],
  ['shorter: the last part is 24 bits', 'http://10.1/'],
  ['zero', 'http://0/'],
  ['a trailing dot', 'http://127.0.0.1./'],
  ['full-width digits', 'http://１２７.０.０.１/'],
  ['ideographic full stops', 'http://127。0。0。1/'],
  ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ['percent-encoded', 'http://%31%32%37.0.0.1/'],
  ['a soft hyphen inside', 'http://127.0\u{AD}.0.1/'],
  ['no slashes', 'http:127.0.0.1/'],
  ['backslashes', 'http:\\\\127.0.0.1\\'],
  ['many slashes', 'http://////127.0.0.1/'],
  ['tabs and line breaks', 'ht\ttp://127.\n0.0.1/'],
  ['capitals', 'HTTP://[::FFFF:7F00:1]/'],
  ['a long form of IPv6', 'http://[0000:0000:0000:0000:0000:0000:0000:0001]/'],
] as const

const NOT_WEB = [
  ['file', 'file:///etc/passwd'],
  ['ftp', 'ftp://public.example/'],
  ['data', 'data:text/html,<p>x'],
  ['gopher', 'gopher://public.example/'],
  ['javascript', 'javascript:alert(1)'],
  ['blob', 'blob:http://public.example/1'],
  ['web sockets', 'ws://public.example/'],
  ['a page source', 'view-source:http://public.example/'],
  ['Telegram', 'tg://resolve?domain=x'],
  ['no scheme', 'public.example/page'],
  ['only slashes', '//public.example/page'],
  ['nothing', ''],
  ['no host', 'http://'],
  ['a name and a password', 'http://admin:hunter2@public.example/'],
  ['a name', 'http://admin@public.example/'],
  ['a host that looks like another one', 'http://public.example@127.0.0.1/'],
  ['an empty name with a password', 'https://:hunter2@public.example/'],
  ['the port of SSH', 'http://public.example:22/'],
  ['the port of mail', 'http://public.example:25/'],
  ['the port of Redis', 'http://public.example:6379/'],
  ['the port of the Bot API', 'http://public.example:8081/'],
  ['port 0', 'http://public.example:0/'],
  ['a port that does not exist', 'http://public.example:99999/'],
  ['a zone id', 'http://[fe80::1%25eth0]/'],
  ['a bare zone id', 'http://[fe80::1%eth0]/'],
  ['an empty label', 'http://public..example/'],
  ['two trailing dots', 'http://public.example../'],
  ['a number too large for an address', 'http://4294967296/'],
  ['five numbers', 'http://1.2.3.4.5/'],
  ['a name too long for any host', `http://${'a.'.repeat(130)}example/`],
  ['a secret that is too long', `http://public.example/?secret=${'x'.repeat(3_000)}`],
] as const

/** What name servers answer, for a name that looks like any other. */
const ANSWERS: readonly (readonly [string, readonly string[], string])[] = [
  ...PRIVATE_IPV4.map(([what, address]) => [what, [address], 'fetch_refused_address'] as const),
  ...PRIVATE_IPV6.map(([what, address]) => [what, [address], 'fetch_refused_address'] as const),
  ['public, then private', ['93.184.215.14', '10.0.0.1'], 'fetch_refused_address'],
  ['private, then public', ['192.168.0.1', '93.184.215.14'], 'fetch_refused_address'],
  ['public IPv4 and loopback IPv6', ['93.184.215.14', '::1'], 'fetch_refused_address'],
  [
    'many public ones and a private one',
    [...Array<string>(40).fill('93.184.215.14'), '127.0.0.1'],
    'fetch_refused_address',
  ],
  ['link-local with a zone id', ['fe80::1%1'], 'fetch_refused_address'],
  ['public with a zone id', ['2606:2800:21f:cb07:6820:80da:af6b:8b2c%1'], 'fetch_refused_address'],
  ['a number', ['2130706433'], 'fetch_refused_address'],
  ['an octal number', ['0177.0.0.1'], 'fetch_refused_address'],
  ['another name', ['localhost'], 'fetch_refused_address'],
  ['an empty string', [''], 'fetch_refused_address'],
  ['nothing', [], 'fetch_unreachable'],
]

describe('an address is refused that', () => {
  test.each(PRIVATE_IPV4)('is %s: %s', async (_, address) => {
    expect(await codeOf(strictFetch(nobody), `http://${address}/`)).toBe('fetch_refused_address')
  })

  test.each(PRIVATE_IPV6)('is %s: %s', async (_, address) => {
    expect(await codeOf(strictFetch(nobody), `https://[${address}]/`)).toBe('fetch_refused_address')
  })

  test.each(DISGUISES)('is in disguise: %s', async (_, url) => {
    expect(await codeOf(strictFetch(nobody), url)).toBe('fetch_refused_address')
  })

  test.each(NOT_WEB)('is no web address: %s', async (_, url) => {
    expect(await codeOf(strictFetch(nobody), url)).toBe('fetch_bad_url')
  })

  test.each(ANSWERS)('resolves to %s', async (_, addresses, code) => {
    expect(
      await codeOf(
        strictFetch(async () => addresses),
        'https://public.example/',
      ),
    ).toBe(code)
  })

  test('has no name server that knows it', async () => {
    const fetch = strictFetch(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })))
    expect(await codeOf(fetch, 'https://public.example/')).toBe('fetch_unreachable')
  })

  test.each(['localhost', 'localhost.'])('is called %s', async (host) => {
    const clock = createTestClock('2026-11-22T08:00:00Z')
    const fetch = createSafeFetch({ clock, userAgent: 'MujazBot/test (tests)' })
    expect(await codeOf(fetch, `http://${host}:8080/`)).toBe('fetch_refused_address')
  })
})

// The other side of the fence: a guard that refuses everything would pass all of the above.
test.each([
  '1.1.1.1',
  '93.184.215.14',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '198.17.255.255',
  '223.255.255.254',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '2a00:1450:4001:830::200e',
])('the public address %s is allowed', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
