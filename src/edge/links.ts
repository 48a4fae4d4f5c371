import { stemUrl } from '../model/address.ts'
import type { Content, Representation } from '../model/resource.ts'

/** The absolute URL of one form of a resource. */
export function representationUrl(siteUrl: string, { stem }: Content, { form }: Representation): string {
  return stemUrl({ url: siteUrl }, stem, form === 'html' ? '' : form)
}

/**
 * The Link header (RFC 8288) of a representation: itself, the resource's other forms with their types and, for a feed,
 * the hubs that tell of its changes (WebSub §4). `self` has one representation only, as WebSub wants it.
 */
export function renderLinks(
  siteUrl: string,
  content: Content,
  shown: Representation,
  hubs: readonly string[],
): string {
  const forms = content.representations.map((each) => {
    const relation = each === shown ? 'self' : 'alternate'
    return `<${representationUrl(siteUrl, content, each)}>; rel="${relation}"; type="${bareType(each)}"`
  })
  return [...forms, ...hubs.map((hub) => `<${hub}>; rel="hub"`)].join(', ')
}

function bareType({ type }: Representation): string {
  return type.split(';')[0] ?? type
}
