import type { Digest } from '../model/digest.ts'
import type { Site } from '../model/site.ts'
import type { SitePictures } from './site-pictures.ts'

/** 64 bits of SHA-256: enough for what is only compared with what it was. */
const LENGTH = 16

/** The digest of what feeds and lists tell of the site, by which the ledger tells whether they have changed. */
export function siteDigest(site: Site, pictures: SitePictures['told'], digest: Digest): string {
  const { url, title, description, language, timezone, authors, copyright, hubs, feed } = site
  // The order of the keys is part of what is hashed; JSON leaves out what is not there.
  const told = {
    ...{ url, title, description, language, timezone },
    authors: authors.map(({ name, email, url: home }) => ({ name, email, url: home })),
    ...{ copyright, icon: pictures.icon, image: pictures.image, hubs },
    feed: [feed.items, feed.bytes, feed.content, feed.tombstoneDays],
  }
  return digest(new TextEncoder().encode(JSON.stringify(told))).slice(0, LENGTH)
}
