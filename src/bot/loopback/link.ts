export type CheckedLink = { readonly url: string } | { readonly error: string }

const HTTP = /^(https?):\/\/([^/?#]*)([^]*)$/i
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i

/**
 * Telegram's idea of a usable link: http, https, tg or ton; a host with a dot; the host in lower case and a slash
 * after a bare host.
 */
export function checkLink(raw: string): CheckedLink {
  const link = raw.trim()
  const scheme = SCHEME.exec(link)?.[1]?.toLowerCase()
  if (scheme === 'tg' || scheme === 'ton') return { url: scheme + link.slice(scheme.length) }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return { error: 'Unsupported URL protocol' }
  }
  const [, protocol = 'http', authority = '', rest = ''] =
    HTTP.exec(scheme === undefined ? `http://${link}` : link) ?? []
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
  const name = host.replace(/:\d{1,5}$/, '')
  if (name === '') return { error: 'URL host is empty' }
  if (!/^[^\s.:<>"']+(?:\.[^\s.:<>"']+)+$/.test(name)) return { error: 'Wrong HTTP URL' }
  if (/\s/.test(rest)) return { error: 'Wrong HTTP URL' }
  const user = authority.slice(0, authority.lastIndexOf('@') + 1)
  return { url: `${protocol.toLowerCase()}://${user}${host}${rest.startsWith('/') ? rest : `/${rest}`}` }
}
