import { describe, expect, it } from 'vitest'
import { aSeed } from '../../../support/a-seed.ts'
import { isLinkPublished, stopPlaces, withholdingFolder } from './withholding-folder.ts'

const ARTICLE = '---\ntitle: A\ndate: 2026-01-01\n---\nThe text.\n'
const OWN = (...lines: string[]) => `---\ntitle: A\ndate: 2026-01-01\n${lines.join('\n')}\n---\nThe text.\n`

/** A row for each way in which a folder hands down that its articles are kept back. */
const ROWS: readonly [way: string, file: string, content: string, keeps: 'page' | 'entry'][] = [
  ["Hugo's cascade", 'posts/_index.md', '---\ncascade:\n  build: { render: never }\n---\n', 'page'],
  ["Hugo's cascade in TOML", 'posts/_index.md', '+++\n[cascade]\n  draft = true\n+++\n', 'page'],
  [
    "Hugo's cascades",
    'posts/_index.md',
    '---\ncascade:\n  - _target: { path: /posts/** }\n    private: true\n---\n',
    'page',
  ],
  [
    "Hugo's cascade for one path in braces",
    '_index.md',
    '---\ncascade:\n  target: { path: "{/posts/**}" }\n  draft: true\n---\n',
    'page',
  ],
  [
    "Hugo's cascade for several",
    '_index.md',
    '---\ncascade:\n  target: { path: "{/news/**,/posts/**}" }\n  draft: true\n---\n',
    'page',
  ],
  [
    "Hugo's cascade of parameters",
    'posts/_index.md',
    '---\ncascade: { params: { hidden: true } }\n---\n',
    'page',
  ],
  ['a cascade further up', '_index.md', '---\nCascade: { _build: { list: never } }\n---\n', 'entry'],
  ["Hugo's configuration", 'hugo.toml', '[cascade]\n  draft = true\n', 'page'],
  ["Zola's section", 'posts/_index.md', '+++\ndraft = true\n+++\n', 'page'],
  ["Eleventy's data of a folder", 'posts/posts.json', '{ "permalink": false }', 'page'],
  [
    "Eleventy's data of a folder further up",
    'seeds.json',
    '{ "eleventyExcludeFromCollections": true }',
    'entry',
  ],
  ["Eleventy's 11tydata", 'posts/posts.11tydata.json', '{"draft": true}', 'page'],
  ["Eleventy's data of a file", 'posts/a.11tydata.json', '{"draft": true}', 'page'],
  ["Eleventy's plain data of a file", 'posts/a.json', '{"draft": true}', 'page'],
  [
    "Jekyll's defaults",
    '_config.yml',
    'defaults:\n  - scope: { path: "" }\n    values: { published: false }\n',
    'page',
  ],
  [
    "Jekyll's defaults of a folder",
    '_config.yml',
    'defaults:\n  - scope: { path: posts }\n    values: { feed: { excluded: true } }\n',
    'entry',
  ],
  [
    "Jekyll's defaults of a pattern",
    '_config.yml',
    'defaults:\n  - scope: { path: "po*/a.md" }\n    values: { draft: true }\n',
    'page',
  ],
  [
    "Hugo's cascade for every kind",
    '_index.md',
    '---\ncascade:\n  target: { kind: "*" }\n  draft: true\n---\n',
    'page',
  ],
  ["Zola's ignored content", 'config.toml', 'ignored_content = ["a.{md,txt}"]\n', 'page'],
  ["Eleventy's 11tydata in YAML", 'posts/posts.11tydata.yaml', 'draft: true\n', 'page'],
  [
    "Jekyll's defaults in TOML",
    '_config.toml',
    '[[defaults]]\n[defaults.values]\npublished = false\n',
    'page',
  ],
  ["Jekyll's exclude as a text", '_config.yml', 'exclude: posts\n', 'page'],
  ["Hugo's cascade in a file of its own", 'config/_default/cascade.toml', 'draft = true\n', 'page'],
  ["Jekyll's exclude", '_config.yml', 'exclude: [posts/a.md]\n', 'page'],
  ["Eleventy's ignored files", '.eleventyignore', '# mine\r\n./posts/\n', 'page'],
  ["Eleventy's ignored files at any depth", '.eleventyignore', 'a.md\n', 'page'],
  ['a word at the top of a configuration', 'hugo.toml', 'draft = true\nignoreFiles = ["a"]\n', 'page'],
  ["Hugo's folder of settings", 'config/_default/hugo.toml', '[cascade]\ndraft = true\n', 'page'],
]

describe('handDown()', () => {
  it('keeps back by JSON, and below a key that is left empty', async () => {
    const json = aSeed('posts/_index.md', '{"cascade": {"draft": true}}\n')
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', json)).toMatchObject({ isPublished: false })
    expect(await withholdingFolder(OWN('draft:'), 'posts/a.md', json)).toMatchObject({ isPublished: false })
  })

  it.each([`${'*a'.repeat(30)}b`, '(a+)+b'])(
    'takes a pattern that can take long for one of all articles: %s',
    async (glob) => {
      const text = `---\ncascade:\n  draft: true\n  _target: { path: "${glob}" }\n---\n`
      const name = `${'a'.repeat(200)}.md`
      expect(await withholdingFolder(ARTICLE, name, aSeed('_index.md', text))).toMatchObject({
        isPublished: false,
      })
    },
  )

  it.each(['x: &x {y: *x}', 'tags: &t [a, *t]'])(
    'refuses an alias within what it names: %s',
    async (line) => {
      expect((await withholdingFolder(OWN(line), 'posts/a.md')).errors).toEqual([
        expect.stringContaining('an alias stands within what it names'),
      ])
    },
  )

  it.each(ROWS)('keeps back by %s', async (_way, file, content, keeps) => {
    const { isPublished, isInFeeds, errors, stops } = await withholdingFolder(
      ARTICLE,
      'posts/a.md',
      aSeed(file, content),
    )
    expect({ errors, stops }).toEqual({ errors: [], stops: [] })
    expect({ isPublished, isInFeeds }).toEqual({ isPublished: keeps === 'entry', isInFeeds: false })
  })

  it('lets what is nearer count, and the article before all folders', async () => {
    const outer = aSeed('_index.md', '---\ncascade: { draft: true }\n---\n')
    const inner = aSeed('posts/_index.md', '---\ncascade: { draft: false }\n---\n')
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', outer)).toMatchObject({ isPublished: false })
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', outer, inner)).toMatchObject({ isPublished: true })
    expect(await withholdingFolder(OWN('draft: false'), 'posts/a.md', outer)).toMatchObject({
      isPublished: true,
    })
  })

  it('puts maps together, so that half of one is no leave', async () => {
    const cascade = aSeed('posts/_index.md', '---\ncascade: { build: { render: never } }\n---\n')
    const own = OWN('build: { publishResources: true }')
    expect(await withholdingFolder(own, 'posts/a.md', cascade)).toMatchObject({ isPublished: false })
  })

  it('leaves others alone', async () => {
    const cascade = aSeed('posts/_index.md', '---\ndraft: true\ncascade: { private: true }\n---\n')
    expect(await withholdingFolder(ARTICLE, 'posters/a.md', cascade)).toMatchObject({ isPublished: true })
    const data = aSeed('posts/b.json', '{"draft": true}')
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', data)).toMatchObject({ isPublished: true })
  })

  it.each([
    ['a wish that is not understood', 'posts/_index.md', '---\ncascade: { workflow: in review }\n---\n'],
    [
      'a pattern that no article meets',
      'posts/_index.md',
      '---\ncascade:\n  draft: true\n  _target: { path: /pots/** }\n---\n',
    ],
    [
      'code',
      'posts/posts.11tydata.js',
      'export default { permalink: (data) => (data.draft ? false : undefined) }',
    ],
  ])('stops at %s', async (_, file, content) => {
    const { stops } = await withholdingFolder(ARTICLE, 'posts/a.md', aSeed(file, content))
    expect(stops).toEqual([expect.stringMatching(`^${file}: `)])
  })

  it.each([
    'export default { published: false }',
    'module.exports = { tags: ["a"], "unlisted": true }',
    'module.exports = { eleventyComputed: { permalink: (data) => data.address } }',
    'module.exports = { hideFromEverybody: true }',
    'module.exports = require("../common.js")',
    'export default { ...common, layout: "post" }',
  ])('stops at the code %j', async (code) => {
    expect(
      (await withholdingFolder(ARTICLE, 'posts/a.md', aSeed('posts/posts.11tydata.js', code))).stops,
    ).toHaveLength(1)
  })

  it.each([
    'export default {\n\ttags: [\n\t\t"posts"\n\t],\n\t"layout": "layouts/post.njk",\n};',
    'export default { draft: false, permalink: "/posts/{{ page.fileSlug }}/" }',
    'module.exports = { hideToc: true, comments: false }',
  ])('passes over the code %j', async (code) => {
    const outcome = await withholdingFolder(ARTICLE, 'posts/a.md', aSeed('posts/posts.11tydata.js', code))
    expect(outcome).toMatchObject({ isPublished: true, stops: [] })
  })

  it('hands what is said in one language down to the articles in it', async () => {
    const german = aSeed('posts/_index.de.md', '---\ncascade: { draft: true }\n---\n')
    expect(await withholdingFolder(ARTICLE, 'posts/a.de.md', german)).toMatchObject({ isPublished: false })
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', german)).toMatchObject({ isPublished: true })
  })

  it('takes data in the place of code', async () => {
    const code = aSeed('posts/posts.11tydata.js', 'export default { draft: true }')
    const data = aSeed('posts/posts.11tydata.json', '{"draft": true}')
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', code, data)).toMatchObject({
      isPublished: false,
      stops: [],
    })
  })

  it.each([
    ['posts/_index.md', '---\ncascade: [\n---\n'],
    ['posts/posts.json', '{"draft": tr'],
    ['_config.yml', 'defaults: [\n'],
  ])('refuses %s where it cannot be read', async (file, content) => {
    expect((await withholdingFolder(ARTICLE, 'posts/a.md', aSeed(file, content))).errors).toEqual([
      expect.stringMatching(`^${file}: Cannot read the (?:YAML|JSON)`),
    ])
  })

  it.each(['drafts/a.md', '_drafts/a.md', 'posts/Drafts/2026/a.md'])(
    'takes %s for a draft, whatever it says',
    async (path) => {
      expect(await withholdingFolder(OWN('draft: false'), path)).toMatchObject({
        isPublished: false,
        errors: [],
      })
    },
  )

  it.each([
    ['draft: true', 'talk/index.md', 'talk/part.md'],
    ['headless: true', 'talk/index.md', 'talk/deep/part.md'],
    ['password: x', 'a/talk/index.html', 'a/talk/part.txt'],
  ])('keeps back what lies in a bundle with %s', async (line, index, part) => {
    const bundle = aSeed(index, OWN(line))
    expect(await withholdingFolder(ARTICLE, part, bundle)).toMatchObject({ isPublished: false, stops: [] })
    expect(await withholdingFolder(OWN('draft: false'), part, bundle)).toMatchObject({ isPublished: true })
    expect(await withholdingFolder(ARTICLE, 'talks/part.md', bundle)).toMatchObject({ isPublished: true })
  })

  it.each(['publishDate: 2099-01-01', 'expiryDate: 2026-02-02'])(
    'keeps back what lies in a bundle whose page is not shown: %s',
    async (line) => {
      const bundle = aSeed('posts/talk/index.md', OWN(line))
      expect(await withholdingFolder(ARTICLE, 'posts/talk/a.md', bundle)).toMatchObject({
        isPublished: false,
      })
    },
  )

  it.each([
    ['news/_index.md', '---\ncascade: { draft: true }\n---\n'],
    ['news/index.md', OWN('draft: true')],
    ['news/a.json', '{"draft": true}'],
    ['_config.yml', 'defaults: [{ scope: { path: news }, values: { published: false } }]\n'],
  ])('keeps back by %s the links to what it keeps back', async (file, content) => {
    const links = new Map([['posts/b.md', 'news/a.md']])
    const articles = [aSeed('posts/b.md', ARTICLE), aSeed('news/a.md', OWN('slug: a'))]
    for (const line of ['draft: false', 'feed: false', 'weight: 1']) {
      const own = aSeed('posts/_index.md', `---\ncascade: { ${line} }\n---\n`)
      const seeds = [own, aSeed(file, content), ...articles]
      expect(await isLinkPublished('posts/b.md', links, ...seeds)).toBe(false)
      expect(await isLinkPublished('posts/b.md', new Map(), ...seeds)).toBe(true)
    }
  })

  it('keeps a link back where its own folder does', async () => {
    const links = new Map([['posts/b.md', 'news/a.md']])
    const own = aSeed('posts/_index.md', '---\ncascade: { draft: true }\n---\n')
    const far = aSeed('news/_index.md', '---\ncascade: { draft: false }\n---\n')
    const seeds = [own, far, aSeed('posts/b.md', ARTICLE), aSeed('news/a.md', OWN('slug: a'))]
    expect(await isLinkPublished('posts/b.md', links, ...seeds)).toBe(false)
  })

  it('keeps a bundle back by what is handed down to its page', async () => {
    const index = aSeed('talk/index.md', OWN('weight: 1', 'slug: talk'))
    const page = aSeed('talk/index.json', '{"draft": true}')
    expect(await withholdingFolder(ARTICLE, 'talk/part.md', index)).toMatchObject({ isPublished: true })
    expect(await withholdingFolder(ARTICLE, 'talk/part.md', index, page)).toMatchObject({
      isPublished: false,
    })
  })

  it.each([
    ['posts/_index.md', '---\ncascade: { publishDate: 2099-01-01 }\n---\n'],
    ['posts/_index.md', '---\ncascade: { params: { expiryDate: 2020-01-01 } }\n---\n'],
    ['posts/posts.json', '{"expires": "2030-01-01"}'],
    ['posts/a.11tydata.json', '{"date": "2099-01-01"}'],
    ['_config.yml', 'defaults:\n  - values: { date: 2099-05-06 }\n'],
    ['hugo.toml', '[cascade]\npublishDate = 2099-01-01\n'],
  ])('stops at a moment that %s hands down: %j', async (file, content) => {
    const { stops } = await withholdingFolder(ARTICLE, 'posts/a.md', aSeed(file, content))
    expect(stops).toEqual([expect.stringContaining('is only read in articles')])
  })

  it.each(['{"date": "2020-01-01"}', '{"published": true, "expires": null}'])(
    'passes over %s',
    async (content) => {
      const data = aSeed('posts/a.11tydata.json', content)
      expect(await withholdingFolder(ARTICLE, 'posts/a.md', data)).toMatchObject({
        isPublished: true,
        stops: [],
      })
    },
  )

  it.each([
    'const d = {}\nd.permalink = false\nmodule.exports = d',
    'export const permalink = false',
    'const permalink = false\nexport default { permalink }',
    'module.exports = { ["per" + "malink"]: false }',
    'const { draft } = require("./x.js")\nmodule.exports = { draft }',
  ])('stops at the code %j as well', async (code) => {
    const file = aSeed('posts/posts.11tydata.js', code)
    expect((await withholdingFolder(ARTICLE, 'posts/a.md', file)).stops).toHaveLength(1)
  })

  it('passes over code that only has something done', async () => {
    const code = 'require("dotenv").config()\nimport "./style.css"\nmodule.exports = { layout: "post.njk" }'
    const file = aSeed('posts/posts.11tydata.js', code)
    expect((await withholdingFolder(ARTICLE, 'posts/a.md', file)).stops).toEqual([])
  })
})

/** What a site leaves out by settings that its tool alone understands: `keys` as a message names them. */
const UNREAD: readonly [file: string, content: string, keys: string, line: number][] = [
  [
    'config/_default/module.toml',
    "[[mounts]]\nexcludeFiles = 'posts/**'\n",
    'module.mounts.0.excludeFiles',
    1,
  ],
  ['config/_default/languages.yaml', 'de:\n  disabled: true\n', 'languages.de.disabled', 2],
  ['config/production/languages.de.yaml', 'title: A\ndisabled: true\n', 'languages.de.disabled', 2],
  ['_config.json', '{"ignore": ["posts/**"]}', 'ignore', 1],
  ['hugo.toml', 'title = "A"\nignoreFiles = ["\\\\.md$"]\n', 'ignoreFiles', 2],
  ['hugo.toml', 'ignoreFiles = ["posts/.*"]\n', 'ignoreFiles', 1],
  ['hugo.toml', 'ignoreFiles = ["content/posts"]\n', 'ignoreFiles', 1],
  ['config.yaml', 'ignorefiles: (a|b)\\.md$\n', 'ignorefiles', 1],
  ['hugo.json', '{"disableKinds": ["RSS", "page"]}', 'disableKinds', 1],
  ['hugo.toml', 'disableLanguages = ["de"]\n', 'disableLanguages', 1],
  ['hugo.toml', '[languages.de]\nweight = 2\ndisabled = true\n', 'languages.de.disabled', 3],
  [
    'config/_default/config.toml',
    '[[module.mounts]]\nsource = "c"\ntarget = "content"\nexcludeFiles = "a/*"\n',
    'module.mounts.0.excludeFiles',
    // Where its table begins.
    1,
  ],
  [
    'hugo.yaml',
    'module:\n  mounts:\n    - source: c\n      target: content/de\n      includeFiles: [b/*]\n',
    'module.mounts.0.includeFiles',
    5,
  ],
  ['_config.yml', 'ignore:\n  - source/_posts/posts/a*\n', 'ignore', 1],
  ['_config.yml', 'encrypt:\n  tags:\n    - { name: inner, password: x }\n', 'encrypt', 1],
  ['_config.yml', 'collections:\n  Posts:\n    output: false\n', 'collections.Posts.output', 3],
]

/** The same where it is about no article. */
const HARMLESS: readonly [file: string, content: string][] = [
  ['hugo.toml', 'ignoreFiles = []\n'],
  [
    'hugo.toml',
    'ignoreFiles = ["\\\\.ipynb$", "\\\\.Rmd$", ".Rmarkdown$", "_cache$", "\\\\.(knit|utf8)\\\\.md$"]\n',
  ],
  ['hugo.toml', 'disableKinds = ["taxonomy", "RSS"]\ndisableLanguages = []\n'],
  ['hugo.toml', '[languages.de]\nweight = 2\ndisabled = false\n'],
  ['hugo.toml', '[[module.mounts]]\nsource = "a"\ntarget = "assets"\nexcludeFiles = "*.md"\n'],
  ['hugo.toml', '[[module.mounts]]\nsource = "c"\ntarget = "content"\n'],
  ['hugo.toml', 'draft = false\nignoreFiles = ["posts"]\n'],
  ['_config.yml', 'ignore:\nencrypt:\n  message: Who are you?\n'],
  ['_config.yml', 'ignore: ["**/node_modules", themes/*]\nexclude: [Gemfile, vendor/]\n'],
  ['_config.yml', 'collections:\n  posts: { output: true }\n  recipes: { output: false }\n'],
  ['.eleventyignore', 'README.md\nnode_modules/\n# posts/\n'],
]

describe('what a site leaves out', () => {
  it.each([
    ['_config.yml', 'exclude:\n', '- b*\n'],
    ['config.toml', 'ignored_content = [', '"b*",\n'],
    ['.eleventyignore', '', 'b*\n'],
  ])('is all that more patterns of %s may mean than anybody writes', async (file, before, pattern) => {
    const manyOf = (count: number) =>
      aSeed(file, `${before}${pattern.repeat(count)}${before.includes('[') ? ']' : ''}`)
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', manyOf(999))).toMatchObject({ isPublished: true })
    expect(await withholdingFolder(ARTICLE, 'posts/a.md', manyOf(1000))).toMatchObject({
      isPublished: false,
      errors: [],
    })
  })

  it.each(UNREAD)('is told of where it is not read: %s says %j', async (file, content, keys, line) => {
    const { stops } = await withholdingFolder(ARTICLE, 'posts/a.md', aSeed(file, content))
    expect(stops).toEqual([expect.stringContaining(`"${keys}" keeps files back, and is not read here`)])
    expect(await stopPlaces(ARTICLE, 'posts/a.md', aSeed(file, content))).toEqual([`${file}:${line}`])
  })

  it.each(HARMLESS)('may be about no article: %s says %j', async (file, content) => {
    const outcome = await withholdingFolder(ARTICLE, 'posts/a.md', aSeed(file, content))
    expect(outcome).toMatchObject({ isPublished: true, errors: [], stops: [] })
  })
})
