import { readFile } from 'node:fs/promises'

const TYPES: Readonly<Record<string, string | undefined>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** A file of the page; `name` is one plain name, its shape already checked by the route. */
export async function sandboxFile(name: string): Promise<Response> {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)]
  try {
    // They lie beside this module, in src/ as in dist/.
    const content = await readFile(new URL(`./sandbox/${name}`, import.meta.url))
    return new Response(content, {
      headers: { 'Content-Type': type ?? 'application/octet-stream', 'Cache-Control': 'no-cache' },
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return new Response('Not Found', { status: 404 })
    }
    throw error
  }
}
