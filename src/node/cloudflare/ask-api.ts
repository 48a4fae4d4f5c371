import { APIConnectionError, APIError } from 'cloudflare/error'
import { UsageError } from '../cli/command-line.ts'

/** The permissions that a token needs for publishing. */
const PERMISSIONS = 'Workers Scripts: Edit and Workers KV Storage: Edit'

/**
 * Waits for the answer of Cloudflare's API, retries included. `what` completes "Cannot": `list the packs`. Throws a
 * UsageError if the API cannot be reached, or refuses.
 */
export async function askApi<T>(what: string, asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (cause) {
    if (!(cause instanceof APIError)) throw cause
    throw new UsageError(`Cannot ${what}: ${renderApiError(cause)}`, { cause })
  }
}

/** Whether the API answered with 404. */
export function isNotFound(cause: unknown): boolean {
  return cause instanceof APIError && cause.status === 404
}

function renderApiError(error: APIError): string {
  if (error instanceof APIConnectionError)
    return 'Cloudflare cannot be reached. Try again when the network is back'
  const reasons = error.errors.map(({ code, message }) => (code ? `${message} (${code})` : message))
  const reason = [`Cloudflare answered ${error.status}`, ...reasons].join(', ')
  if (error.status === 401 || error.status === 403) return `${reason}. The token needs ${PERMISSIONS}`
  if (error.status === 429) return `${reason}. The day's writes may be used up: they begin anew at 0:00 UTC`
  return `${reason}. Try again; what is stored already is not stored twice`
}
