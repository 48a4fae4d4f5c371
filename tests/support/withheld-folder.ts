import type { Seed } from '../../src/model/seed.ts'
import { aGif } from './a-picture.ts'
import { aSeed } from './a-seed.ts'
import { Dice } from './dice.ts'

/** A folder in which some articles are kept back, and the words that stand in those alone. */
export interface WithheldFolder {
  readonly seeds: readonly Seed[]
  /** What must be nowhere. */
  readonly pages: readonly string[]
  /** What must be in no feed. */
  readonly entries: readonly string[]
}

type Settings = Readonly<Record<string, unknown>>
type Keeps = 'page' | 'entry'

const WISHES: Readonly<Record<Keeps, readonly Settings[]>> = {
  page: [
    ...[{ draft: true }, { draft: 'yes' }, { isDraft: true }, { published: false }, { publish: 'no' }],
    ...[{ private: true }, { hidden: true }, { unpublished: true }, { secret: 1 }, { visible: false }],
    ...[{ status: 'draft' }, { status: 'pending' }, { post_status: 'private' }, { status: 'trash' }],
    ...[{ visibility: 'members' }, { visibility: 'paid' }, { email_only: true }, { password: 'sesame' }],
    ...[{ headless: true }, { build: { render: 'never' } }, { _build: { render: false } }, { outputs: [] }],
    ...[{ render: false }, { permalink: false }, { public: false }, { publish: 'private' }],
    ...[{ extra: { draft: true } }, { params: { hidden: 'yes' } }, { metadata: { status: 'draft' } }],
    ...[{ eleventyComputed: { permalink: false } }, { post_type: 'revision' }, { draft: '✓' }],
  ],
  entry: [
    ...[{ unlisted: true }, { feed: false }, { feed: { excluded: true } }, { rss: false }],
    ...[{ build: { list: 'never' } }, { eleventyExcludeFromCollections: true }, { hiddenInRss: true }],
    ...[{ exclude_from_feed: 'yes' }, { params: { disableFeed: true } }, { visibility: 'unlisted' }],
  ],
}

/** How people write the name of a key. */
export const CASES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.charAt(0).toUpperCase() + name.slice(1),
]

/** Settings between their fences, in each notation. */
export const NOTATIONS: readonly ((settings: Settings) => string)[] = [
  (settings) => `---\n${yaml(settings)}\n---\n`,
  (settings) => `---\n${yaml(settings)}\n...\n`,
  (settings) => `---\n${JSON.stringify(settings, undefined, 1)}\n---\n`,
  (settings) => `+++\n${toml(settings).join('\n')}\n+++\n`,
  (settings) => `${JSON.stringify(settings, undefined, 2)}\n\n`,
  (settings) => `${JSON.stringify(settings)}\n`,
  (settings) => `;;;\n${JSON.stringify(settings, undefined, 2).slice(1, -1).trim()}\n;;;\n`,
  (settings) => `${yaml(settings)}\n---\n`,
]

/** What stands before settings. */
export const LEADS = [
  '',
  '',
  '\uFEFF',
  '\n\n',
  '   ',
  '\t',
  '<!-- a note -->\n',
  '\uFEFF\r\n',
  '<!-- a\nnote -->\n\n ',
]
const LINE_ENDS = ['\n', '\n', '\r\n', '\r']
const EXTENSIONS = ['md', 'md', 'markdown', 'html', 'htm', 'txt']

/** The files by which folders keep back what is in `held/`: what each is called, and what it says. */
const FOLDER_FILES: readonly (readonly [path: string, text: string])[] = [
  ['held/_index.md', '---\ncascade: { build: { render: never } }\n---\n'],
  ['held/_index.md', '+++\ndraft = true\n+++\n'],
  ['held/_index.md', '---\nCascade:\n  - Private: true\n---\nWhat is held.\n'],
  ['held/held.json', '{ "permalink": false }'],
  ['held/held.11tydata.json', '{ "Draft": true }'],
  ['_config.yml', 'defaults:\n  - scope: { path: held }\n    values: { published: false }\n'],
  ['_config.yml', 'exclude: [held/]\n'],
  ['hugo.toml', '[[cascade]]\ndraft = true\n[cascade._target]\npath = "/held/**"\n'],
  ['config.yaml', 'cascade:\n  - target: { path: "{/held/**}" }\n    build: { render: never }\n'],
]

const DRAFT_FOLDERS = ['drafts', '_drafts', 'posts/Drafts', 'posts/_drafts/2026']

/** Makes the folder of a number; without wishes, all of it is published. */
export function withheldFolder(number: number, isWishing = true): WithheldFolder {
  const dice = new Dice(number)
  const seeds: Seed[] = [aSeed('site.yaml', 'title: News\nurl: https://news.site\nlanguage: en\n')]
  const words = { page: [] as string[], entry: [] as string[] }
  const add = (folder: string, word: string, wish: Settings): void => {
    const picture = `${folder}${word.slice(2)}.gif`
    const extension = dice.pick(EXTENSIONS)
    const settings = { ...settingsOf(word), ...(isWishing ? recase(wish, dice.pick(CASES)) : {}) }
    const text =
      dice.pick(LEADS) + dice.pick(NOTATIONS)(settings) + bodyOf(word, extension, `${word.slice(2)}.gif`)
    const end = dice.pick(LINE_ENDS)
    seeds.push(aSeed(`${folder}${word.slice(2)}.${extension}`, text.replaceAll(/\r\n|\n/g, end)))
    seeds.push(aSeed(picture, aGifOf(`${word}pixels`)))
  }
  add('', `ok${number}x`, {})
  for (const index of [0, 1, 2, 3]) {
    const keeps = index === 3 ? 'entry' : 'page'
    const word = `zq${number}x${index}`
    words[keeps].push(word)
    add(dice.pick(['', 'posts/', 'posts/2026/']), word, dice.pick(WISHES[keeps]))
  }
  const [byFile, byName] = [`zq${number}xf`, `zq${number}xn`]
  words.page.push(byFile, byName)
  add('held/', byFile, {})
  add(isWishing ? `${dice.pick(DRAFT_FOLDERS)}/` : 'posts/', byName, {})
  const [path, text] = dice.pick(FOLDER_FILES)
  if (isWishing) seeds.push(aSeed(path, text))
  return { seeds, pages: words.page, entries: words.entry }
}

/** Settings in which the word is wherever a text can be. */
function settingsOf(word: string): Settings {
  return {
    title: `Title ${word}title`,
    date: '2026-01-05',
    summary: `Of ${word}summary and more.`,
    author: `Ada ${word}author`,
    tags: [`${word}tag`, 'bees'],
    section: `${word}section`,
    slug: `${word}slug`,
    image_alt: `A ${word}alt.`,
  }
}

function bodyOf(word: string, extension: string, picture: string): string {
  if (extension === 'txt') return `The ${word}body of a text.\n`
  if (extension.startsWith('h'))
    return `<h2>${word}heading</h2>\n<p>The ${word}body.</p>\n<img src="${picture}" alt="${word}alt">\n`
  return `## ${word}heading\n\nThe *${word}body* of a text.\n\n![${word}alt](${picture})\n`
}

/** Settings with their names written otherwise, in maps of any depth. */
export function recase(settings: Settings, change: (name: string) => string): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      change(name),
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? recase({ ...value }, change)
        : value,
    ]),
  )
}

function yaml(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')
}

function toml(settings: Settings): readonly string[] {
  return Object.entries(settings).map(([name, value]) => `${JSON.stringify(name)} = ${tomlValue(value)}`)
}

function tomlValue(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  return `{ ${toml({ ...value }).join(', ')} }`
}

/** A picture with these words among its image data, in a block of their own (GIF89a §15). */
function aGifOf(words: string): Uint8Array {
  const data = Buffer.from(words)
  return Buffer.concat([aGif(3, 3).subarray(0, -2), Buffer.of(data.length), data, Buffer.of(0, 0x3b)])
}
