import { isSettingsMap, type SettingsSource, type SyntaxProblem } from './settings-source.ts'
import { plainText } from './withholding/words-of.ts'

/** Settings whose keys are in lower case. */
export interface FoldedSettings {
  /** All names in lower case; places are those of the names as written. */
  readonly source: SettingsSource
  /** Names that differ only in case, so that it is unclear which one counts. */
  readonly problems: readonly SyntaxProblem[]
}

/** Folds a name: lower case, ordinary width, without invisible characters. */
function foldName(name: string): string {
  return plainText(name).trim().toLowerCase()
}

/** Folds the names of settings, in maps of any depth: `Draft`, `DRAFT`, `ｄｒａｆｔ` and `draft` are one key. */
export function foldKeys(source: SettingsSource): FoldedSettings {
  const problems: SyntaxProblem[] = []
  const fold = (value: unknown, above: readonly PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => fold(each, [...above, index]))
    if (!isSettingsMap(value)) return value
    const folded = new Map<string, unknown>()
    for (const [name, inner] of Object.entries(value)) {
      const key = foldName(name)
      const keys = [...above, name]
      if (folded.has(key)) {
        const position = source.locate(keys, 'name')
        const message = `"${name}" is there twice: keys know no case. Keep one of them.`
        problems.push({ severity: 'error', message, ...(position && { position }) })
      }
      folded.set(key, fold(inner, keys))
    }
    return Object.fromEntries(folded)
  }
  const data = fold(source.data, [])
  const spell = (keys: readonly PropertyKey[]) => asWritten(source.data, keys)
  const locate: SettingsSource['locate'] = (keys, part) => source.locate(spell(keys), part)
  return { source: { data: isSettingsMap(data) ? data : {}, locate, spell }, problems }
}

/** Whether folding changes any name. */
export function hasFoldedKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasFoldedKeys)
  if (!isSettingsMap(value)) return false
  return Object.entries(value).some(([name, inner]) => name !== foldName(name) || hasFoldedKeys(inner))
}

/** Returns keys with their original spelling. */
function asWritten(data: unknown, keys: readonly PropertyKey[]): readonly PropertyKey[] {
  let value = data
  return keys.map((key) => {
    if (Array.isArray(value)) value = value[Number(key)]
    else if (isSettingsMap(value)) {
      const name = Object.keys(value).find((each) => foldName(each) === String(key)) ?? key
      value = value[String(name)]
      return name
    } else value = undefined
    return key
  })
}
