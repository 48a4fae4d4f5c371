import type { Instant } from '../model/instant.ts'
import type { Stem } from '../model/resource.ts'

/** What a stem shows from a moment on, rendered or represented. */
interface Claimed {
  readonly from: Instant
  readonly shows: { readonly kind: string }
}

/** A stem with what it shows. */
interface Claim<V extends Claimed> {
  readonly stem: Stem
  readonly versions: readonly V[]
}

/**
 * What is rendered, with each stem once where an article comes to an address that was given out before: until the
 * article is shown the address is what it was, moved or gone, and from then on the article's. Where two have something
 * to show under one stem, or none has, they are left as they are: that is nothing that a publication can mean.
 */
export function mergeClaims<V extends Claimed>(rendered: readonly Claim<V>[]): readonly Claim<V>[] {
  return [...Map.groupBy(rendered, ({ stem }) => stem).values()].flatMap((claims) => {
    const [newcomer, ...rivals] = claims.filter(showsContent)
    const [former, ...further] = claims.filter((claim) => !showsContent(claim))
    if (!newcomer || !former || rivals.length > 0 || further.length > 0) return claims
    return { stem: newcomer.stem, versions: succeed(former.versions, newcomer.versions) }
  })
}

function succeed<V extends Claimed>(former: readonly V[], newcomer: readonly V[]): readonly V[] {
  // An article that was dated ahead begins with being gone: what the address was before says more.
  const own = newcomer.slice(newcomer.findIndex(isContent))
  return [...former.filter(({ from }) => own.every((version) => from < version.from)), ...own]
}

function showsContent<V extends Claimed>({ versions }: Claim<V>): boolean {
  return versions.some(isContent)
}

function isContent({ shows }: Claimed): boolean {
  return shows.kind === 'content'
}
