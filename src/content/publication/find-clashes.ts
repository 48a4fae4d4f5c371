import type { ArticleFacts } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import { dayOf } from '../../model/instant.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'

/** The settings that a slug or an id may come from, in order of precedence. */
const SOURCES = { slug: ['slug', 'permalink', 'title'], id: ['id'] } as const

type Clashing = Pick<ArticleFacts, 'path' | 'slug' | 'id' | 'atomId'>
type ParsedArticles = ReadonlyMap<string, Pick<ParsedArticle, 'locate'>>

/** The part of the ledger that shows which article came first. */
export interface KnownSlugs {
  readonly known: readonly Pick<LedgerEntry, 'id' | 'slug' | 'published' | 'withdrawn'>[]
  readonly at: Instant
}

/**
 * Finds articles that share a slug or an id. Each of them gets an error that names another one. If subscribers know one
 * of them under the slug, only the others get it. Of files with one id, only the first takes part in the comparison of
 * slugs.
 */
export function findClashes(
  articles: readonly Clashing[],
  parsedArticles: ParsedArticles,
  { known, at }: KnownSlugs,
): Problem[] {
  const byId = Map.groupBy(articles, ({ id }) => id)
  const distinct = [...byId.values()].flatMap(([first]) => first ?? [])
  const shown = new Map(
    known
      .filter(({ published, withdrawn }) => withdrawn === undefined && published <= at)
      .map((entry) => [entry.id, entry]),
  )
  const bySlug = Map.groupBy(distinct, ({ slug }) => slug)
  return [
    ...[...bySlug].flatMap(([slug, clash]) => {
      const owners = clash.filter(({ id }) => shown.get(id)?.slug === slug)
      const [owner, another] = owners
      const since = owner && another === undefined ? shown.get(owner.id)?.published : undefined
      if (owner === undefined || since === undefined) return tellEach('slug', slug, clash, parsedArticles)
      const mend = `${owner.path} has had it since ${dayOf(since)}. Write another slug here.`
      return clash
        .filter((article) => article !== owner)
        .map(({ path }) => tell('slug', path, parsedArticles, `The slug "${slug}" is taken: ${mend}`))
    }),
    ...[...byId].flatMap(([id, clash]) => tellEach('id', id, clash, parsedArticles)),
    ...[...Map.groupBy(distinct, ({ id, atomId = id }) => atomId)].flatMap(([uri, clash]) =>
      tellEach('id', uri, clash, parsedArticles),
    ),
  ]
}

function tellEach(
  setting: keyof typeof SOURCES,
  value: string,
  clash: readonly Clashing[],
  parsedArticles: ParsedArticles,
): Problem[] {
  if (clash.length < 2) return []
  return clash.map(({ path }, index) => {
    const other = clash[index === 0 ? 1 : 0]?.path ?? ''
    const line = parsedArticles.get(other)?.locate(setting)?.line
    const place = line === undefined ? other : `${other}:${line}`
    const message = `The ${setting} "${value}" is also that of ${place}. Write another ${setting} in the front matter of one.`
    return tell(setting, path, parsedArticles, message)
  })
}

function tell(
  setting: keyof typeof SOURCES,
  path: string,
  parsedArticles: ParsedArticles,
  message: string,
): Problem {
  return { severity: 'error', path, ...locateSource(parsedArticles.get(path), setting), message }
}

/** Finds where the source of a slug or an id is written. Undefined if it is not written. */
export function locateSource(
  parsedArticle: Pick<ParsedArticle, 'locate'> | undefined,
  setting: keyof typeof SOURCES,
): ReturnType<ParsedArticle['locate']> {
  return SOURCES[setting].map((source) => parsedArticle?.locate(source)).find((at) => at !== undefined)
}
