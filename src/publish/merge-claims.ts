import type { Rendered, RenderedVersion } from '../model/rendition.ts'

/**
 * What is rendered, with each stem once where an article comes to an address that was given out before: until the
 * article is shown the address is what it was, moved or gone, and from then on the article's. Where two have something
 * to show under one stem, or none has, they are left as they are: that is nothing that a publication can mean.
 */
export function mergeClaims(rendered: readonly Rendered[]): readonly Rendered[] {
  return [...Map.groupBy(rendered, ({ stem }) => stem).values()].flatMap((claims) => {
    const [newcomer, ...rivals] = claims.filter(showsContent)
    const [former, ...further] = claims.filter((claim) => !showsContent(claim))
    if (!newcomer || !former || rivals.length > 0 || further.length > 0) return claims
    return { stem: newcomer.stem, versions: succeed(former.versions, newcomer.versions) }
  })
}

function succeed(
  former: readonly RenderedVersion[],
  newcomer: readonly RenderedVersion[],
): readonly RenderedVersion[] {
  // An article that was dated ahead begins with being gone: what the address was before says more.
  const own = newcomer.slice(newcomer.findIndex(isContent))
  return [...former.filter(({ from }) => own.every((version) => from < version.from)), ...own]
}

function showsContent({ versions }: Rendered): boolean {
  return versions.some(isContent)
}

function isContent({ shows }: RenderedVersion): boolean {
  return shows.kind === 'content'
}
