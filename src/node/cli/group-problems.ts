import type { Problem } from '../../model/problem.ts'

/** The same message of several places. */
export interface ProblemGroup {
  readonly first: Problem
  /** The further places; empty where the message has fewer than {@link MANY}. */
  readonly others: readonly Problem[]
}

/** From so many places on a warning is told once. What keeps a build back is told at each place: each is to be mended. */
const MANY = 4

const ORDER = ['warning', 'stop', 'error'] as const

/**
 * Problems as they are told: errors last, where a terminal still shows them, and a warning that many places have once. Within a
 * severity they stay in the order of their first places.
 */
export function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  return ORDER.flatMap((severity) => {
    const own = problems.filter((problem) => problem.severity === severity)
    const groups = Map.groupBy(own, ({ message }) => message)
    return own.flatMap((first): ProblemGroup[] => {
      const all = groups.get(first.message) ?? []
      if (severity !== 'warning' || all.length < MANY) return [{ first, others: [] }]
      return all[0] === first ? [{ first, others: all.slice(1) }] : []
    })
  })
}

/** How many problems there are, in how many files: `2 errors, 12 warnings in 7 files`. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = ORDER.toReversed().flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  const files = new Set(problems.map(({ path }) => path)).size
  return `${counts.join(', ')} in ${files} file${files === 1 ? '' : 's'}`
}
