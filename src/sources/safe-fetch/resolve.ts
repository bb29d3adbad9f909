import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { notReached, refusal } from './refusal.ts'
import { hostOf } from './web-address.ts'

/** Every address of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** All addresses are checked; as many are tried as there is time for. */
const MOST_DIALLED = 4

/** Asks the system, in its own order. */
export const systemResolve: Resolve = async (host) => {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

/**
 * The addresses to dial for a URL: resolved once, every one of them checked. One that is not allowed refuses the host,
 * because whoever mixes private answers among public ones is not to be trusted with the others.
 * @throws MujazError `fetch_refused_address`, or `fetch_unreachable` when the name has no address
 */
export async function addressesOf(
  url: URL,
  options: { resolve: Resolve; isAllowed: (address: string) => boolean },
): Promise<readonly string[]> {
  const host = hostOf(url)
  const addresses = isIP(host) === 0 ? await resolved(host, options.resolve) : [host]
  if (addresses.length === 0) throw refusal('fetch_unreachable', `${host} has no address.`)
  if (!addresses.every(options.isAllowed)) {
    throw refusal('fetch_refused_address', `${host} is not a host on the public internet.`)
  }
  return addresses.slice(0, MOST_DIALLED)
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host)
  } catch (error) {
    throw notReached(host, error)
  }
}
