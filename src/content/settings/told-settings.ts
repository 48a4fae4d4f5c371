import type { SettingTable } from './setting-row.ts'

/** The settings of a table that the digest hashes in a form of their own. */
type CustomSetting<Table extends SettingTable> = {
  [Setting in keyof Table]: Table[Setting] extends { readonly told: 'custom' } ? Setting : never
}[keyof Table]

/**
 * Returns the settings that the digest covers, in the table's order, which affects the hash. TypeScript requires a form
 * in `custom` for each setting that the table marks as custom.
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
