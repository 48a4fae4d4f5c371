import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FEED_ALIASES, ROUTES } from '../src/edge/app.ts'
import { ADDRESSES } from '../src/model/addresses.ts'
import type { Asset } from '../src/model/asset.ts'
import { EPOCH } from '../src/model/instant.ts'
import type { Stem } from '../src/model/resource.ts'
import { STYLESHEET } from '../src/pages/theme/stylesheet.ts'
import { anApp } from './support/an-app.ts'
import { anArticle, aPublication } from './support/an-article.ts'
import { codeIn, tableUnder } from './support/markdown-table.ts'
import { sha256 } from './support/sha256.ts'

const ROOT = join(import.meta.dirname, '..')
const README = read('README.md')
const HTTP = read('docs/http.md')

const ASSET: Asset = {
  path: 'a.png',
  bytes: Uint8Array.of(1, 2, 3),
  stem: '/media/00ff' as Stem,
  formerStems: [],
  form: 'png',
  type: 'image/png',
  width: 1,
  height: 1,
  from: EPOCH,
}
const CLASSED = { tags: ['Porto'], authors: [{ name: 'Ada' }], section: 'cronaca' }
/** Where `npm start` serves, as the README has it. */
const url = 'http://127.0.0.1:8787'
const { app } = await anApp({ ...aPublication([anArticle(CLASSED)], { url }), assets: [ASSET] })

/** The files that are kept: all but what .gitignore names. */
const FILES = listFiles('', new Set(['.git', ...read('.gitignore').split('\n').map(withoutSlash)]))

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '')
}

function listFiles(folder: string, ignored: ReadonlySet<string>): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).split(sep).join('/')
    if (ignored.has(entry.name) || ignored.has(path)) return []
    return entry.isDirectory() ? listFiles(path, ignored) : [path]
  })
}

/** The headers that a `curl -I` in a page shows for a status, all of them or some. */
function shownHeaders(page: string, status: string): Record<string, string> {
  const [, after = ''] = page.split(`HTTP/1.1 ${status}\n`)
  const lines = after.split(/\n(?:```|\n)/, 1)[0]?.split('\n') ?? []
  const headers = lines
    .filter((line) => line.includes(': '))
    .map((line): [string, string] => {
      const [name = '', ...value] = line.split(': ')
      return [name.toLowerCase(), value.join(': ')]
    })
  return Object.fromEntries(headers)
}

/** What changes with every word of an article is left out of comparison. */
function withoutSizes(headers: Record<string, string>): Record<string, string> {
  const own = ['etag', 'last-modified', 'content-length']
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, own.includes(name) ? '…' : value]),
  )
}

/** The addresses of a page's table, as the sample site has them, each with the type that the page gives. */
function addressesIn(page: string): readonly { readonly path: string; readonly type: string | undefined }[] {
  return tableUnder(page, '| address | what | type |').flatMap(([addresses, , type]) =>
    codeIn(addresses).map((address) => ({ path: pathOf(address), type: codeIn(type)[0] })),
  )
}

function pathOf(address: string): string {
  return address
    .replace('SLUG', 'uno')
    .replace('/media/HASH.EXT', `${ASSET.stem}.${ASSET.form}`)
    .replace('/style-HASH', ADDRESSES.style.stemOf(sha256(new TextEncoder().encode(STYLESHEET))))
    .replace('TAG', 'porto')
    .replace('AUTHOR', 'ada')
    .replace('SECTION', 'cronaca')
    .replace('LANGUAGE', 'it')
    .replace('/archive/N', '/archive/1')
}

describe.each([
  ['README.md', README],
  ['docs/http.md', HTTP],
])('%s', (_, page) => {
  const addresses = addressesIn(page)

  it.each(addresses)('names $path, which answers with the type it gives', async ({ path, type }) => {
    const { status, headers } = await app.request(path)
    // This site has no icon.
    expect(status).toBe(path.includes('icon') ? 404 : 200)
    expect(headers.get('Content-Type')?.split(';')[0]).toBe(type ?? ASSET.type)
  })

  it('shows what the feed is answered with, and a 304', async () => {
    const full = await app.request('/feed.rss')
    const etag = full.headers.get('ETag') ?? ''
    const unchanged = await app.request('/feed.rss', { headers: { 'If-None-Match': etag } })
    expect([full.status, unchanged.status]).toEqual([200, 304])
    for (const [answer, status] of [
      [full, '200 OK'],
      [unchanged, '304 Not Modified'],
    ] as const) {
      expect(page).toContain(`HTTP/1.1 ${status}\n`)
      const headers = withoutSizes(Object.fromEntries(answer.headers))
      const shown = withoutSizes(shownHeaders(page, status))
      // The README shows a few of them, the page about HTTP all.
      if (page === HTTP) expect(shown).toEqual(headers)
      else expect(headers).toMatchObject(shown)
    }
  })
})

describe('README.md', () => {
  it('is at most 150 lines long', () => {
    expect(README.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  it('has figures that bench/README.md has', () => {
    const rows = (page: string) => page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
    const measured = rows(read('bench/README.md')).map((cells) => cells.slice(1, 4).join(' | '))
    const told = tableUnder(README, '| what | must reach | measured |').map((cells) => cells.join(' | '))
    expect(told.filter((row) => !measured.includes(row))).toEqual([])
  })

  it('links every page of docs/', () => {
    const linked = tableUnder(README, '| page | tells |').map(([page = '']) => /\((.*)\)/.exec(page)?.[1])
    const there = FILES.filter((path) => /^docs\/(?:[^/]+|decisions\/README)\.md$/.test(path))
    expect(linked.toSorted()).toEqual(there.toSorted())
  })
})

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md')

  it('is at most 150 lines long', () => {
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  it('has nouns that the model has', () => {
    const model = FILES.filter((path) => path.startsWith('src/model/')).map(read)
    const nouns = tableUnder(page, '| noun | is |').map(([noun = '']) => noun.replaceAll('*', ''))
    const unknown = nouns.filter(
      (noun) => !model.some((text) => new RegExp(`^export (?:interface|type) ${noun}\\b`, 'm').test(text)),
    )
    expect(unknown).toEqual([])
  })

  it('has every room, with its rooms, and no other', () => {
    const rows = tableUnder(page, '| room | does |')
    const rooms = rows.flatMap(([names, does]) => {
      const above = codeIn(names)
      // Further words in code are files, commands and addresses.
      const within = codeIn(does).filter((name) => /^[a-z]+$/.test(name))
      const parents = above.filter((room) => within.some((name) => existsSync(join(ROOT, room, name))))
      return [...above, ...within.map((name) => `${parents.at(-1) ?? above[0]}${name}/`)]
    })
    const there = FILES.filter((path) => /^(?:src|scripts)\/.*\.ts$/.test(path) && !path.endsWith('.d.ts'))
    const folders = there.map((path) => path.split('/').slice(0, path.startsWith('src/') ? 3 : 1))
    const inhabited = folders.map((folder) => `${folder.filter((name) => !name.includes('.')).join('/')}/`)
    const isRoom = (path: string) => there.some((file) => file.startsWith(path))
    expect(rooms.filter((room) => !isRoom(room))).toEqual([])
    expect([...new Set(inhabited)].filter((room) => room !== 'src/' && !rooms.includes(room))).toEqual([])
  })
})

describe('docs/http.md', () => {
  it('names an address of every route', () => {
    const paths = addressesIn(HTTP).map(({ path }) => path)
    for (const { pattern } of ROUTES) {
      expect(
        paths.filter((path) => pattern.test(path)),
        String(pattern),
      ).not.toEqual([])
    }
  })

  it('names every alias of the feed, and no other', () => {
    const told = tableUnder(HTTP, '| to | from |').flatMap(([to, from]) =>
      codeIn(from).map((alias): [string, string] => [alias, codeIn(to)[0] ?? '']),
    )
    expect(Object.fromEntries(told)).toEqual(FEED_ALIASES)
  })
})

const pages = FILES.filter((path) => path.endsWith('.md') && !/^(seeds|tests)\//.test(path))

describe('documents', () => {
  it('link to files that are there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = '']) => join(dirname(page), target))
        .filter((target) => !existsSync(join(ROOT, target)))
        .map((target) => `${page} → ${target}`),
    )
    expect(pages).toContain('README.md')
    expect(broken).toEqual([])
  })

  it('have no table that no test reads', () => {
    const tests = FILES.filter((path) => /^tests\/.*\.ts$/.test(path)).map(read)
    const guides = pages.filter((page) => page === 'README.md' || /^docs\/[^/]+\.md$/.test(page))
    // What stands between marks is made by a test.
    const heads = guides.flatMap((page) =>
      [
        ...read(page)
          .replaceAll(/^<!-- (.*) -->$.*?^<!-- \/\1 -->$/gms, '')
          .matchAll(/^(\|.*\|)\n\|[-| ]+\|$/gm),
      ].map(([, head = '']) => ({ page, head })),
    )
    expect(heads).not.toEqual([])
    expect(heads.filter(({ head }) => !tests.some((test) => test.includes(head)))).toEqual([])
  })
})

describe('links within documents', () => {
  /** The anchors of a page, as GitHub makes them from its headings. */
  const anchorsOf = (page: string) =>
    [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    )

  it('lead to headings that are there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)]
        .filter(([, target = '', anchor = '']) => {
          const file = target === '' ? page : join(dirname(page), target)
          return !anchorsOf(file.split(sep).join('/')).includes(anchor)
        })
        .map(([link]) => `${page}: ${link}`),
    )
    expect(broken).toEqual([])
  })
})

describe('the decisions', () => {
  const decisions = readdirSync(join(ROOT, 'docs/decisions'))
    .filter((name) => name !== 'README.md')
    .toSorted()
  const titles = decisions.map((name) => read(`docs/decisions/${name}`).split('\n', 1)[0]?.slice(2) ?? '')

  it('are numbered from 1 without holes, in their names and titles', () => {
    const numbers = decisions.map((_, index) => String(index + 1).padStart(4, '0'))
    expect(decisions.map((name) => name.slice(0, 4))).toEqual(numbers)
    expect(titles.map((title) => title.slice(0, 4))).toEqual(numbers)
  })

  it('are listed with their titles', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/^- \[(.*)\]\((.*)\)$/gm)]
    expect(listed.map(([, title, name]) => [title, name])).toEqual(
      decisions.map((name, index) => [titles[index], name]),
    )
  })

  it('are linked by the number of the page', () => {
    const wrong = pages.flatMap((page) =>
      [...read(page).matchAll(/\[(\d{4})\]\((?:[^)]*\/)?(\d{4})-/g)]
        .filter(([, shown, target]) => shown !== target)
        .map(([link]) => `${page}: ${link}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('the recipes of CONTRIBUTING', () => {
  const [, recipes = ''] = /^## Recipes$(.*?)^## /ms.exec(read('CONTRIBUTING.md')) ?? []
  const sections = recipes.split(/^### /m).slice(1)
  const named = sections.map((section): [title: string, files: readonly string[]] => [
    section.split('\n', 1)[0] ?? '',
    [...section.matchAll(/\[`([^`]+)`\]\(([^)]+)\)/g)].map(([, name = '', path = '']) => {
      expect(path.endsWith(name), `${name} is another file than ${path}`).toBe(true)
      return path
    }),
  ])

  it.each(named)('names files that are there: %s', (_, files) => {
    expect(files).not.toEqual([])
    expect(files.filter((path) => !FILES.includes(path))).toEqual([])
  })

  it.each(sections)('names each file with its path: %s', (section) => {
    const outsideOfLinks = section.replaceAll(/\[`[^`]+`\]\([^)]+\)/g, '')
    expect(codeIn(outsideOfLinks).filter((code) => /\.(?:ts|md|yaml|json)$/.test(code))).toEqual([])
  })
})

describe('files', () => {
  it('speak of no place but their own', () => {
    // Each pattern is written so that it does not match itself.
    const elsewhere = /\/wor[k]\/|\.\.\/share[d]|\b(?:this|last|earlier|next) sessio[n]\b/i
    expect(FILES.filter((path) => elsewhere.test(read(path)))).toEqual([])
  })
})
