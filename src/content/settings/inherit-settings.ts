import { isSettingsMap, type SettingsSource } from './settings-source.ts'

/**
 * Merges an article's settings with those that folders hand down. Its own settings win, and maps are merged. Inherited
 * settings have no place in the file.
 */
export function inheritSettings(
  source: SettingsSource,
  inherited: Readonly<Record<string, unknown>>,
): SettingsSource {
  if (Object.keys(inherited).length === 0) return source
  return { ...source, data: mergeSettings(inherited, source.data) }
}

/** Merges two maps of settings. The second one wins. */
export function mergeSettings(
  below: Readonly<Record<string, unknown>>,
  above: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const merged = Object.entries(above).map(([name, value]): [string, unknown] => {
    const other = below[name]
    // An empty value does not override an inherited one.
    if ((value === null || value === '') && other !== undefined) return [name, other]
    return [name, isSettingsMap(value) && isSettingsMap(other) ? mergeSettings(other, value) : value]
  })
  return { ...below, ...Object.fromEntries(merged) }
}
