import type { Digest } from '../../model/runtime.ts'
import type { Site } from '../../model/site.ts'
import { FEED_KEYS } from '../settings/feed-keys.ts'
import { SITE_KEYS } from '../settings/site-keys.ts'
import { toldSettings } from '../settings/told-settings.ts'
import type { SitePictures } from './site-pictures.ts'

/** 64 bits of SHA-256: enough for a value that is compared only with its predecessor. */
const LENGTH = 16

/** Returns the digest of the site's facts in feeds and lists. The ledger compares it to detect changes. */
export function siteDigest(site: Site, pictures: SitePictures['told'], digest: Digest): string {
  // JSON leaves out keys whose value is undefined.
  const told = toldSettings(
    SITE_KEYS,
    { ...site },
    {
      authors: site.authors.map(({ name, email, url }) => ({ name, email, url })),
      icon: pictures.icon,
      image: pictures.image,
      feed: Object.values(toldSettings(FEED_KEYS, { ...site.feed }, {})),
    },
  )
  return digest(new TextEncoder().encode(JSON.stringify(told))).slice(0, LENGTH)
}
