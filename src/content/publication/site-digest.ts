import type { Digest } from '../../model/runtime.ts'
import type { Site } from '../../model/site.ts'
import { FEED_KEYS } from '../settings/feed-keys.ts'
import { SITE_KEYS } from '../settings/site-keys.ts'
import { toldSettings } from '../settings/told-settings.ts'
import type { SitePictures } from './site-pictures.ts'

/** 64 bits of SHA-256: enough for what is only compared with what it was. */
const LENGTH = 16

/** The digest of what feeds and lists tell of the site, by which the ledger tells whether they have changed. */
export function siteDigest(site: Site, pictures: SitePictures['told'], digest: Digest): string {
  // JSON leaves out what is not there.
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
