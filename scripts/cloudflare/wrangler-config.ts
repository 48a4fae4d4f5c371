import { readFile } from 'node:fs/promises'
import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { UsageError } from '../command-line.ts'

/** The binding under which the Worker finds its packs. */
const BINDING = 'PACKS'

const WRANGLER_TOML = 'wrangler.toml'

const environmentSchema = z.looseObject({
  name: z.string().optional(),
  account_id: z.string().optional(),
  build: z.looseObject({ command: z.string().optional() }).optional(),
  kv_namespaces: z.array(z.looseObject({ binding: z.string(), id: z.string().optional() })).optional(),
})

const configSchema = environmentSchema.extend({
  name: z.string({ error: 'there is no name of the Worker. Write it as name = "my-feeds"' }),
  env: z.record(z.string(), environmentSchema).optional(),
})

type WranglerConfig = z.infer<typeof configSchema>

/** What `wrangler.toml` says of one environment, so far as publishing needs to know it. */
export interface WorkerConfig {
  /** The environment of that name, or the one that has none. */
  readonly environment?: string
  readonly worker: string
  readonly accountId?: string
  /** The namespace of the packs, where it is written down rather than found. */
  readonly namespaceId?: string
  readonly buildCommand: string
  /** The whole of it, for wrangler to read. */
  readonly whole: WranglerConfig
}

/** Reads `wrangler.toml` in the current folder. Throws a UsageError where it cannot be read, or has no such environment. */
export async function readWorkerConfig(environment?: string): Promise<WorkerConfig> {
  const whole = parseConfig(await readConfig())
  const own = environment === undefined ? whole : whole.env?.[environment]
  if (own === undefined) {
    throw new UsageError(
      `There is no environment ${environment} in ${WRANGLER_TOML}. Write it as [env.${environment}]`,
    )
  }
  const binding = own.kv_namespaces?.find(({ binding }) => binding === BINDING)
  if (binding === undefined) {
    const table = environment === undefined ? 'kv_namespaces' : `env.${environment}.kv_namespaces`
    throw new UsageError(
      `${WRANGLER_TOML} binds no ${BINDING}. Write it as [[${table}]] binding = "${BINDING}"`,
    )
  }
  const accountId = own.account_id ?? whole.account_id
  return {
    ...(environment !== undefined && { environment }),
    worker: environment === undefined ? whole.name : (own.name ?? `${whole.name}-${environment}`),
    ...(accountId !== undefined && { accountId }),
    ...(binding.id !== undefined && { namespaceId: binding.id }),
    buildCommand: own.build?.command ?? whole.build?.command ?? 'npm run build',
    whole,
  }
}

/**
 * The configuration with which wrangler deploys a bundle that is built already to a namespace that is known: without a
 * build, which might make another bundle, and with the namespace's id. As JSON, which wrangler reads as well.
 */
export function renderDeployConfig({ environment, whole }: WorkerConfig, namespaceId: string): string {
  const own = environment === undefined ? whole : whole.env?.[environment]
  const { build: _, ...rest } = { ...own }
  const bound = {
    ...rest,
    kv_namespaces: own?.kv_namespaces?.map((each) =>
      each.binding === BINDING ? { ...each, id: namespaceId } : each,
    ),
  }
  if (environment === undefined) return JSON.stringify({ ...bound, env: undefined }, undefined, 2)
  const { build: __, ...inherited } = whole
  return JSON.stringify({ ...inherited, env: { [environment]: bound } }, undefined, 2)
}

async function readConfig(): Promise<string> {
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
