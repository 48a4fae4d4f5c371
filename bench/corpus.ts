import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mapConcurrently } from '../src/node/files/map-concurrently.ts'
import { createProse, vocabularyWord } from './prose.ts'
import { between, createRandom, pick, type Random } from './random.ts'

/** The form of a corpus: Markdown with front matter, or raw text with only a date before it. */
export type CorpusKind = 'markdown' | 'raw'

/** A file of a corpus. Its path is relative to the folder of articles. */
export interface CorpusFile {
  readonly path: string
  readonly text: string
}

/** About the size of a newspaper article on the web, with its front matter. */
const ARTICLE_CHARACTERS = 3900

const SECTIONS = ['mondo', 'politica', 'economia', 'cultura', 'sport', 'scienza', 'cronaca', 'opinioni']
const TAGS = Array.from({ length: 60 }, (_, index) => vocabularyWord(100 + index * 7))
const AUTHORS = Array.from(
  { length: 25 },
  (_, index) => `${capital(vocabularyWord(400 + index * 3))} ${capital(vocabularyWord(900 + index * 5))}`,
)

/** The date of the newest article. Each further one is an hour older. */
const NEWEST = Date.UTC(2026, 0, 31, 12)
const HOUR_MILLISECONDS = 60 * 60 * 1000

/** The settings of a site with all features on. */
export const CORPUS_SITE: CorpusFile = {
  path: 'site.yaml',
  text: [
    'title: Il Banco di prova',
    'description: Notizie che nessuno ha scritto.',
    'url: https://bench.strillone.dev',
    'language: it',
    'timezone: Europe/Rome',
    'author: Redazione',
    'hub: https://hub.example/',
    'feed: { deltas: true }\n',
  ].join('\n'),
}

/**
 * The article at an index of a corpus. It depends only on the seed and the index, so a larger corpus begins with the same
 * articles.
 */
export function corpusArticle(place: number, kind: CorpusKind, seed = 1): CorpusFile {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b))
  const moment = new Date(NEWEST - place * HOUR_MILLISECONDS)
  return kind === 'raw' ? rawArticle(place, moment, random) : markdownArticle(place, moment, random)
}

/** Writes a site with so many articles into a folder. */
export async function writeCorpus(folder: string, count: number, kind: CorpusKind, seed = 1): Promise<void> {
  await writeFileOf(folder, CORPUS_SITE)
  const places = Array.from({ length: count }, (_, place) => place)
  await mapConcurrently(places, 32, (place) => writeFileOf(folder, corpusArticle(place, kind, seed)))
}

async function writeFileOf(folder: string, { path, text }: CorpusFile): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

function markdownArticle(place: number, moment: Date, random: Random): CorpusFile {
  const prose = createProse(random)
  const section = pick(random, SECTIONS)
  const tags = [...new Set(Array.from({ length: between(random, 1, 4) }, () => pick(random, TAGS)))]
  const front = [
    '---',
    `title: "${prose.title()}"`,
    `date: ${moment.toISOString()}`,
    `author: ${pick(random, AUTHORS)}`,
    `section: ${section}`,
    `tags: [${tags.join(', ')}]`,
    ...(random() < 0.5 ? [`summary: "${prose.sentence()}"`] : []),
    '---',
  ]
  const blocks: string[] = []
  for (let length = 0; length < ARTICLE_CHARACTERS; length += blocks.at(-1)?.length ?? 0) {
    blocks.push(markdownBlock(random, prose, blocks.length))
  }
  const name = `${moment.toISOString().slice(0, 10)}-${String(place).padStart(6, '0')}.md`
  return {
    path: `${moment.getUTCFullYear()}/${name}`,
    text: `${front.join('\n')}\n\n${blocks.join('\n\n')}\n`,
  }
}

function markdownBlock(random: Random, prose: ReturnType<typeof createProse>, before: number): string {
  const chance = before === 0 ? 1 : random()
  if (chance < 0.1) return `## ${prose.title()}`
  if (chance < 0.15) return `> ${prose.sentence()}`
  if (chance < 0.2)
    return Array.from({ length: between(random, 3, 5) }, () => `- ${prose.title()}`).join('\n')
  const paragraph = prose.paragraph(between(random, 250, 600))
  if (chance < 0.35) return paragraph.replace(/ (\p{L}{5,}) /u, ' **$1** ')
  if (chance < 0.5) return paragraph.replace(/ (\p{L}{5,}) /u, ` [$1](https://example.org/${before}) `)
  return paragraph
}

function rawArticle(place: number, moment: Date, random: Random): CorpusFile {
  const prose = createProse(random)
  const blocks: string[] = []
  for (let length = 0; length < ARTICLE_CHARACTERS; length += blocks.at(-1)?.length ?? 0) {
    blocks.push(
      blocks.length > 0 && random() < 0.3 ? prose.title() : prose.paragraph(between(random, 200, 500)),
    )
  }
  const name = `${String(place).padStart(6, '0')}.txt`
  const text = ` date ${moment.toISOString().slice(0, 10)} ${blocks.join('\n\n')}\n`
  return { path: `${String(Math.floor(place / 1000)).padStart(3, '0')}/${name}`, text }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
