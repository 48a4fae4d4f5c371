import type { Problem } from '../../model/problem.ts'
import { type GuardContext, stopAt } from './guard-context.ts'

/** Guards against a new or changed article without content. Most likely its text is not written yet, or was lost. */
export function guardEmpty(context: GuardContext): Problem[] {
  const { before, after, publication } = context
  const digests = new Map((before?.entries ?? []).map(({ id, digest }) => [id, digest]))
  const now = new Map(after.entries.map(({ id, digest }) => [id, digest]))
  return publication.articles
    .filter(({ htmlBytes, enclosures }) => htmlBytes === 0 && enclosures.length === 0)
    .filter(({ id }) => !digests.has(id) || digests.get(id) !== now.get(id))
    .map(({ path }) =>
      stopAt(
        context,
        path,
        [],
        'The article has no content. Write its text, or draft: true until it has one.',
      ),
    )
}
