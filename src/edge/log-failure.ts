import { PackUnavailable } from './release-reader.ts'

/** Logs a failure as one line of JSON: what failed and where, never who asked. */
export function logFailure(error: Error, path: string): void {
  const cause = error.cause instanceof Error ? error.cause.message : undefined
  const pack = error instanceof PackUnavailable ? error.pack : undefined
  console.error(
    JSON.stringify({ level: 'error', error: error.name, message: error.message, cause, pack, path }),
  )
}
