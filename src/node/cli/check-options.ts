import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { parseSiteUrl } from '../../content/settings/site-url.ts'
import { UsageError } from './command-line.ts'

/** A whole number from the command line. Throws a UsageError where the text is none, or out of range. */
export function parseWholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new UsageError(`${option} cannot be ${text}. Give a whole number from ${least} to ${most}`)
  }
  return value
}

/** The address of a site from the command line, in its one form. Throws a UsageError where the text is none. */
export function parseUrlOption(option: string, text: string): string {
  const parsed = parseSiteUrl(text)
  if ('url' in parsed) return parsed.url
  throw new UsageError(`${option} ${text}: ${parsed.message}`)
}

/** Throws a UsageError where there is no such folder. */
export async function assertFolder(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined)
  if (!found?.isDirectory())
    throw new UsageError(`There is no folder ${directory}. Name one with --seeds DIR`)
}

/** Throws a UsageError where something listens on the port already. */
export async function assertFreePort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer()
      .once('error', () => reject(new UsageError(`Port ${port} is in use. Name another with --port N`)))
      .listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}
