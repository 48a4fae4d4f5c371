import { PackUnavailable } from './load-pack.ts'

/** Logs a failure as one line of JSON: the error and the path, but nothing about the client. */
export function logFailure(error: unknown, path: string): void {
  const known = error instanceof Error ? error : new Error(String(error))
  const cause = known.cause instanceof Error ? known.cause.message : undefined
  const pack = known instanceof PackUnavailable ? known.pack : undefined
  console.error(
    JSON.stringify({ level: 'error', error: known.name, message: known.message, cause, pack, path }),
  )
}
