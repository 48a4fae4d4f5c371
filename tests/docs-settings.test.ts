import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARTICLE_KEYS } from '../src/content/settings/article-keys.ts'
import { frontMatterKeys } from '../src/content/settings/article-settings.ts'
import { foldKeys } from '../src/content/settings/fold-keys.ts'
import { parseSettings } from '../src/content/settings/parse-settings.ts'
import type { SettingTable } from '../src/content/settings/setting-row.ts'
import { SITE_KEYS } from '../src/content/settings/site-keys.ts'
import { parseSite } from '../src/content/settings/site-settings.ts'
import { parseYamlSettings } from '../src/content/settings/yaml-settings.ts'
import { aSeed } from './support/a-seed.ts'
import { namedRows, renderSettings, withPart } from './support/render-settings.ts'

const PAGE = join(import.meta.dirname, '../docs/settings.md')

it('docs/settings.md has a row for every setting, and no other', async () => {
  let page = readFileSync(PAGE, 'utf8')
  page = withPart(page, 'front matter', renderSettings(ARTICLE_KEYS, 'key'))
  page = withPart(page, 'site.yaml', renderSettings(SITE_KEYS, 'setting'))
  await expect(page).toMatchFileSnapshot(PAGE)
})

it('seeds/site.yaml explains every setting, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../seeds/site.yaml'), 'utf8')
  const settings = [...page.matchAll(/^( *)(?:# )?([a-z]+):(?: .*)?$/gm)]
    .map(([, indent = '', name = '']) => (indent === '' ? name : `feed.${name}`))
    .filter((name) => name !== 'feed')
  expect(settings.toSorted()).toEqual(
    namedRows(SITE_KEYS)
      .map(({ name }) => name)
      .toSorted(),
  )
})

describe.each<[string, SettingTable]>([
  ['ARTICLE_KEYS', ARTICLE_KEYS],
  ['SITE_KEYS', SITE_KEYS],
])('%s', (_, table) => {
  const rows = namedRows(table)

  it('shows each setting under a name of its own, by which it is read', () => {
    const names = rows.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    const written = rows.map(({ name, row }) => [name.split(':')[0]?.split('.').at(-1), row.names])
    for (const [name, read] of written) expect(read).toContain(name)
  })

  it('documents each in whole sentences that fit into a cell', () => {
    for (const { row } of rows) {
      for (const text of [row.is, row.change ?? 'So.']) expect(text).toMatch(/^[`A-Z].*\.$/)
      for (const text of [row.is, row.change, row.type, row.otherwise, row.example]) {
        expect(text ?? '').not.toMatch(/[|\n]/)
      }
    }
  })
})

describe('the example of a setting', () => {
  const keys = frontMatterKeys('Europe/Rome')

  it.each(Object.entries(ARTICLE_KEYS))('can be written in front matter: %s', (setting, { example }) => {
    const { settings, problems } = parseYamlSettings(example, 1)
    if (settings === undefined) throw new Error(`No YAML: ${example}`)
    const read = parseSettings(foldKeys(settings).source, keys.schema, keys.caselessNames, 'a.md')
    expect([...problems, ...read.problems]).toEqual([])
    expect(Object.entries(read.values).filter(([, value]) => value !== undefined)).toEqual([
      [setting, expect.anything()],
    ])
  })

  it.each(namedRows(SITE_KEYS))(
    'can be written in site.yaml: $name',
    ({ row: { example, default: value } }) => {
      const url = example.startsWith('url:') ? '' : 'url: https://example.org\n'
      const { settings, problems } = parseSite(aSeed('site.yaml', `${url}${example}\n`))
      expect(problems).toEqual([])
      const without = parseSite(aSeed('site.yaml', url)).settings
      expect(settings, `${example} is another value than ${value}`).not.toEqual(without)
    },
  )
})
