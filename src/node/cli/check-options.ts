import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { parseSiteUrl } from '../../content/settings/site-url.ts'
import { UsageError } from './command-line.ts'

/** Parses a whole number from the command line. Throws a UsageError if the text is not one, or out of range. */
export function parseWholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new UsageError(`${option} cannot be ${text}. Give a whole number from ${least} to ${most}`)
  }
  return value
}

/** Parses the address of a site from the command line, and normalizes it. Throws a UsageError if it is not valid. */
export function parseUrlOption(option: string, text: string): string {
  const parsed = parseSiteUrl(text)
  if ('url' in parsed) return parsed.url
  throw new UsageError(`${option} ${text}: ${parsed.message}`)
}

/** Throws a UsageError if there is no such folder. */
export async function assertFolder(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined)
  if (!found?.isDirectory())
    throw new UsageError(`There is no folder ${directory}. Name one with --seeds DIR`)
}

/** How many ports after the given one are tried. */
const PORTS_TO_TRY = 20

/** Throws a UsageError if the port is not free. The message names the next free port. */
export async function assertFreePort(port: number): Promise<void> {
  const refusal = await tryPort(port)
  if (refusal === undefined) return
  const reason = refusal === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${refusal})`
  for (let other = port + 1; other <= Math.min(port + PORTS_TO_TRY, 65_535); other++) {
    if ((await tryPort(other)) === undefined)
      throw new UsageError(`Port ${port} ${reason}. Free is --port ${other}`)
  }
  throw new UsageError(`Port ${port} ${reason}. Name another with --port N`)
}

/** Resolves to the reason why a port cannot be used, or to undefined. */
function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)))
  })
}
