import { z } from 'zod'
import { STORAGE_KINDS, type StorageKind } from './pack-storages.ts'

/** The binding under which the Worker finds its packs. */
export const BINDING = 'PACKS'

/** The storage that a Worker reads its packs from. */
export interface BoundStorage {
  readonly kind: StorageKind
  /** Its table in `wrangler.toml`. */
  readonly table: string
  /** The id of the storage, if wrangler.toml states it. Otherwise it must be looked up. */
  readonly id?: string
}

/** The tables of one environment in `wrangler.toml`. */
type Tables = Readonly<Record<string, unknown>>

/** The schema of each table that may bind the packs. */
export const storageTables: z.ZodRawShape = Object.fromEntries(
  Object.entries(STORAGE_KINDS).map(([table, { idKey }]) => [
    table,
    z.array(z.looseObject({ binding: z.string(), [idKey]: z.string().optional() })).optional(),
  ]),
)

const bindingsSchema = z.array(z.looseObject({ binding: z.string() })).default([])

/**
 * Finds the storage that an environment binds as `BINDING`. `own` must have been checked by `storageTables`. Gives
 * undefined if the environment binds none.
 */
export function findBoundStorage(own: Tables): BoundStorage | undefined {
  for (const [table, kind] of Object.entries(STORAGE_KINDS)) {
    const bound = bindingsIn(own, table).find(({ binding }) => binding === BINDING)
    if (bound === undefined) continue
    const id = bound[kind.idKey]
    return { kind, table, ...(typeof id === 'string' && { id }) }
  }
  return undefined
}

/** Renders the table of the storage, with the storage's id in the binding of the packs. */
export function bindStorage(own: Tables, { table, kind }: BoundStorage, id: string): Tables {
  const bindings = bindingsIn(own, table).map((each) =>
    each.binding === BINDING ? { ...each, [kind.idKey]: id } : each,
  )
  return { [table]: bindings }
}

function bindingsIn(own: Tables, table: string): z.infer<typeof bindingsSchema> {
  return bindingsSchema.parse(own[table])
}
