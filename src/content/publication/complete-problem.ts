import type { Problem } from '../../model/problem.ts'
import { seedKind } from '../source/seed-kind.ts'

/**
 * A problem as it is told, whatever it quotes: in one line, without characters that a terminal obeys, and with a place.
 * What concerns a whole text is told of its beginning; pictures and sounds have no lines, and neither has a file that is
 * not there.
 */
export function completeProblem(problem: Problem, isThere: boolean): Problem {
  const message = problem.message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  const kind = seedKind(problem.path)
  const beginning = !isThere || kind === 'image' || kind === 'media' ? {} : { line: 1, column: 1 }
  return { ...beginning, ...problem, message }
}
