import { knownTerms } from '../../ledger/known-terms.ts'
import type { Asset } from '../../model/asset.ts'
import { compareText } from '../../model/compare-text.ts'
import type { Instant } from '../../model/instant.ts'
import type { Publication } from '../../model/publication.ts'
import type { Site } from '../../model/site.ts'
import type { Finished } from '../article/finish-article.ts'
import type { SiteSettings } from '../settings/site-settings.ts'

/** The parts of a publication. */
export interface PublicationParts<Content> extends Pick<Publication, 'terms' | 'withdrawals'> {
  /** The moment of the publication. */
  readonly at: Instant
  readonly settings: SiteSettings
  /** The year in which the ledger began. */
  readonly year: number
  readonly pictures: Pick<Site, 'icon' | 'image'>
  readonly finished: readonly Pick<Finished<Content>, 'facts' | 'content'>[]
  readonly assets: readonly Asset[]
}

/**
 * Makes a publication from its parts, without its last change. If no setting names the site's language, the articles
 * decide it.
 */
export function completePublication<Content extends object>(
  parts: PublicationParts<Content>,
): Omit<Publication<Content>, 'changed'> {
  const { settings, year, pictures, assets, terms, withdrawals, at } = parts
  const { icon: _icon, image: _image, ...rest } = settings
  const language = settings.language ?? commonestLanguage(parts.finished)
  const articles = parts.finished
    .map(({ facts, content }) => ({ ...facts, language: facts.language ?? language, ...content }))
    .sort((a, b) => b.published - a.published || compareText(a.path, b.path))
  return {
    site: { ...rest, ...pictures, year, language },
    articles,
    assets,
    terms: knownTerms(terms, articles, at),
    withdrawals,
  }
}

function commonestLanguage(finished: readonly Pick<Finished, 'facts'>[]): string {
  const counts = new Map<string, number>()
  for (const {
    facts: { language },
  } of finished) {
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [commonest] = [...counts].sort(([a, first], [b, second]) => second - first || compareText(a, b))
  return commonest?.[0] ?? 'en'
}
