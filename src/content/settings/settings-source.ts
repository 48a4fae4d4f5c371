import { findControl, mapControls } from '../source/control-characters.ts'
import type { Position } from '../source/position.ts'

/** Settings as written, before a schema parses them. */
export interface SettingsSource {
  /** Texts, booleans, nulls, lists and maps. Numbers and dates are texts, as written. */
  readonly data: Readonly<Record<string, unknown>>
  /** Finds where the name or the value of a setting is in the file, or the nearest known place around it. */
  readonly locate: (keys: readonly PropertyKey[], part: 'name' | 'value') => Position | undefined
  /** Returns names with their original spelling, if it differs from that in `data`. */
  readonly spell?: (keys: readonly PropertyKey[]) => readonly PropertyKey[]
}

/** A syntax error in settings, with its place in the file. */
export interface SyntaxProblem {
  readonly severity: 'error' | 'stop' | 'warning'
  readonly message: string
  readonly position?: Position
}

/** The outcome of parsing the text of settings. */
export interface ParsedSettings {
  /** Absent if the syntax is so wrong that the text has no clear meaning. */
  readonly settings?: SettingsSource
  readonly problems: readonly SyntaxProblem[]
}

/** The settings of a file without front matter. */
export const NO_SETTINGS: SettingsSource = { data: {}, locate: () => undefined }

/** Whether a parsed value is a map of settings, not a list, a text or null. */
export function isSettingsMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Replaces the control characters in all texts of settings, names included, with the characters that readers see. Returns
 * the same settings if there is none.
 */
export function withShownTexts(source: SettingsSource): SettingsSource {
  const hasControl = findControl(JSON.stringify(source.data)) !== undefined
  return hasControl ? { ...source, data: mapTexts(source.data) } : source
}

function mapTexts(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [mapControls(name), mapValue(value)]))
}

function mapValue(value: unknown): unknown {
  if (typeof value === 'string') return mapControls(value)
  if (Array.isArray(value)) return value.map(mapValue)
  return isSettingsMap(value) ? mapTexts(value) : value
}
