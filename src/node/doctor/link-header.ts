/** The targets of the links with a relation in a `Link` header (RFC 8288 §3): absolute, in the order of the header. */
export function linksIn(header: string | undefined, relation: string, base: string): readonly string[] {
  const links = [...(header ?? '').matchAll(/<([^<>]*)>((?:\s*;\s*[\w-]+\*?\s*=\s*(?:"[^"]*"|[^\s;,"]*))*)/g)]
  return links.flatMap(([, target = '', parameters = '']) => {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? []
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/)
    return relations.includes(relation) && URL.canParse(target, base) ? [new URL(target, base).href] : []
  })
}
