import type { SettingTable } from './setting-row.ts'

/** The settings of a table that the digest has in another form. */
type CustomSetting<Table extends SettingTable> = {
  [Setting in keyof Table]: Table[Setting] extends { readonly told: 'custom' } ? Setting : never
}[keyof Table]

/**
 * What subscribers are told of, for a digest: the settings of a table in its order, which is part of what is hashed. A
 * setting that the table calls custom, and of which `custom` does not tell the form, does not compile.
 */
export function toldSettings<Table extends SettingTable>(
  table: Table,
  values: Readonly<Record<string, unknown>>,
  custom: Readonly<Record<CustomSetting<Table>, unknown>>,
): Readonly<Record<string, unknown>> {
  const forms = new Map<string, unknown>(Object.entries(custom))
  const told = Object.entries(table).filter(([, row]) => row.told !== false)
  return Object.fromEntries(
    told.map(([setting, row]) => [setting, row.told === 'custom' ? forms.get(setting) : values[setting]]),
  )
}
