import { parse, TomlDate, TomlError } from 'smol-toml'
import type { Position } from '../source/position.ts'
import { tellTooMuch } from './bound-settings.ts'
import { isSettingsMap, type ParsedSettings, type SettingsSource } from './settings-source.ts'

/**
 * Parses settings in TOML 1.0. `firstLine` is the line of the file on which `source` begins. Numbers and dates become
 * texts, so that a schema gets the same values from TOML and YAML.
 */
export function parseTomlSettings(source: string, firstLine: number): ParsedSettings {
  const tooMuch = tellTooMuch(source)
  if (tooMuch !== undefined) {
    return { problems: [{ severity: 'error', message: tooMuch, position: { line: firstLine, column: 1 } }] }
  }
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

/** The TOML parser gives no places, so a setting is found by its name at the beginning of a line. */
function locator(source: string, firstLine: number): SettingsSource['locate'] {
  const places = new Map<string, { name: Position; value: Position }>()
  let table = ''
  for (const [index, text] of source.split('\n').entries()) {
    const { name, isTable, start, end } = nameIn(text)
    const path = (isTable ? '' : table) + name.replaceAll(/["'\s]/g, '')
    if (isTable) table = `${path}.`
    if (name === '' || places.has(path)) continue
    const line = index + firstLine
    places.set(path, { name: { line, column: start + 1 }, value: { line, column: end } })
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

/** The table or setting that a line names (empty if none), its offset, and the offset of the value. */
interface NamedLine {
  readonly name: string
  readonly isTable: boolean
  readonly start: number
  readonly end: number
}

/** A loop, because a regex would be tried at each space of a long run before or after the name, at quadratic cost. */
function nameIn(text: string): NamedLine {
  const start = text.length - text.trimStart().length
  if (text[start] === '[') {
    const inner = start + (/^\[+/.exec(text.slice(start))?.[0].length ?? 0)
    const close = text.indexOf(']', inner)
    if (close === -1) return { name: '', isTable: false, start, end: 0 }
    return { name: text.slice(inner, close).trim(), isTable: true, start, end: close + 1 }
  }
  const sign = text.indexOf('=')
  const name = text.slice(start, Math.max(start, sign)).trimEnd()
  if (sign === -1 || !/^[\w.\-"' ]*$/.test(name)) return { name: '', isTable: false, start, end: 0 }
  return { name, isTable: false, start, end: text.length - text.slice(sign + 1).trimStart().length }
}
