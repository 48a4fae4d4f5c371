import type { SettingRow, SettingTable } from '../../src/content/settings/setting-row.ts'

/** A row with the name that a page shows for it. */
interface NamedRow {
  readonly name: string
  readonly row: SettingRow
}

/** The reference of a table's settings: one Markdown table of what each is, and one of its other names. */
export function renderSettings(table: SettingTable, kind: string): string {
  const rows = namedRows(table)
  const reference = rows.map(({ name, row }) => [
    code(name),
    row.is,
    row.type,
    withoutIt(row),
    code(row.example),
    row.change ?? (row.told === false ? 'Nothing.' : 'An update.'),
  ])
  const others = rows.map(({ name, row }) => [code(name), otherNames(name, row).map(code).join(' ')])
  return [
    renderTable(
      [kind, 'what it is', 'value', 'without it', 'example', 'what readers notice of a change'],
      reference,
    ),
    renderTable(
      [kind, 'also read as'],
      others.filter(([, names]) => names !== ''),
    ),
  ].join('\n')
}

/** All settings of a table, those within a map under its name: `feed.items`. */
export function namedRows(table: SettingTable, above = ''): readonly NamedRow[] {
  return Object.values(table).flatMap((row) => {
    const name = above + (row.shownAs ?? row.names[0])
    return row.inner === undefined ? [{ name, row }] : namedRows(row.inner, `${name}.`)
  })
}

function withoutIt({ default: value, otherwise = 'none' }: SettingRow): string {
  const isNothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return isNothing ? otherwise : code(String(value))
}

/** Keys know no case, so of two names that differ in nothing else one is enough. */
function otherNames(name: string, { names }: SettingRow): readonly string[] {
  const own = name.split(':')[0]?.split('.').at(-1)
  const spellings = new Map(names.toReversed().map((other) => [other.toLowerCase(), other]))
  return names.filter((other) => other !== own && spellings.get(other.toLowerCase()) === other)
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function code(text: string): string {
  return `\`${text}\``
}

/** A page with other text between the marks `<!-- name -->` and `<!-- /name -->`. Throws where it has not both, once. */
export function withPart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const [before, rest, ...more] = page.split(begin)
  const [, after, ...further] = (rest ?? '').split(end)
  if (before === undefined || after === undefined || more.length + further.length > 0) {
    throw new Error(`The page must have ${begin.trim()} and ${end} once`)
  }
  return `${before}${begin}\n${text}\n${end}${after}`
}
