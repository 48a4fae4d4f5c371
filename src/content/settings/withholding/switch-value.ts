/** Words for true and false, in both versions of YAML and in the languages of the tools. */
const ON: ReadonlySet<string> = new Set([
  ...['true', 'yes', 'y', 'on', '1', 'si', 'sì', 'ja', 'oui', 'sim'],
  ...['✓', '✔', '✅', '☑', '☒'],
])
const OFF: ReadonlySet<string> = new Set([
  'false',
  'no',
  'n',
  'off',
  '0',
  'none',
  'null',
  '',
  'nein',
  'non',
  'não',
  'never',
  '☐',
])

/** Parses a boolean. `undefined` if the value is not one. */
export function switchValue(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === null || value === undefined) return false
  if (typeof value !== 'string') return undefined
  const text = value.trim().toLowerCase()
  if (ON.has(text)) return true
  return OFF.has(text) ? false : undefined
}
