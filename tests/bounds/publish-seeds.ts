import type { ParsedPublication } from '../../src/content/publication/complete-parsing.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { instant } from '../../src/model/instant.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aSeed } from '../support/a-seed.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'

const AT = instant(Date.UTC(2026, 5, 1))
const SITE = aSeed('site.yaml', 'url: https://news.site\n')

/** Goes the whole way with a folder: reads it, renders every feed and page of it, and packs them. */
export async function publishSeeds(seeds: readonly Seed[]): Promise<ParsedPublication> {
  const all = seeds.some(({ path }) => path === SITE.path) ? seeds : [SITE, ...seeds]
  const parsed = await parsePublication({ seeds: all }, { at: AT, digest: sha256 })
  if (parsed.publication) await publishInMemory(parsed.publication, { at: AT })
  return parsed
}

/** The same with a folder of one article. */
export async function publishText(path: string, text: string): Promise<ParsedPublication> {
  return publishSeeds([aSeed(path, text)])
}
