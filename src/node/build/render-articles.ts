import type { RenderStages } from '../../publish/render-stages.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import { cacheKey } from './cache-keys.ts'
import type { RenderedArticleRef } from './tasks.ts'

type RenderTasks = Parameters<RenderStages<object>['articles']>

/** Renders each article, in the order of the tasks, as `renderArticle` does. The bytes are stored in files. */
export async function renderArticles(
  build: BuildState,
  [tasks, { siteContext, at }]: RenderTasks,
): Promise<readonly RenderedArticleRef[]> {
  const framed = cacheKey(siteContext)
  const items = tasks.map(({ article, translations }) => {
    const own = build.finished.get(article.path)
    if (own === undefined) throw new Error(`Not finished: ${article.path}`)
    const { language } = article
    // If all of these are published and none expires, the result does not depend on the moment.
    const isSettled = [article, ...translations].every(
      ({ published, expires }) => published <= at && expires === undefined,
    )
    const key = cacheKey(own.key, language, framed, translations, isSettled ? null : at)
    return { ...own, key, language, translations }
  })
  const { reading, finishing } = build
  return build.runner.work('articles rendered', items, {
    kind: 'render',
    open: { kind: 'open', reading, ...(finishing && { finishing }), rendering: { siteContext, at } },
    task: (some) => ({ kind: 'render', tasks: some.map(withoutKey) }),
  })
}
