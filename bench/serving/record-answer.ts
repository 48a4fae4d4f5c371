import { sendRequest } from '../../tests/support/raw-socket.ts'
import type { Recorded } from '../servers/plain-worker.ts'

/** Headers that the runtime adds. */
const NOT_THE_WORKERS = new Set(['content-length', 'connection', 'date', 'transfer-encoding'])

/** Sends a request, and records the raw answer. */
export async function recordAnswer(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Recorded> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const answer = await sendRequest(port, `GET ${path} HTTP/1.1`, lines)
  const own = [...answer.headers].filter(([name]) => !NOT_THE_WORKERS.has(name))
  return { path, status: answer.status, headers: Object.fromEntries(own), body: answer.body }
}
