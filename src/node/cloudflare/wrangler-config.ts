import { access, readFile } from 'node:fs/promises'
import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { UsageError } from '../cli/command-line.ts'
import { WRANGLER_TOML } from '../cli/project.ts'
import { BINDING, type BoundStorage, bindStorage, findBoundStorage, storageTables } from './bound-storage.ts'

/** What wrangler reads instead, where it is there. */
const OTHER_FILES = ['wrangler.json', 'wrangler.jsonc']

const environmentSchema = z.looseObject({
  name: z.string().optional(),
  account_id: z.string().optional(),
  build: z.looseObject({ command: z.string().optional(), cwd: z.string().optional() }).optional(),
  ...storageTables,
  route: z.unknown().optional(),
  routes: z.unknown().optional(),
})

const configSchema = environmentSchema.extend({
  name: z.string({ error: 'there is no name of the Worker. Write it as name = "my-feeds"' }),
  env: z.record(z.string(), environmentSchema).optional(),
})

type Environment = z.infer<typeof environmentSchema>
type WranglerConfig = z.infer<typeof configSchema>

/** What `wrangler.toml` says of one environment, so far as publishing needs to know it. */
export interface WorkerConfig {
  /** The environment of that name, or the one that has none. */
  readonly environment?: string
  readonly worker: string
  readonly accountId?: string
  readonly storage: BoundStorage
  readonly build: { readonly command: string; readonly cwd?: string }
  /** The whole of it, for wrangler to read. */
  readonly whole: WranglerConfig
}

/**
 * Reads `wrangler.toml` in the current folder: of the environment that is named, or else in CLOUDFLARE_ENV, as wrangler does.
 * Throws a UsageError where it cannot be read, has no such environment, or has one that would take over what is another's.
 */
export async function readWorkerConfig(named?: string): Promise<WorkerConfig> {
  return parseWorkerConfig(await readConfig(), named || process.env['CLOUDFLARE_ENV'] || undefined)
}

/** What the text of a `wrangler.toml` says of an environment. Throws a UsageError as `readWorkerConfig` does. */
export function parseWorkerConfig(text: string, environment: string | undefined): WorkerConfig {
  const whole = parseConfig(text)
  for (const [name, each] of Object.entries(whole.env ?? {})) assertApart(name, each, whole)
  return configOf(whole, environment)
}

/** What it says of each environment, the one without a name first. Throws a UsageError as `readWorkerConfig` does. */
export function allEnvironments({ whole }: WorkerConfig): readonly WorkerConfig[] {
  return [undefined, ...Object.keys(whole.env ?? {})].map((name) => configOf(whole, name))
}

/**
 * The configuration with which wrangler deploys a bundle that is built already, bound to a storage that is known: without
 * a build, which might make another bundle, and with the ids of account and storage. As JSON, which wrangler reads as well.
 */
export function renderDeployConfig(
  { environment, storage, whole }: WorkerConfig,
  accountId: string,
  storageId: string,
): string {
  const own = environment === undefined ? whole : whole.env?.[environment]
  const { build: _, ...rest } = { ...own }
  const bound = {
    ...rest,
    account_id: accountId,
    ...bindStorage(rest, storage, storageId),
  }
  if (environment === undefined) return JSON.stringify({ ...bound, env: undefined }, undefined, 2)
  const { build: __, ...inherited } = whole
  return JSON.stringify({ ...inherited, env: { [environment]: bound } }, undefined, 2)
}

function configOf(whole: WranglerConfig, environment: string | undefined): WorkerConfig {
  const own = environment === undefined ? whole : whole.env?.[environment]
  if (own === undefined) {
    throw new UsageError(
      `There is no environment ${environment} in ${WRANGLER_TOML}. Write it as [env.${environment}]`,
    )
  }
  const storage = findBoundStorage(own)
  if (storage === undefined) {
    const table = environment === undefined ? 'kv_namespaces' : `env.${environment}.kv_namespaces`
    throw new UsageError(
      `${WRANGLER_TOML} binds no ${BINDING}. Write it as [[${table}]] binding = "${BINDING}"`,
    )
  }
  const accountId = own.account_id ?? whole.account_id
  const { command = 'npm run build', cwd } = own.build ?? whole.build ?? {}
  return {
    ...(environment !== undefined && { environment }),
    worker: environment === undefined ? whole.name : (own.name ?? `${whole.name}-${environment}`),
    ...(accountId !== undefined && { accountId }),
    storage,
    build: { command, ...(cwd !== undefined && { cwd }) },
    whole,
  }
}

/** wrangler has an environment inherit what it does not say: the build of the live site, and its very domain. */
function assertApart(name: string, environment: Environment, whole: WranglerConfig): void {
  const command = environment.build?.command
  if (command === undefined || !` ${command} `.includes(` --env ${name} `)) {
    throw new UsageError(
      `The environment ${name} would be built as the live site is. Write below [env.${name}.build]: command = "npm run build -- --env ${name} --preview --url https://…"`,
    )
  }
  const hasOwn = environment.route !== undefined || environment.routes !== undefined
  if (!hasOwn && (whole.route !== undefined || whole.routes !== undefined)) {
    throw new UsageError(
      `The environment ${name} would take over the routes of the live site. Write below [env.${name}]: routes = [] and workers_dev = true`,
    )
  }
}

async function readConfig(): Promise<string> {
  for (const file of OTHER_FILES) {
    if (await isThere(file))
      throw new UsageError(`wrangler would read ${file}, and this reads ${WRANGLER_TOML}. Keep that alone`)
  }
  try {
    return await readFile(WRANGLER_TOML, 'utf8')
  } catch (cause) {
    throw new UsageError(`Cannot read ${WRANGLER_TOML}. Run this in the folder that has it`, { cause })
  }
}

function parseConfig(text: string): WranglerConfig {
  let raw: unknown
  try {
    raw = parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new UsageError(`${WRANGLER_TOML}:${cause.line}:${cause.column} ${cause.message.split('\n')[0]}`, {
      cause,
    })
  }
  const { success, data, error } = configSchema.safeParse(raw)
  if (success) return data
  const [issue] = error.issues
  throw new UsageError(`${WRANGLER_TOML}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
