import type { PolicyName } from './policy.ts'

/**
 * Each address that something may be at, and how it is cached; what most ask for comes first. What is at none of them is not
 * even looked for.
 */
export const ROUTES: readonly (readonly [path: RegExp, policy: PolicyName])[] = [
  [/^\/feed(?:\.[a-z]+)?$/, 'feed'],
  [/^\/articles\/[^/]+$/, 'article'],
  [/^\/tags\/[^/]+$/, 'feed'],
  [/^\/authors\/[^/]+$/, 'feed'],
  [/^\/sections\/[^/]+$/, 'feed'],
  [/^\/languages\/[^/]+$/, 'feed'],
  [/^\/archive\/[^/]+$/, 'feed'],
  [/^\/media\/[^/]+$/, 'media'],
  [/^\/style-[0-9a-f]+\.css$/, 'media'],
  [/^\/$/, 'page'],
  [/^\/feeds\.opml$/, 'page'],
  [/^\/sitemap(?:-[0-9]+)?\.xml$/, 'page'],
  [/^\/news-sitemap\.xml$/, 'page'],
  [/^\/robots\.txt$/, 'page'],
  [/^\/llms\.txt$/, 'page'],
]

/** How what is at a path is cached, if anything may be there. */
export function findPolicy(path: string): PolicyName | undefined {
  return ROUTES.find(([pattern]) => pattern.test(path))?.[1]
}
