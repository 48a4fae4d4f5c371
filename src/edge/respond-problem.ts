import { MEDIA_TYPES } from '../model/media-types.ts'
import { renderProblem } from '../model/problem-details.ts'
import { prefersJson } from './choose-representation.ts'
import type { PublishedSite } from './common-headers.ts'
import { respondText } from './respond-text.ts'

/** The statuses of errors whose answers are not in a pack. */
export type ProblemStatus = 400 | 405 | 412 | 416 | 500 | 503

/**
 * Answers with an error: a sentence, or problem details (RFC 9457) if the request prefers JSON by its URL or its Accept
 * header.
 */
export function respondProblem(
  status: ProblemStatus,
  detail: string,
  request: Request,
  site: PublishedSite,
  further: Readonly<Record<string, string>>,
): Response {
  const vary = { Vary: 'Accept', ...further }
  if (!prefersJson(request)) return respondText(status, `${detail}\n`, site, vary)
  return respondText(status, renderProblem(status, detail), site, {
    ...vary,
    'Content-Type': MEDIA_TYPES.problem,
  })
}
