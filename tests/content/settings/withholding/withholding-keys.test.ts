import { describe, expect, it } from 'vitest'
import { withholdingFolder } from './withholding-folder.ts'

/** A row for each key of each tool: how it is written, and what it keeps back. */
const ROWS: readonly [tool: string, yaml: string, keeps: 'page' | 'entry'][] = [
  ['Hugo, Zola, Jekyll, Eleventy, Astro, Docusaurus', 'draft: true', 'page'],
  ['Hugo', 'draft: "true"', 'page'],
  ['Jekyll', 'draft: yes', 'page'],
  ['Astro', 'isDraft: true', 'page'],
  ['Jekyll, Hexo, dev.to', 'published: false', 'page'],
  ['Jekyll', 'published: no', 'page'],
  ['Obsidian', 'publish: false', 'page'],
  ['Hexo', 'private: true', 'page'],
  ['Hexo', 'hidden: true', 'page'],
  ['Hexo', 'password: open-sesame', 'page'],
  ['WordPress', 'post_password: open-sesame', 'page'],
  ['WordPress', 'status: draft', 'page'],
  ['WordPress', 'status: pending', 'page'],
  ['WordPress', 'status: private', 'page'],
  ['WordPress', 'status: trash', 'page'],
  ['WordPress', 'post_status: auto-draft', 'page'],
  ['WordPress', 'post_type: revision', 'page'],
  ['Obsidian', 'publish: private', 'page'],
  ['Notion', 'draft: ☑', 'page'],
  ['Ghost', 'status: sent', 'page'],
  ['Ghost', 'visibility: members', 'page'],
  ['Ghost', 'visibility: paid', 'page'],
  ['Ghost', 'visibility: private', 'page'],
  ['Ghost', 'email_only: true', 'page'],
  ['Hugo', 'headless: true', 'page'],
  ['Hugo', 'build: { render: never }', 'page'],
  ['Hugo', 'build: { render: false }', 'page'],
  ['Hugo', 'build: { render: link }', 'page'],
  ['Hugo', '_build: { render: never }', 'page'],
  ['Hugo', '_build: { list: never }', 'entry'],
  ['Hugo', 'build: { list: local }', 'entry'],
  ['Hugo', 'outputs: []', 'page'],
  ['Zola', 'render: false', 'page'],
  ['Eleventy', 'permalink: false', 'page'],
  ['Eleventy', 'eleventyComputed: { permalink: false }', 'page'],
  ['Eleventy', 'eleventyExcludeFromCollections: true', 'entry'],
  ['Eleventy', 'eleventyExcludeFromCollections: [posts]', 'entry'],
  ['Docusaurus', 'unlisted: true', 'entry'],
  ['Jekyll', 'feed: { excluded: true }', 'entry'],
  ['Hugo themes', 'DisableFeed: true', 'entry'],
  ['Hugo themes', 'hiddenInRss: true', 'entry'],
  ['Jekyll themes', 'exclude_from_feed: true', 'entry'],
  ['Jekyll themes', 'rss: false', 'entry'],
  ['Strillone', 'feed: false', 'entry'],
]

/** The same key as people may write it: in another case, and in the maps that tools have for keys of one's own. */
const SPELLINGS: readonly [name: string, spell: (yaml: string) => string][] = [
  ['as it is', (yaml) => yaml],
  ['in capitals', (yaml) => yaml.replace(/^\w+/, (name) => name.toUpperCase())],
  ['with a capital', (yaml) => yaml.charAt(0).toUpperCase() + yaml.slice(1)],
  ['within extra', (yaml) => `extra:\n  ${yaml}`],
  ['within params', (yaml) => `params:\n  ${yaml}`],
  ['in quotes', (yaml) => yaml.replace(/^\w+/, '"$&"')],
]

describe('WITHHOLDING_KEYS', () => {
  describe.each(SPELLINGS)('%s', (_, spell) => {
    it.each(ROWS)('keep back what %s writes as %s', async (_tool, yaml, keeps) => {
      const { isPublished, isInFeeds, errors } = await withholdingFolder(
        `---\ntitle: Withheld\ndate: 2026-01-01\n${spell(yaml)}\n---\nThe text.\n`,
      )
      expect(errors).toEqual([])
      expect({ isPublished, isInFeeds }).toEqual({ isPublished: keeps === 'entry', isInFeeds: false })
    })
  })

  it.each([
    ...[
      'draft: false',
      'published: true',
      'private: false',
      'hidden: no',
      'status: published',
      'visibility: public',
    ],
    ...[
      'build: { render: always, list: always }',
      'render: true',
      'permalink: /a/b/',
      'password: ""',
      'headless: false',
    ],
    ...[
      'eleventyExcludeFromCollections: false',
      'unlisted: false',
      'feed: true',
      'feed: { excluded: false }',
    ],
    ...[
      'outputs: [html, rss]',
      'email_only: false',
      'status: scheduled',
      'status: Published',
      'publish: true',
    ],
  ])('publish what says %s', async (yaml) => {
    const text = `---\ntitle: Shown\ndate: 2026-01-01\n${yaml}\n---\nThe text.\n`
    expect(await withholdingFolder(text)).toEqual({
      isPublished: true,
      isInFeeds: true,
      errors: [],
      stops: [],
    })
  })

  it('let one that keeps back count before another that does not', async () => {
    const text = '---\ntitle: Withheld\ndate: 2026-01-01\ndraft: false\nprivate: true\n---\nThe text.\n'
    expect(await withholdingFolder(text)).toMatchObject({ isPublished: false })
  })
})

describe('published: true', () => {
  it.each(['published: true', 'Published: yes', 'draft: false'])(
    'is no date: %s lets the name of the file tell it',
    async (line) => {
      const text = `---\ntitle: Shown\n${line}\n---\nThe text.\n`
      expect(await withholdingFolder(text, '2026-01-02-a.md')).toMatchObject({
        isPublished: true,
        errors: [],
      })
    },
  )
})
