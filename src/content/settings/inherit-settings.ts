import { isSettingsMap, type SettingsSource } from './settings-source.ts'

/**
 * Settings with what the folders around a file hand down to it: its own count before theirs, and maps are put together. Nothing
 * that is handed down has a place in the file.
 */
export function inheritSettings(
  source: SettingsSource,
  inherited: Readonly<Record<string, unknown>>,
): SettingsSource {
  if (Object.keys(inherited).length === 0) return source
  return { ...source, data: mergeSettings(inherited, source.data) }
}

/** Two maps of settings as one; the second counts where both say something. */
export function mergeSettings(
  below: Readonly<Record<string, unknown>>,
  above: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const merged = Object.entries(above).map(([name, value]): [string, unknown] => {
    const other = below[name]
    // What is left empty says nothing against what is handed down.
    if ((value === null || value === '') && other !== undefined) return [name, other]
    return [name, isSettingsMap(value) && isSettingsMap(other) ? mergeSettings(other, value) : value]
  })
  return { ...below, ...Object.fromEntries(merged) }
}
