import { renderHtml } from '../../src/content/html/html-render.ts'
import { parseHtml } from '../../src/content/html/html-tree.ts'
import type { Target } from '../../src/content/html/reference.ts'
import { sanitizeTree } from '../../src/content/html/sanitize.ts'
import type { Finding } from '../../src/content/html/sanitize-url.ts'

/** Sanitises HTML as that of the article `https://example.org/articles/bees`, from which these paths lead somewhere. */
export function sanitized(
  html: string,
  targets: Readonly<Record<string, Target>> = {},
): { html: string; findings: readonly Finding[] } {
  const { tree, findings } = sanitizeTree(parseHtml(html), {
    articleUrl: 'https://example.org/articles/bees',
    siteUrl: 'https://example.org',
    idPrefix: 'bees--',
    find: (path) => (Object.hasOwn(targets, path) ? targets[path] : undefined),
  })
  return { html: renderHtml(tree), findings }
}
