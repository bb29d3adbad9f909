import { connect, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { buildConnector } from 'undici'
import { plainAddress } from './public-address.ts'
import { refusal } from './refusal.ts'

/** Node gives an address a quarter of a second before it tries the next, which is not enough around the world. */
const NEXT_ADDRESS = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 1_500 }

/**
 * How undici gets a socket: it dials the addresses that were checked and no other. The name is never resolved again,
 * so it does not matter what the name server says by now. The socket is closed when the signal aborts.
 * @param ca certificates to trust instead of the system's; tests only
 */
export function createDial(options: {
  addresses: readonly string[]
  signal: AbortSignal
  ca?: string | undefined
}): buildConnector.connector {
  const { addresses, signal, ca } = options
  const checked = new Set(addresses.map(plainAddress))
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_, asked, answer) => {
    const [first] = all
    if (asked.all === true) answer(null, all)
    else answer(null, first?.address ?? '', first?.family)
  }
  return ({ hostname, protocol, port }, callback) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    const secure = protocol === 'https:'
    const target = { host, port: Number(port) || (secure ? 443 : 80), lookup, ...NEXT_ADDRESS }
    const socket: Socket = secure
      ? connectTls({
          ...target,
          ...(ca === undefined ? {} : { ca }),
          // A bare address is no server name (RFC 6066); the certificate is then checked against the address.
          ...(isIP(host) === 0 ? { servername: host } : {}),
          ALPNProtocols: ['http/1.1'],
          // Said aloud, because an environment variable could say otherwise.
          rejectUnauthorized: true,
        })
      : connect(target)
    const onAbort = () => socket.destroy()
    signal.addEventListener('abort', onAbort, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', onAbort))
    socket.setNoDelay(true)
    let answered = false
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      if (answered) return
      answered = true
      const reached = socket.remoteAddress
      if (reached !== undefined && checked.has(plainAddress(reached))) return callback(null, socket)
      socket.destroy()
      callback(refusal('fetch_refused_address', `${host} was reached at an address nobody checked.`), null)
    })
    // Stays for good: an error after the connection is undici's to tell, but must not end the process either way.
    socket.on('error', (error) => {
      if (answered) return
      answered = true
      callback(error, null)
    })
    socket.once('close', () => {
      if (answered) return
      answered = true
      callback(new Error('The connection was closed.'), null)
    })
  }
}
