import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What IANA gives out to the public internet: every other IPv6 address is special, also where no list says how. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** Public by its number, but answered by the machine below this one: the metadata service of Azure. */
const CLOUD_SERVICES = new Set(['168.63.129.16'])

/**
 * Whether an IP address belongs to a host on the public internet. An allow-list: loopback, private, link-local, CGNAT,
 * multicast, reserved, documentation, and every IPv6 form that carries an IPv4 address (mapped, compatible, 6to4,
 * Teredo, NAT64) are refused, and so is whatever is no plain address at all, zone ids included.
 */
export function isPublicAddress(address: string): boolean {
  // The parser of ipaddr.js knows more spellings than the system that dials: what Node does not know is not asked.
  if (isIP(address) === 0 || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL_IPV6)
  return !CLOUD_SERVICES.has(parsed.toString())
}

/** Whether it is this very machine. */
export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && !address.includes('%') && ipaddr.parse(address).range() === 'loopback'
}

/** One spelling for each address, so that two of them can be compared. */
export function plainAddress(address: string): string {
  return isIP(address) === 0 ? address : ipaddr.process(address).toNormalizedString()
}
