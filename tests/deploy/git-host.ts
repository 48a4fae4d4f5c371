import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A host of private repositories on this machine: git's own server, before which stands one token. */
export interface GitHost {
  readonly address: string
  /** The token that it takes, from the user `x-access-token`. */
  readonly token: string
  close(): Promise<void>
}

/** Starts one for the bare repositories in a folder. */
export async function startGitHost(folder: string): Promise<GitHost> {
  const token = 'a-token-for-git'
  const admitted = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const server = createServer((incoming, outgoing) => {
    if (incoming.headers.authorization === admitted) {
      answer(incoming, outgoing, folder).catch(() => outgoing.destroy())
      return
    }
    incoming.resume()
    outgoing.writeHead(401, { 'www-authenticate': 'Basic realm="Repositories"' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The host has no port')
  return {
    address: `http://127.0.0.1:${address.port}`,
    token,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Passes a request to `git http-backend`, which is a CGI program (RFC 3875). */
async function answer(incoming: IncomingMessage, outgoing: ServerResponse, folder: string): Promise<void> {
  const { method = 'GET', headers } = incoming
  const url = new URL(incoming.url ?? '/', 'http://host')
  const body = await buffer(incoming)
  const backend = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REQUEST_METHOD: method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      REMOTE_USER: 'x-access-token',
      REMOTE_ADDR: '127.0.0.1',
    },
  })
  backend.stdin.end(body)
  const said = await buffer(backend.stdout)
  const end = said.indexOf('\r\n\r\n')
  const fields = said
    .subarray(0, end)
    .toString()
    .split('\r\n')
    .map((line) => /^([^:]+): (.*)$/.exec(line))
    .flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]))
  const status = Number.parseInt(fields.find(([name]) => name === 'Status')?.[1] ?? '200', 10)
  for (const [name, value] of fields) if (name !== 'Status') outgoing.setHeader(name, value)
  outgoing.writeHead(status).end(said.subarray(end + 4))
}
