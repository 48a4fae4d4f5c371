import type { Instant } from '../model/instant.ts'
import type { Stem } from '../model/resource.ts'

/** What a stem shows from a moment on, rendered or represented. */
interface Claimed {
  readonly from: Instant
  readonly shows: { readonly kind: string }
}

/** A stem, with its versions. */
interface Claim<V extends Claimed> {
  readonly stem: Stem
  readonly versions: readonly V[]
}

/**
 * Merges claims for the same stem, when an article gets an address that was used before. Until the article is shown,
 * the address stays what it was, moved or gone; from then on it is the article's. If two claims have content for one
 * stem, or none has, they stay unmerged: no valid publication has such claims.
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
  // An article with a later date begins with `gone`. The earlier claim knows better what the address was.
  const own = newcomer.slice(newcomer.findIndex(isContent))
  return [...former.filter(({ from }) => own.every((version) => from < version.from)), ...own]
}

function showsContent<V extends Claimed>({ versions }: Claim<V>): boolean {
  return versions.some(isContent)
}

function isContent({ shows }: Claimed): boolean {
  return shows.kind === 'content'
}
