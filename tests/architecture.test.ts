import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeIn, tableUnder } from './support/markdown-table.ts'

const ROOT = join(import.meta.dirname, '..')

/** Lines: what is longer holds more than one idea. */
const MOST_LINES = 250

/** Lines of a command: it reads its options, calls one function and sets the exit code. */
const MOST_COMMAND_LINES = 80

/** What a room may import: other rooms, or single files of them; and packages. */
interface Row {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
}

/** The table of docs/architecture.md: from the top of the house to its bottom. */
const TABLE = readTable(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'))
const ROOMS = [...TABLE.keys()]

function readTable(page: string): ReadonlyMap<string, Row> {
  return new Map(
    tableUnder(page, '| room | of ours | packages |').map(([room, rooms, packages]) => [
      codeIn(room)[0] ?? '',
      { rooms: codeIn(rooms), packages: codeIn(packages) },
    ]),
  )
}

const SOURCES = new Map(
  ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .map((path): [string, string] => {
        const name = posix.join(folder, path.split(sep).join('/'))
        return [name, readFileSync(join(ROOT, name), 'utf8')]
      }),
  ),
)

/** The innermost room that a file is in. */
function roomOf(path: string): string {
  const rooms = ROOMS.filter((room) => path.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? ''
}

interface Import {
  readonly from: string
  /** A file of ours, or a package. */
  readonly target: string
  readonly isOurs: boolean
}

/** Imports of values and of types, static and dynamic. */
const IMPORT = /(?:^|[\s;}])(?:from|import)\s*\(?\s*'([^'\n]+)'/g

const IMPORTS: readonly Import[] = [...SOURCES].flatMap(([from, source]) =>
  [...source.matchAll(IMPORT)].map(([, written = '']) =>
    written.startsWith('.')
      ? { from, target: posix.join(posix.dirname(from), written), isOurs: true }
      : { from, target: written.startsWith('node:') ? 'node:' : written, isOurs: false },
  ),
)

/** What an import needs of the row of its room, if anything. */
function needOf({ from, target, isOurs }: Import): string | undefined {
  if (!isOurs) return target
  // The bundle that the Worker is deployed with is no source.
  if (target.startsWith('dist/') || roomOf(target) === roomOf(from)) return undefined
  return roomOf(target)
}

/** Files that lead back to themselves, with the way. */
function findCircle(): readonly string[] {
  const targets = Map.groupBy(
    IMPORTS.filter(({ isOurs }) => isOurs),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const { target } of targets.get(file) ?? []) {
      const circle = visit(target, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of SOURCES.keys()) {
    const circle = visit(file, [])
    if (circle.length > 0) return circle
  }
  return []
}

/** The files with what a pattern finds in them. */
function filesWith(pattern: RegExp, isConcerned: (path: string) => boolean = () => true): readonly string[] {
  return [...SOURCES]
    .filter(([path, source]) => isConcerned(path) && pattern.test(source.replaceAll(/\/\*[\s\S]*?\*\//g, '')))
    .map(([path]) => path)
}

function linesOf(source: string): number {
  return source.split('\n').length - 1
}

describe('the table of imports', () => {
  it('has a row for every room, and no other', () => {
    expect([...SOURCES.keys()].filter((path) => roomOf(path) === '')).toEqual([])
    const inhabited = new Set([...SOURCES.keys()].map(roomOf))
    expect(ROOMS.filter((room) => !inhabited.has(room))).toEqual([])
  })

  it('lets each room import only what its row allows', () => {
    const forbidden = IMPORTS.filter((each) => {
      const need = needOf(each)
      const { rooms = [], packages = [] } = TABLE.get(roomOf(each.from)) ?? {}
      const allowed = each.isOurs ? rooms : packages
      return need !== undefined && !allowed.includes(need) && !allowed.includes(each.target)
    })
    expect(forbidden).toEqual([])
  })

  it('allows nothing that no file needs', () => {
    const needed = new Set(
      IMPORTS.flatMap((each) => [needOf(each), each.target].map((name) => `${roomOf(each.from)} ${name}`)),
    )
    const allowed = [...TABLE].flatMap(([room, { rooms, packages }]) =>
      [...rooms, ...packages].map((name) => `${room} ${name}`),
    )
    expect(allowed.filter((pair) => !needed.has(pair))).toEqual([])
  })

  it('has no arrow that runs up: a room stands above all that it imports', () => {
    const up = [...TABLE].flatMap(([room, { rooms }], place) =>
      rooms
        .filter((other) => ROOMS.indexOf(other.endsWith('.ts') ? roomOf(other) : other) <= place)
        .map((other) => `${room} → ${other}`),
    )
    expect(up).toEqual([])
  })

  it('lets only the rooms of Node and the commands see Node', () => {
    const rooms = [...TABLE].filter(([, { packages }]) => packages.includes('node:')).map(([room]) => room)
    expect(rooms.filter((room) => room !== 'scripts' && !room.startsWith('src/node/'))).toEqual([])
  })
})

describe('the sources', () => {
  it('have no circle, of types either', () => {
    expect(findCircle()).toEqual([])
  })

  it(`have no file of more than ${MOST_LINES} lines`, () => {
    expect([...SOURCES].filter(([, source]) => linesOf(source) > MOST_LINES).map(([path]) => path)).toEqual(
      [],
    )
  })

  it(`have no command of more than ${MOST_COMMAND_LINES} lines`, () => {
    const commands = [...SOURCES].filter(([path]) => path.startsWith('scripts/'))
    expect(
      commands.filter(([, source]) => linesOf(source) > MOST_COMMAND_LINES).map(([path]) => path),
    ).toEqual([])
    expect(commands.length).toBeGreaterThan(7)
  })

  it('look at the clock, the locale and chance nowhere but at the edge and in Node', () => {
    const impure = /Date\.now\(|new Date\(\)|Math\.random|\.toLocale|localeCompare|Temporal\.Now/
    const mayLook = (path: string) => /^(?:src\/edge|src\/node|scripts)\//.test(path)
    expect(filesWith(impure, (path) => !mayLook(path))).toEqual([])
  })

  it('have no `any`, in no disguise, and no `!`', () => {
    expect(filesWith(/(?::|<|\bas)\s*any\b(?! \w)|ReturnType<typeof JSON\.parse>/)).toEqual([])
  })

  it.each([
    ['Stem', 'src/model/addresses.ts'],
    ['Slug', 'src/model/article.ts'],
    ['ArticleId', 'src/ledger/article-id.ts'],
    ['Instant', 'src/model/instant.ts'],
    ['PackKey', 'src/model/pack.ts'],
  ])('cast to the brand %s in one file', (brand, home) => {
    expect(filesWith(new RegExp(`\bas ${brand}\b`)).filter((path) => path !== home)).toEqual([])
  })
})
