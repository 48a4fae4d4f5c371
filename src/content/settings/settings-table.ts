import { z } from 'zod'
import type { SettingRow, SettingTable } from './setting-row.ts'

type SchemaOf<Row extends SettingRow> = Row['schema'] extends (timezone: string) => infer Made
  ? Extract<Made, z.ZodType>
  : Extract<Row['schema'], z.ZodType>

/** A default of a wrong type turns the field into a symbol type. Nothing can use it, so TypeScript reports the mistake. */
type FieldOf<Row extends SettingRow> = Row extends { readonly default: unknown }
  ? Row extends { readonly default: z.output<SchemaOf<Row>> }
    ? z.ZodDefault<SchemaOf<Row>>
    : z.ZodSymbol
  : z.ZodOptional<SchemaOf<Row>>

/** The schema of a map in which each setting of a table is optional. */
export type TableSchema<Table extends SettingTable> = z.ZodObject<{
  [Setting in keyof Table]: FieldOf<Table[Setting]>
}>

/** Makes the schema of a table's settings, for a site with a time zone. */
export function schemaOf<Table extends SettingTable>(table: Table, timezone: string): TableSchema<Table>
export function schemaOf(table: SettingTable, timezone: string): z.ZodObject {
  const fields = Object.entries(table).map(([setting, row]) => {
    const schema = typeof row.schema === 'function' ? row.schema(timezone) : row.schema
    return [setting, row.default === undefined ? schema.optional() : schema.default(row.default)] as const
  })
  return z.object(Object.fromEntries(fields))
}

/** Returns the names of each setting of a table, spelled by `spell`; unchanged by default. */
export function namesOf<Setting extends string>(
  table: Readonly<Record<Setting, SettingRow>>,
  spell?: (name: string) => string,
): Readonly<Record<Setting, readonly string[]>>
export function namesOf(
  table: SettingTable,
  spell: (name: string) => string = (name) => name,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(table).map(([setting, { names }]) => [setting, [...new Set(names.map(spell))]]),
  )
}
