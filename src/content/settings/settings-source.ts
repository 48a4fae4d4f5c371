import type { Position } from '../source/position.ts'

/** Settings as a writer wrote them, before any schema has seen them. */
export interface SettingsSource {
  /** Texts, booleans, nulls, lists and maps. Numbers and dates are texts, as they were written. */
  readonly data: Readonly<Record<string, unknown>>
  /** Where in the file a setting lies: its name or its value, or the nearest thing around it that can be told. */
  readonly locate: (keys: readonly PropertyKey[], part: 'name' | 'value') => Position | undefined
  /** The names as their writer has spelled them, where `data` has them otherwise. */
  readonly spell?: (keys: readonly PropertyKey[]) => readonly PropertyKey[]
}

/** What is wrong with the syntax of settings, and where in the file. */
export interface SyntaxProblem {
  readonly severity: 'error' | 'stop' | 'warning'
  readonly message: string
  readonly position?: Position
}

/** The outcome of parsing the text of settings. */
export interface ParsedSettings {
  /** Absent where the syntax is so wrong that nothing can be told of what was meant. */
  readonly settings?: SettingsSource
  readonly problems: readonly SyntaxProblem[]
}

/** What a file without settings says. */
export const NO_SETTINGS: SettingsSource = { data: {}, locate: () => undefined }

/** Whether a parsed value is a map of settings: not a list, a text or nothing. */
export function isSettingsMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
