import { once } from 'node:events'
import { createServer as createHttp, type Server as HttpServer, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { CERTIFICATE, KEY } from './test-certificate.ts'

/** A server on 127.0.0.1 that lives as long as the test. */
export interface TestServer {
  readonly port: number
  /** Its address, by a name that only the tests' resolvers know. */
  readonly url: string
  /** Connections that were opened. */
  connections(): number
  /** Resolves when no connection is open any more. */
  quiet(): Promise<void>
}

/** A promise that a test opens itself. */
export function gate<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((open) => {
    resolve = open
  })
  return { promise, resolve }
}

/** Answers requests the ordinary way. */
export function serve(handle: RequestListener): Promise<TestServer> {
  return listening(createHttp(handle), 'http')
}

/** The same over https, with a certificate for news.example. */
export function serveSecurely(handle: RequestListener): Promise<TestServer> {
  return listening(createHttps({ cert: CERTIFICATE, key: KEY }, handle), 'https')
}

/** Speaks to each connection byte by byte, once its request is there. */
export function serveRaw(speak: (socket: Socket, request: string) => unknown): Promise<TestServer> {
  const server = createServer((socket) => {
    let request = ''
    socket.on('data', (chunk: Buffer) => {
      request += chunk.toString('latin1')
      if (request.endsWith('\r\n\r\n')) speak(socket, request)
    })
  })
  return listening(server, 'http')
}

/** Accepts connections and never says a word, not even of TLS. */
export function serveSilence(onConnection: () => void): Promise<TestServer> {
  const server = createServer((socket) => {
    // Unread, it would not even notice its end.
    socket.resume()
    onConnection()
  })
  return listening(server, 'https')
}

/** Writes the same bytes until the other side has had enough. */
export function writeForever(socket: Socket, bytes: Buffer | string): void {
  const more = () => {
    while (socket.writable && socket.write(bytes));
  }
  socket.on('drain', more)
  more()
}

async function listening(server: Server | HttpServer, scheme: 'http' | 'https'): Promise<TestServer> {
  const open = new Set<Socket>()
  let count = 0
  server.on('connection', (socket: Socket) => {
    count += 1
    open.add(socket)
    // Whoever refuses an answer hangs up in the middle of it.
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of open) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${scheme}://news.example:${port}`,
    connections: () => count,
    async quiet() {
      await Promise.all([...open].map((socket) => new Promise((closed) => socket.once('close', closed))))
    },
  }
}
