import type { Context, MiddlewareHandler } from 'hono'

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/**
 * Keeps other web pages out. A page elsewhere can make a browser call this server, either under a name of its own that
 * it points to 127.0.0.1 (seen in Host) or with a plain cross-site request (seen in Origin).
 */
export function guardRequests(options: { onlyLoopbackNames: boolean }): MiddlewareHandler {
  const refusal = (context: Context): Response | null => {
    const host = context.req.header('host') ?? new URL(context.req.url).host
    if (options.onlyLoopbackNames && !isLoopbackName(nameOf(host))) {
      return context.json({ error: 'host_refused' }, 421)
    }
    const reading = ['GET', 'HEAD'].includes(context.req.method)
    if (!reading && !isSameOrigin(context.req.header('origin'), context.req.header('sec-fetch-site'), host)) {
      return context.json({ error: 'origin_refused' }, 403)
    }
    return null
  }
  return async (context, next) => {
    const refused = refusal(context)
    if (refused === null) await next()
    else context.res = refused
    // Afterwards, because a handler may answer with a response of its own making.
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
  }
}

/** A name or address that never leaves this machine. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '::1' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '')
}

/** Programs send no Origin; browsers always send one with a cross-site POST. */
function isSameOrigin(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
  return site === undefined || site === 'same-origin' || site === 'none'
}
