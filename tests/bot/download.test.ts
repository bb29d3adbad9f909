import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Api } from 'grammy'
import { expect, onTestFinished, test } from 'vitest'
import { createDownload } from '../../src/bot/download.ts'

const TOKEN = '123456789:AAdownloadTestTokenThatOpensNothing000'
const api = (file: object) => ({ getFile: async () => file }) as unknown as Api

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a file is got from behind the token, at its own path', async () => {
  const asked: (string | undefined)[] = []
  const apiRoot = await serving(({ url }, response) => {
    asked.push(url)
    response.end('نص')
  })
  const download = createDownload(api({ file_path: 'documents/a b.txt' }), { apiRoot, token: TOKEN })
  expect(Buffer.from(await download('f')).toString()).toBe('نص')
  expect(asked).toEqual([`/file/bot${TOKEN}/documents/a%20b.txt`])
})

test('a file that is larger than was said is given up', async () => {
  const apiRoot = await serving((_, response) => {
    const pour = () => {
      while (response.write(Buffer.alloc(256 * 1024))) if (response.destroyed) return
      response.once('drain', pour)
    }
    pour()
  })
  const download = createDownload(api({ file_path: 'a', file_size: 10 }), { apiRoot, token: TOKEN })
  await expect(download('f')).rejects.toMatchObject({ code: 'document_too_large' })
  const told = createDownload(api({ file_path: 'a', file_size: 6_000_000 }), { apiRoot, token: TOKEN })
  await expect(told('f')).rejects.toMatchObject({ code: 'document_too_large' })
})

test.each<[string, RequestListener]>([
  ['an error', (_, response) => response.writeHead(404).end('gone')],
  ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['a broken connection', (request) => request.socket.destroy()],
])('%s is told without the token', async (_, listener) => {
  const apiRoot = await serving(listener)
  const download = createDownload(api({ file_path: 'a' }), { apiRoot, token: TOKEN })
  const error: unknown = await download('f').catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'file_unreadable' })
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(TOKEN)
})
