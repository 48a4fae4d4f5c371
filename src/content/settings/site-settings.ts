import type { z } from 'zod'
import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import type { Site } from '../../model/site.ts'
import { decodeText } from '../source/decode-text.ts'
import { CONFLICT, findConflict } from '../source/find-conflict.ts'
import type { Position } from '../source/position.ts'
import { SITE_PATH } from '../source/seed-kind.ts'
import { MOST_SITE_BYTES } from '../source/seed-size.ts'
import { tellTooLarge } from '../source/tell-too-large.ts'
import { FEED_KEYS } from './feed-keys.ts'
import { foldKeys } from './fold-keys.ts'
import { parseSettings } from './parse-settings.ts'
import { isSettingsMap, NO_SETTINGS, type SettingsSource, withShownTexts } from './settings-source.ts'
import { namesOf, schemaOf } from './settings-table.ts'
import { LOCAL_URL, SITE_KEYS } from './site-keys.ts'
import { parseSiteUrl } from './site-url.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/**
 * The settings of `site.yaml` with all defaults, except that of the language, which depends on the articles. Pictures
 * are still references.
 */
export type SiteSettings = Omit<z.output<typeof siteSchema>, 'url' | 'feed'> &
  Pick<Site, 'url' | 'authority' | 'feed'>

/** The outcome of reading `site.yaml`. */
export interface ParsedSite {
  readonly settings: SiteSettings
  /** The site's own address, even if another one is in use for a while. */
  readonly ownUrl: string
  /** Finds where a setting is written. Undefined if it is not written. */
  readonly locate: (setting: string) => Position | undefined
  readonly problems: readonly Problem[]
}

const siteSchema = schemaOf(SITE_KEYS, 'UTC')
const feedSchema = schemaOf(FEED_KEYS, 'UTC')

/**
 * Reads `site.yaml`, if there is one. Its problems have the path {@link SITE_PATH}, even if the file has another name.
 * `url`, if given, replaces the address in it.
 */
export function parseSite(
  seed: Seed | undefined,
  { url }: { readonly url?: string | undefined } = {},
): ParsedSite {
  const { source: written, problems, isReadable } = readSource(seed)
  const { source: folded, problems: doubles } = foldKeys(written)
  const source = withShownTexts(folded)
  for (const { position, ...problem } of doubles) problems.push({ path: SITE_PATH, ...position, ...problem })
  const site = parseSettings(source, siteSchema, { names: namesOf(SITE_KEYS) }, SITE_PATH)
  const feed = parseSettings(mapWithin(source, 'feed'), feedSchema, { names: namesOf(FEED_KEYS) }, SITE_PATH)
  for (const problem of [...site.problems, ...feed.problems]) problems.push(problem)

  const override = url === undefined ? undefined : parseSiteUrl(url)
  if (override && 'message' in override) {
    problems.push({ severity: 'error', path: SITE_PATH, message: override.message })
  }
  const own = site.values.url
  const given = override && 'url' in override ? override.url : undefined
  if (source.data['url'] === undefined && url === undefined && isReadable) {
    const message = `The site has no address of its own: ${LOCAL_URL} is used. Write it as url: https://example.org.`
    problems.push({ severity: 'warning', path: SITE_PATH, message })
  }
  const settings: SiteSettings = {
    ...site.values,
    url: given ?? own ?? LOCAL_URL,
    // Ids must stay the same if the site is shown under another address for a while.
    authority: new URL(own ?? given ?? LOCAL_URL).hostname.replaceAll(/[^a-z\d.-]/g, ''),
    feed: feed.values,
  }
  return { settings, ownUrl: own ?? LOCAL_URL, locate: site.locate, problems }
}

function readSource(seed: Seed | undefined): {
  source: SettingsSource
  problems: Problem[]
  isReadable: boolean
} {
  if (seed === undefined) return { source: NO_SETTINGS, problems: [], isReadable: true }
  const tooLarge = tellTooLarge(
    seed,
    MOST_SITE_BYTES,
    'Keep the settings, and put what is text into an article.',
  )
  if (tooLarge) return { source: NO_SETTINGS, problems: [tooLarge], isReadable: false }
  const { text, problems, isGuess = false } = decodeText(seed)
  if (isGuess) return { source: NO_SETTINGS, problems: [...problems], isReadable: false }
  const conflict = findConflict(text)
  if (conflict !== undefined) {
    const problem: Problem = { severity: 'error', path: SITE_PATH, ...conflict, message: CONFLICT }
    return { source: NO_SETTINGS, problems: [...problems, problem], isReadable: false }
  }
  const parsed = parseYamlSettings(text, 1)
  const syntax = parsed.problems.map(({ severity, message, position }) => ({
    severity,
    path: SITE_PATH,
    ...position,
    message,
  }))
  const isReadable = parsed.settings !== undefined
  return { source: parsed.settings ?? NO_SETTINGS, problems: [...problems, ...syntax], isReadable }
}

/** Returns the settings in a map that is itself a setting. */
function mapWithin(source: SettingsSource, name: string): SettingsSource {
  const data = source.data[name]
  return {
    data: isSettingsMap(data) ? data : {},
    locate: (keys, part) => source.locate([name, ...keys], part),
  }
}
