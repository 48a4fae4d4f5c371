import { parse, TomlDate, TomlError } from 'smol-toml'
import type { Position } from '../position.ts'
import { isSettingsMap, type ParsedSettings, type SettingsSource } from './settings-source.ts'

/**
 * Parses settings in TOML 1.0, of which the first line is line `firstLine` of its file. Numbers and dates become
 * texts, so that a schema finds the same in TOML as in YAML.
 */
export function parseTomlSettings(source: string, firstLine: number): ParsedSettings {
  try {
    const data = textual(parse(source))
    return isSettingsMap(data)
      ? { settings: { data, locate: locator(source, firstLine) }, problems: [] }
      : { problems: [] }
  } catch (cause) {
    const [line, column] = cause instanceof TomlError ? [cause.line, cause.column] : [1, 1]
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'it is too complex'
    const message = `Cannot read the TOML: ${reason.replace(/^Invalid TOML document: /, '').replace(/\.$/, '')}.`
    return { problems: [{ severity: 'error', message, position: { line: line + firstLine - 1, column } }] }
  }
}

function textual(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(textual)
  if (isSettingsMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, textual(inner)]))
  return value
}

/** TOML's parser tells no places, so a setting is looked for by its name at the beginning of a line. */
function locator(source: string, firstLine: number): SettingsSource['locate'] {
  const places = new Map<string, { name: Position; value: Position }>()
  let table = ''
  for (const [index, text] of source.split('\n').entries()) {
    const header = /^\s*\[+\s*([^\]]*?)\s*\]/.exec(text)
    const setting = /^(\s*)([\w.\-"' ]*?)\s*=\s*/.exec(text)
    const name = header?.[1] ?? setting?.[2] ?? ''
    const path = (header ? '' : table) + name.replaceAll(/["'\s]/g, '')
    if (header) table = `${path}.`
    if (name === '' || places.has(path)) continue
    const line = index + firstLine
    places.set(path, {
      name: { line, column: (header ? text.indexOf('[') : (setting?.[1]?.length ?? 0)) + 1 },
      value: { line, column: (header ?? setting)?.[0].length ?? 0 },
    })
  }
  return (keys, part) => {
    for (let length = keys.length; length > 0; length -= 1) {
      const place = places.get(keys.slice(0, length).join('.'))
      if (place)
        return part === 'name' && length === keys.length
          ? place.name
          : { ...place.value, column: place.value.column + 1 }
    }
    return undefined
  }
}
