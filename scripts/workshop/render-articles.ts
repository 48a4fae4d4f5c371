import type { RenderStages } from '../../src/publish/render-stages.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import type { PressedOrder } from './orders.ts'
import { workKey } from './work-keys.ts'

type RenderTasks = Parameters<RenderStages<object>['articles']>

/** Has each article rendered, in the order of the tasks, as `renderArticle` does. Its bytes are kept in files. */
export async function renderArticles(
  build: BuildState,
  [tasks, { frame, at }]: RenderTasks,
): Promise<readonly PressedOrder[]> {
  const framed = workKey(frame)
  const items = tasks.map(({ article, translations }) => {
    const own = build.finished.get(article.path)
    if (own === undefined) throw new Error(`Not finished: ${article.path}`)
    const { language } = article
    // What was shown before and will be for ever is the same at every moment.
    const isSettled = [article, ...translations].every(
      ({ published, expires }) => published <= at && expires === undefined,
    )
    const key = workKey(own.key, language, framed, translations, isSettled ? null : at)
    return { ...own, key, language, translations }
  })
  const { reading, finishing } = build
  return build.foreman.work('articles rendered', items, {
    kind: 'press',
    open: { kind: 'open', reading, ...(finishing && { finishing }), pressing: { frame, at } },
    order: (some) => ({ kind: 'press', orders: some.map(withoutKey) }),
  })
}
