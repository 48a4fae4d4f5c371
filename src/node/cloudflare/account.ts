import { Namespaces } from 'cloudflare/resources/kv/namespaces/namespaces'
import { BaseVersions } from 'cloudflare/resources/workers/beta/workers/versions'
import { BaseDeployments } from 'cloudflare/resources/workers/scripts/deployments'
import { BaseScriptAndVersionSettings } from 'cloudflare/resources/workers/scripts/script-and-version-settings'
import { BaseSubdomains } from 'cloudflare/resources/workers/subdomains'
import { createClient } from 'cloudflare/tree-shakable'
import { z } from 'zod'
import { UsageError } from '../cli/command-line.ts'
import { printError } from '../cli/print.ts'
import { askWrangler } from './run-wrangler.ts'

/** How often the client repeats a failed request. It waits longer each time, or as long as `Retry-After` says. */
const RETRIES = 6

/** Long enough for a batch of packs on a slow line. */
const TIMEOUT_MILLISECONDS = 180_000

/** The longest `Retry-After` that the client obeys. Cloudflare's limits on requests last five minutes. */
const MOST_PATIENT_SECONDS = 300

const RESOURCES = [
  Namespaces,
  BaseVersions,
  BaseDeployments,
  BaseScriptAndVersionSettings,
  BaseSubdomains,
] as const

const tokenSchema = z.union([
  z.object({ type: z.enum(['api_token', 'oauth']), token: z.string() }),
  z.object({ type: z.literal('api_key'), key: z.string(), email: z.string() }),
])

const whoSchema = z.object({ accounts: z.array(z.object({ id: z.string(), name: z.string() })) })

/** A Cloudflare account, and Cloudflare's own client for its API. */
export interface Account {
  readonly id: string
  readonly client: ReturnType<typeof connect>
}

/**
 * Opens the account to publish in, with wrangler's credentials. The account is `named`, or CLOUDFLARE_ACCOUNT_ID, or the
 * only one that the credentials can see. Throws a UsageError if wrangler has no credentials, or if they can see several
 * accounts.
 */
export async function openAccount(named: string | undefined): Promise<Account> {
  const credentials = await readCredentials()
  const id = named ?? (process.env['CLOUDFLARE_ACCOUNT_ID'] || (await readOnlyAccount()))
  return { id, client: connect(credentials) }
}

/** A token, or a key with the e-mail address of its user. */
export type Credentials = z.infer<typeof tokenSchema>

async function readCredentials(): Promise<Credentials> {
  const parsed = tokenSchema.safeParse(parseJson(await askWrangler(['auth', 'token', '--json'])))
  if (parsed.success) return parsed.data
  throw new UsageError('Not logged in. Run npx wrangler login, or set CLOUDFLARE_API_TOKEN')
}

async function readOnlyAccount(): Promise<string> {
  const who = parseJson(await askWrangler(['whoami', '--json']))
  const accounts = whoSchema.safeParse(who).data?.accounts ?? []
  const [first] = accounts
  if (first !== undefined && accounts.length === 1) return first.id
  const which = accounts.map(({ id, name }) => `${id} (${name})`).join(', ') || 'none that can be seen'
  throw new UsageError(
    `Cannot tell in which account to publish: ${which}. Write it in wrangler.toml as account_id = "…"`,
  )
}

/** Makes the client. It waits and asks again if Cloudflare is not ready. */
export function connect(credentials: Credentials) {
  return createClient({
    resources: RESOURCES,
    ...(credentials.type === 'api_key'
      ? { apiKey: credentials.key, apiEmail: credentials.email, apiToken: null }
      : { apiToken: credentials.token, apiKey: null, apiEmail: null }),
    baseURL: process.env['CLOUDFLARE_API_BASE_URL'] || undefined,
    maxRetries: RETRIES,
    timeout: TIMEOUT_MILLISECONDS,
    fetch: fetchPatiently,
    // The client's log would contain what it sends.
    logLevel: 'off',
  })
}

/**
 * Prints how long Cloudflare asks to wait. Stops the retries if that is longer than `MOST_PATIENT_SECONDS`, as for the
 * limit of a day.
 */
async function fetchPatiently(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  const seconds = Number(response.headers.get('Retry-After') ?? 0)
  if (response.status !== 429 || !(seconds > 0)) return response
  if (seconds <= MOST_PATIENT_SECONDS) {
    printError(`Cloudflare asks to wait for ${seconds} s`)
    return response
  }
  const headers = new Headers(response.headers)
  headers.set('x-should-retry', 'false')
  return new Response(response.body, { status: response.status, headers })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
