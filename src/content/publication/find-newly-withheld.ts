import type { NewlyWithheld } from '../../ledger/guards/guard-context.ts'
import type { ReadSeed } from '../article/read-seed.ts'

/** The files that are kept back by now, at once or from a moment on, and were published by the first rules of reading. */
export function findNewlyWithheld(read: readonly ReadSeed[]): readonly NewlyWithheld[] {
  return read.flatMap((seed): NewlyWithheld[] => {
    const { path, isDraft, wasPublic, candidate, parsedArticle, withheldBy } = seed
    const { earlier } = candidate ?? {}
    if (earlier && candidate?.expires !== undefined && earlier.expires === undefined) {
      const position = parsedArticle?.locate('expires')
      return [{ path, key: 'a date at which it expires', keeps: 'page', ...(position && { position }) }]
    }
    const isOutOfFeeds = candidate?.inFeeds === false && earlier?.inFeeds === true
    if (!(isDraft && wasPublic) && !isOutOfFeeds) return []
    const key = withheldBy === undefined ? 'the folder of drafts' : `"${withheldBy.key}"`
    const { position } = withheldBy ?? {}
    return [{ path, key, keeps: isDraft ? 'page' : 'entry', ...(position && { position }) }]
  })
}
