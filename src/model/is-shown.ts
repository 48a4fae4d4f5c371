import type { ArticleFacts } from './article.ts'
import type { Instant } from './instant.ts'

/** Whether an article is to be seen at a moment: its date has come, and it has not expired. */
export function isShown(
  { published, expires }: Pick<ArticleFacts, 'published' | 'expires'>,
  moment: Instant,
): boolean {
  return published <= moment && (expires === undefined || moment < expires)
}
