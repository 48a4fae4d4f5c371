import type { NewlyWithheld } from '../ledger/guards/guard-context.ts'
import type { ReadManuscript } from './read-manuscript.ts'

/** The files that are kept back by now and would have been published, or have been in the feeds, by the first rules of reading. */
export function findNewlyWithheld(read: readonly ReadManuscript[]): readonly NewlyWithheld[] {
  return read.flatMap(({ path, isDraft, wasPublic, candidate, withheldBy }): NewlyWithheld[] => {
    const { earlier } = candidate ?? {}
    const isOutOfFeeds = candidate?.inFeeds === false && earlier?.inFeeds === true
    if (!(isDraft && wasPublic) && !isOutOfFeeds) return []
    const keeps = isDraft ? 'page' : 'entry'
    const key = withheldBy === undefined ? 'the folder of drafts' : `"${withheldBy.key}"`
    const { position } = withheldBy ?? {}
    return [{ path, key, keeps, ...(position && { position }) }]
  })
}
