import type { Place } from '../model/addresses.ts'
import { EPOCH } from '../model/instant.ts'
import type { Rendered } from '../model/rendition.ts'
import type { ListContext } from './list-context.ts'

/**
 * Renders a redirect to the site's icon, at an address where programs look for one by convention. It is a redirect
 * because the picture may be on another site, and because its own address is cached for ever.
 */
export function renderIcon({ siteContext: { site } }: ListContext, { stem }: Place): readonly Rendered[] {
  if (site.icon === undefined) return []
  return [{ stem, versions: [{ from: EPOCH, shows: { kind: 'moved', location: site.icon.url } }] }]
}
