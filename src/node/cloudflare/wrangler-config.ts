import { access, readFile } from 'node:fs/promises'
import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { UsageError } from '../cli/command-line.ts'
import { WRANGLER_TOML } from '../cli/project.ts'
import { BINDING, type BoundStorage, bindStorage, findBoundStorage, storageTables } from './bound-storage.ts'

/** If one of these files exists, wrangler reads it instead of wrangler.toml. */
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

/** What publishing needs to know of one environment in `wrangler.toml`. */
export interface WorkerConfig {
  /** The name of the environment. The main one has none. */
  readonly environment?: string
  readonly worker: string
  readonly accountId?: string
  readonly storage: BoundStorage
  readonly build: { readonly command: string; readonly cwd?: string }
  /** The whole file, from which wrangler's own configuration is rendered. */
  readonly whole: WranglerConfig
}

/**
 * Reads `wrangler.toml` in the current folder. The environment is `named`, or else CLOUDFLARE_ENV, as wrangler has it.
 * Throws a UsageError if the file cannot be read, if it has no such environment, or if an environment would take over the
 * live site.
 */
export async function readWorkerConfig(named?: string): Promise<WorkerConfig> {
  return parseWorkerConfig(await readConfig(), named || process.env['CLOUDFLARE_ENV'] || undefined)
}

/** Parses the text of a `wrangler.toml` for one environment. Throws a UsageError as `readWorkerConfig` does. */
export function parseWorkerConfig(text: string, environment: string | undefined): WorkerConfig {
  const whole = parseConfig(text)
  for (const [name, each] of Object.entries(whole.env ?? {})) assertApart(name, each, whole)
  return configOf(whole, environment)
}

/** The configurations of all environments, the main one first. Throws a UsageError as `readWorkerConfig` does. */
export function allEnvironments({ whole }: WorkerConfig): readonly WorkerConfig[] {
  return [undefined, ...Object.keys(whole.env ?? {})].map((name) => configOf(whole, name))
}

/**
 * Renders the configuration with which wrangler deploys a finished bundle: with the ids of account and storage, and without
 * the build command, which might make another bundle. It is JSON, which wrangler reads too.
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

/** An environment inherits what it does not state. It would inherit the build and the domain of the live site. */
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
