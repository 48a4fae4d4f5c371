import { Namespaces } from 'cloudflare/resources/kv/namespaces/namespaces'
import { BaseVersions } from 'cloudflare/resources/workers/beta/workers/versions'
import { BaseDeployments } from 'cloudflare/resources/workers/scripts/deployments'
import { BaseScriptAndVersionSettings } from 'cloudflare/resources/workers/scripts/script-and-version-settings'
import { BaseSubdomains } from 'cloudflare/resources/workers/subdomains'
import { createClient } from 'cloudflare/tree-shakable'
import { z } from 'zod'
import { UsageError } from '../command-line.ts'
import { askWrangler } from './run-wrangler.ts'

/** How often the client asks again where it is told to wait or is not answered; it waits ever longer, or as long as it is told. */
const RETRIES = 6

/** A batch of packs goes through a slow line within this. */
const TIMEOUT_MILLISECONDS = 180_000

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

/** One account of Cloudflare's, and its API as Cloudflare's own client speaks it. */
export interface Account {
  readonly id: string
  readonly client: ReturnType<typeof connect>
}

/**
 * The account to publish in: the one that is named, or the only one there is. It is entered with the credentials that
 * wrangler has. Throws a UsageError where wrangler has none, or they belong to several accounts.
 */
export async function openAccount(named: string | undefined): Promise<Account> {
  const credentials = await readCredentials()
  const id = named ?? process.env['CLOUDFLARE_ACCOUNT_ID'] ?? (await readOnlyAccount())
  return { id, client: connect(credentials) }
}

type Credentials = z.infer<typeof tokenSchema>

async function readCredentials(): Promise<Credentials> {
  const { status, stdout } = await askWrangler(['auth', 'token', '--json'])
  const parsed = status === 0 ? tokenSchema.safeParse(parseJson(stdout)) : undefined
  if (parsed?.success) return parsed.data
  throw new UsageError('Not logged in. Run npx wrangler login, or set CLOUDFLARE_API_TOKEN')
}

async function readOnlyAccount(): Promise<string> {
  const { stdout } = await askWrangler(['whoami', '--json'])
  const accounts = whoSchema.safeParse(parseJson(stdout)).data?.accounts ?? []
  const [first] = accounts
  if (first !== undefined && accounts.length === 1) return first.id
  const which = accounts.map(({ id, name }) => `${id} (${name})`).join(', ') || 'none that can be seen'
  throw new UsageError(
    `Cannot tell in which account to publish: ${which}. Write it in wrangler.toml as account_id = "…"`,
  )
}

function connect(credentials: Credentials) {
  return createClient({
    resources: RESOURCES,
    ...(credentials.type === 'api_key'
      ? { apiKey: credentials.key, apiEmail: credentials.email, apiToken: null }
      : { apiToken: credentials.token, apiKey: null, apiEmail: null }),
    baseURL: process.env['CLOUDFLARE_API_BASE_URL'],
    maxRetries: RETRIES,
    timeout: TIMEOUT_MILLISECONDS,
    // It would log what is sent.
    logLevel: 'off',
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
