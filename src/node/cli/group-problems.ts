import type { Problem } from '../../model/problem.ts'

/** Problems with the same message. */
export interface ProblemGroup {
  readonly first: Problem
  /** The other places. Empty if there are fewer than {@link MANY}. */
  readonly others: readonly Problem[]
}

/**
 * A warning that occurs in so many places is printed once. Errors and stops are always printed for each place, because each
 * must be mended.
 */
const MANY = 4

const ORDER = ['warning', 'stop', 'error'] as const

/**
 * Groups and sorts problems for printing. Errors come last, where a terminal still shows them. Problems of the same
 * severity keep the order of their first places.
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

/** Counts problems and files: `2 errors, 12 warnings in 7 files`. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = ORDER.toReversed().flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  const files = new Set(problems.map(({ path }) => path)).size
  return `${counts.join(', ')} in ${files} file${files === 1 ? '' : 's'}`
}
