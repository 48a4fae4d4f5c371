import { z } from 'zod'
import { STORAGE_KINDS, type StorageKind } from './pack-storages.ts'

/** The binding under which the Worker finds its packs. */
export const BINDING = 'PACKS'

/** What a Worker finds its packs in. */
export interface BoundStorage {
  readonly kind: StorageKind
  /** Its table in `wrangler.toml`. */
  readonly table: string
  /** Which one it is, where it is written down rather than found. */
  readonly id?: string
}

/** What one environment of `wrangler.toml` says. */
type Tables = Readonly<Record<string, unknown>>

/** Each table that may bind the packs. */
export const storageTables: z.ZodRawShape = Object.fromEntries(
  Object.entries(STORAGE_KINDS).map(([table, { idKey }]) => [
    table,
    z.array(z.looseObject({ binding: z.string(), [idKey]: z.string().optional() })).optional(),
  ]),
)

const bindingsSchema = z.array(z.looseObject({ binding: z.string() })).default([])

/** The storage that an environment binds, whose tables are as `storageTables` has them; nothing where it binds none. */
export function findBoundStorage(own: Tables): BoundStorage | undefined {
  for (const [table, kind] of Object.entries(STORAGE_KINDS)) {
    const bound = bindingsIn(own, table).find(({ binding }) => binding === BINDING)
    if (bound === undefined) continue
    const id = bound[kind.idKey]
    return { kind, table, ...(typeof id === 'string' && { id }) }
  }
  return undefined
}

/** The table of the storage, where the binding of the packs names which one it is. */
export function bindStorage(own: Tables, { table, kind }: BoundStorage, id: string): Tables {
  const bindings = bindingsIn(own, table).map((each) =>
    each.binding === BINDING ? { ...each, [kind.idKey]: id } : each,
  )
  return { [table]: bindings }
}

function bindingsIn(own: Tables, table: string): z.infer<typeof bindingsSchema> {
  return bindingsSchema.parse(own[table])
}
