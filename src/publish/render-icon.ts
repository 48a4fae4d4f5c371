import type { Place } from '../model/addresses.ts'
import { EPOCH } from '../model/instant.ts'
import type { Rendered } from '../model/rendition.ts'
import type { ListContext } from './list-context.ts'

/**
 * The way to the site's icon from an address where programs look for one by habit. It leads there, rather than being there:
 * the picture may be on another site, and under its own address it is cached for ever.
 */
export function renderIcon({ siteContext: { site } }: ListContext, { stem }: Place): readonly Rendered[] {
  if (site.icon === undefined) return []
  return [{ stem, versions: [{ from: EPOCH, shows: { kind: 'moved', location: site.icon.url } }] }]
}
