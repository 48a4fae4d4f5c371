import { ADDRESSES, stemUrl } from '../model/addresses.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered } from '../model/rendition.ts'
import { termsOfAll } from '../model/term.ts'
import { renderHomePage } from '../pages/home-page.ts'
import type { ListContext } from './list-context.ts'
import { listVersions } from './list-versions.ts'
import { createTimeline } from './timeline.ts'

/** Renders the home page: the newest articles, and a link to the archive. */
export function renderHome({ publication, archive, siteContext, fragmentsOf, at }: ListContext): Rendered {
  const { site } = siteContext
  const versions = listVersions(
    createTimeline(publication.articles, [], at),
    (state, moment) => ({
      listed: state.articles.slice(0, site.feed.items),
      archives: [archive.countAt(moment)],
    }),
    ({ listed, archives: [count = 0] }) => {
      const items = listed.map((article) => fragmentsOf(article).html)
      const body = renderHomePage({
        items,
        siteContext,
        terms: termsOfAll(listed),
        ...(count > 0 && { archive: stemUrl(site, ADDRESSES.archive.stemOf(count)) }),
      })
      return { kind: 'content', renditions: [{ form: 'html', type: MEDIA_TYPES.html, body }] }
    },
  )
  return { stem: ADDRESSES.home.stem, versions }
}
