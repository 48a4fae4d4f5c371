import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codeIn, tableUnder } from './support/markdown-table.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8')
const SOURCES = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8')),
)

/** What a message is put together at: what depends on the site, a number, the folder, the list of permissions. */
const JOINTS = /…|\d+|\bdist\b|(?<=needs) /

it.each(tableUnder(PAGE, '| it says | do |'))(
  'docs/deploy.md has a message that a command prints: %s',
  (cell) => {
    const [message = ''] = codeIn(cell)
    const words = message
      .split(JOINTS)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    expect(SOURCES.filter((source) => words.every((part) => source.includes(part)))).not.toEqual([])
  },
)

it('docs/deploy.md has every variable of ours, and no other', () => {
  const told = tableUnder(PAGE, '| variable | is |').flatMap(([name]) => codeIn(name))
  const read = SOURCES.flatMap((source) => source.match(/\bSTRILLONE_[A-Z]+(?:_[A-Z]+)*\b/g) ?? [])
  expect(told.filter((name) => name.startsWith('STRILLONE_')).toSorted()).toEqual(
    [...new Set(read)].toSorted(),
  )
})

it('docs/deploy.md has what the workflow needs, and no other', () => {
  const workflow = readFileSync(join(ROOT, '.github/workflows/publish.yml'), 'utf8')
  const needed = [...workflow.matchAll(/\b(?:secrets|vars)\.(CLOUDFLARE_\w+)/g)].map(([, name]) => name)
  const told = tableUnder(PAGE, '| kind | name | value |').flatMap(([, name]) => codeIn(name))
  expect(told.toSorted()).toEqual([...new Set(needed)].toSorted())
})
