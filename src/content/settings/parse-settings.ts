import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { compareText } from '../../model/compare-text.ts'
import type { Problem } from '../../model/problem.ts'
import { legalLine } from '../source/legal-text.ts'
import type { Position } from '../source/position.ts'
import { quoteStart } from '../source/quote-start.ts'
import { SITE_PATH } from '../source/seed-kind.ts'
import { isSettingsMap, type SettingsSource } from './settings-source.ts'

/** The names under which the settings of a schema may be written. */
export interface KnownNames<Setting extends string> {
  /** The names of each setting, the preferred one first. A dot leads into a map: `taxonomies.tags`. */
  readonly names: Readonly<Record<Setting, readonly string[]>>
  /** Keys of other tools that we ignore. */
  readonly ignored?: ReadonlySet<string>
  /** Whether a value has another meaning under one of these names, such as Jekyll's `published: false`. */
  readonly isOther?: (setting: Setting, value: unknown) => boolean
}

/** Settings that a schema has parsed. */
export interface ReadSettings<Schema extends z.ZodObject> {
  /** The valid values. An invalid setting does not affect the others. */
  readonly values: z.output<Schema>
  /** Finds where a setting is written, or a value within it by further keys. Undefined if it is not written. */
  readonly locate: (setting: string, inner?: readonly PropertyKey[]) => Position | undefined
  /** Whether a setting is written, valid or not. */
  readonly isWritten: (setting: string) => boolean
  /** Whether a setting is written as an empty text, and nowhere with a value. */
  readonly isEmptied: (setting: string) => boolean
  readonly problems: readonly Problem[]
}

/**
 * Parses settings by a schema whose fields are all optional. Each invalid value becomes a problem at its place. A
 * setting that is null, or has no publishable character, counts as not set. A message of the schema says what was
 * expected and how to write it; a custom issue is the whole message.
 */
export function parseSettings<Schema extends z.ZodObject>(
  source: SettingsSource,
  schema: Schema,
  known: KnownNames<string & keyof Schema['shape']>,
  path: string,
): ReadSettings<Schema> {
  const written = new Map<string, { keys: readonly string[]; value: unknown }>()
  const emptied = new Set<string>()
  const problems: Problem[] = []
  const settings: readonly (string & keyof Schema['shape'])[] = Object.keys(known.names)
  for (const setting of settings) {
    for (const name of known.names[setting]) {
      // A fast path: nearly all of a hundred names are absent. Only names that lead into a map are split.
      const keys = name.includes('.') ? name.split('.') : [name]
      const value = valueAt(source.data, keys)
      if (typeof value === 'string' && isUnset(value)) emptied.add(setting)
      if (isUnset(value) || known.isOther?.(setting, value)) continue
      written.set(setting, { keys, value })
      break
    }
  }
  const locate = (setting: string, inner: readonly PropertyKey[] = []): Position | undefined =>
    source.locate(writtenKeys(source.data, [...(written.get(setting)?.keys ?? [setting]), ...inner]), 'value')

  const values = Object.fromEntries([...written].map(([setting, { value }]) => [setting, value]))
  const outcome = schema.safeParse(values)
  if (!outcome.success) {
    for (const issue of outcome.error.issues) {
      const [setting = '', ...inner] = issue.path
      const keys = writtenKeys(source.data, [...(written.get(String(setting))?.keys ?? []), ...inner])
      const found = describe(valueAt(source.data, keys))
      const message =
        issue.code === 'custom'
          ? issue.message
          : `Cannot read "${nameOf(source.spell?.(keys) ?? keys)}": found ${found}, ${issue.message}`
      problems.push({ severity: 'error', path, ...source.locate(keys, 'value'), message })
      delete values[String(setting)]
    }
  }
  const told = problems.concat(unknownNames(source, known, path))
  const isWritten = (setting: string) => written.has(setting)
  const isEmptied = (setting: string) => emptied.has(setting) && !written.has(setting)
  return {
    values: outcome.success ? outcome.data : schema.parse(values),
    locate,
    isWritten,
    isEmptied,
    problems: told,
  }
}

function unknownNames(source: SettingsSource, known: KnownNames<string>, path: string): Problem[] {
  const names = Object.values(known.names).flat()
  const best = Object.values(known.names).flatMap(([name]) => name ?? [])
  return Object.keys(source.data)
    .filter(
      (name) =>
        !known.ignored?.has(name) && !names.some((path) => path === name || path.startsWith(`${name}.`)),
    )
    .map((name) => {
      const meant = guessKey(name, best) ?? guessKey(name, names)
      const mend = meant ? `Did you mean "${meant}"?` : 'It is passed over.'
      const kind = path === SITE_PATH ? 'setting' : 'key'
      const spelled = String(source.spell?.([name])[0] ?? name)
      const message = `There is no ${kind} "${spelled}". ${mend}`
      return { severity: 'warning', path, ...source.locate([name], 'name'), message }
    })
}

function valueAt(data: unknown, keys: readonly PropertyKey[]): unknown {
  let value = data
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)]
    else value = isSettingsMap(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined
  }
  return value
}

/** Drops the index of an item if no list is written there: a single value is read as a list of one. */
function writtenKeys(data: unknown, keys: readonly PropertyKey[]): readonly PropertyKey[] {
  return keys.filter(
    (key, index) => typeof key !== 'number' || Array.isArray(valueAt(data, keys.slice(0, index))),
  )
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && legalLine(value) === '')
}

/** Renders keys like `authors[1].email`. */
function nameOf(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('')
}

/** The longest text that a message quotes whole. */
const LONGEST_QUOTE = 60

function describe(value: unknown): string {
  if (typeof value === 'string') return `"${quoteStart(value, LONGEST_QUOTE)}"`
  if (Array.isArray(value)) return 'a list'
  return isSettingsMap(value) ? 'a map' : value === undefined || value === null ? 'nothing' : String(value)
}

/** Swapping two letters is the commonest mistake, and counts as two changes. */
const FARTHEST = 2

/** Guesses the name that a mistyped one was meant to be: `tilte` → `title`. Undefined if none is near enough. */
export function guessKey(written: string, known: Iterable<string>): string | undefined {
  const name = written.toLowerCase()
  const farthest = Math.min(FARTHEST, Math.floor(name.length / 2))
  const near = [...known]
    .map((key) => ({ key, changes: distance(name, key.toLowerCase()) }))
    .filter(({ changes }) => changes <= farthest)
  near.sort((a, b) => a.changes - b.changes || compareText(a.key, b.key))
  return near[0]?.key
}
