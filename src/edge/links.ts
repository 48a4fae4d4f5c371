import { stemUrl } from '../model/addresses.ts'
import { bareType } from '../model/media-types.ts'
import type { Content, Representation, Stem } from '../model/resource.ts'

/** What is shown: one form of a resource, under a URL with a query or without. */
interface Shown {
  readonly stem: Stem
  readonly content: Content
  readonly representation: Representation
  readonly query: string
}

/** The absolute URL of one form of a resource. */
export function representationUrl(siteUrl: string, stem: Stem, { form }: Representation): string {
  return stemUrl({ url: siteUrl }, stem, form === 'html' ? '' : form)
}

/**
 * The Link header (RFC 8288) of a representation: itself, the resource's other forms with their types and, for a feed,
 * the hubs that tell of its changes (WebSub §4). `self` has one representation only, as WebSub wants it.
 */
export function renderLinks(
  siteUrl: string,
  { stem, content, representation, query }: Shown,
  hubs: readonly string[],
): string {
  const forms = content.representations.map((each) => {
    const relation = each === representation ? 'self' : 'alternate'
    return `<${representationUrl(siteUrl, stem, each)}${query}>; rel="${relation}"; type="${bareType(each.type)}"`
  })
  return [...forms, ...hubs.map((hub) => `<${hub}>; rel="hub"`)].join(', ')
}
