import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** What each room may import: rooms, single files of rooms, and packages. The table of docs/architecture.md is the data. */
const MAY_IMPORT = readImportTable(readFileSync(join(import.meta.dirname, '../docs/architecture.md'), 'utf8'))

function readImportTable(page: string): ReadonlyMap<string, readonly string[]> {
  const section = page.split(/^## /m).find((part) => part.startsWith('What may import what')) ?? ''
  const rows = [...section.matchAll(/^\| `([^`]+)` \|([^|]*)\|([^|]*)\|$/gm)]
  return new Map(
    rows.map(([, room = '', ours = '', packages = '']) => [
      room,
      [...`${ours} ${packages}`.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    ]),
  )
}

interface Import {
  readonly from: string
  readonly room: string
  /** The room and the file within it, for what is ours; a package for what is not. */
  readonly targets: readonly string[]
}

function importsOf(path: string): readonly Import[] {
  const from = relative(SRC, path).split(sep).join('/')
  const source = readFileSync(path, 'utf8')
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier = '']) => {
    if (!specifier.startsWith('.')) return { from, room: roomOf(from), targets: [specifier] }
    const file = relative(SRC, join(path, '..', specifier))
      .split(sep)
      .join('/')
    return { from, room: roomOf(from), targets: [roomOf(file), file] }
  })
}

function roomOf(path: string): string {
  const [first = '', second] = path.split('/')
  return first === '..' ? (second ?? '') : first
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => path.split(sep).join('/'))
const imports = sources.flatMap((path) => importsOf(join(SRC, path)))

describe('architecture', () => {
  it('has a row in the table of imports for every room, and no other', () => {
    expect([...MAY_IMPORT.keys()].sort()).toEqual([...new Set(sources.map(roomOf))].sort())
  })

  it('lets each room import only what its row allows', () => {
    const forbidden = imports.filter(
      ({ room, targets }) => !targets.some((target) => MAY_IMPORT.get(room)?.includes(target)),
    )
    expect(forbidden).toEqual([])
  })

  it('allows nothing that no file needs', () => {
    const needed = new Set(
      imports.flatMap(({ room, targets }) => targets.map((target) => `${room} ${target}`)),
    )
    const allowed = [...MAY_IMPORT].flatMap(([room, names]) => names.map((name) => `${room} ${name}`))
    expect(allowed.filter((pair) => !needed.has(pair))).toEqual([])
  })

  it('looks at the clock, the locale and chance nowhere but at the edge', () => {
    const impure = sources
      .filter((path) => !path.startsWith('edge/'))
      .filter((path) =>
        /Date\.now\(|new Date\(\)|Math\.random|\.toLocale|localeCompare|Temporal\.Now/.test(
          readFileSync(join(SRC, path), 'utf8'),
        ),
      )
    expect(impure).toEqual([])
  })
})
