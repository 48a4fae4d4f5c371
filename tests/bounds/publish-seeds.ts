import type { ParsedPublication } from '../../src/content/complete-parsing.ts'
import { parsePublication } from '../../src/content/parse-publication.ts'
import { instant } from '../../src/model/instant.ts'
import type { Seed } from '../../src/model/seed.ts'
import { renderSite } from '../../src/publish/render-site.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'

const AT = instant(Date.UTC(2026, 5, 1))
const SITE = aSeed('site.yaml', 'url: https://news.site\n')

/** Goes the whole way with a folder but for its packing: reads it, and renders every feed and page of it. */
export function publishSeeds(seeds: readonly Seed[]): ParsedPublication {
  const all = seeds.some(({ path }) => path === SITE.path) ? seeds : [SITE, ...seeds]
  const parsed = parsePublication({ seeds: all }, { at: AT, digest: sha256 })
  if (parsed.publication) renderSite(parsed.publication, AT, sha256)
  return parsed
}

/** The same with a folder of one article. */
export function publishText(path: string, text: string): ParsedPublication {
  return publishSeeds([aSeed(path, text)])
}
