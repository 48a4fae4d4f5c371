/** Characters that may have a special meaning in YAML: controls, byte order marks, other line ends. */
const UNUSUAL = /[^\n\u0020-\u007e\u00a1-\u2027\u202a-\ufefe]/

/** `key: value` and `key:`, with a key that is a plain name. */
const LINE = /^(?<key>[A-Za-z_][\w-]{0,99}):(?: +(?<value>\S.*))?$/

/** First characters that make a value without quotes a text (YAML 1.2 §7.3.3). */
const PLAIN = /^[\p{L}\p{N}/(.]/u

const QUOTED = /^(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)')$/

/** The words of the core schema that are not texts (YAML 1.2 §10.3.2). Numbers stay texts here. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

/**
 * Reads YAML that has only lines of `key: plain text`, `key: "text"` and `key: [a, b]`, like most front matter, ten times as
 * fast as the parser. Returns the same values as the parser, or `undefined` if there is anything else or a mistake.
 */
export function readPlainYaml(source: string): Readonly<Record<string, unknown>> | undefined {
  if (UNUSUAL.test(source)) return undefined
  const values = new Map<string, unknown>()
  for (const line of source.split('\n')) {
    const { key, value } = LINE.exec(line)?.groups ?? {}
    if (key === undefined || values.has(key) || WORDS.has(key)) return undefined
    const read = value === undefined ? null : value.startsWith('[') ? readList(value) : readScalar(value)
    if (read === undefined) return undefined
    values.set(key, read)
  }
  return Object.fromEntries(values)
}

/** Reads a list whose items contain no comma. */
function readList(value: string): readonly unknown[] | undefined {
  const [, inner] = /^\[([^[\]{}]*)\]$/.exec(value) ?? []
  if (inner === undefined) return undefined
  if (inner.trim() === '') return []
  const items = inner.split(',').map((item) => readScalar(item.trim()))
  return items.includes(undefined) ? undefined : items
}

/** Reads a text with or without quotes, a boolean or a null. */
function readScalar(value: string): string | boolean | null | undefined {
  const { double, single } = QUOTED.exec(value)?.groups ?? {}
  const text = double ?? single
  if (text !== undefined) return text
  // A colon may start a value, and a number sign a comment. The parser drops spaces at the end.
  if (!PLAIN.test(value) || /: | #|[: ]$/.test(value)) return undefined
  return WORDS.has(value) ? WORDS.get(value) : value
}
