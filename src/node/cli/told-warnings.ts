import type { Problem } from '../../model/problem.ts'

/** The problems of a build that must be printed, and a summary of the others. */
export interface News {
  readonly problems: readonly Problem[]
  /** How many warnings are as before, and how many are gone. Empty if there are none of either. */
  readonly rest: readonly string[]
}

/** The warnings that this process has printed. A warning that appears with every build would be ignored. */
export class ToldWarnings {
  #told = new Set<string>()

  /** Gives the new problems of a build. An error is always new, because it explains why nothing was built. */
  tell(problems: readonly Problem[]): News {
    const isError = ({ severity }: Problem) => severity === 'error'
    const warnings = problems.filter((problem) => !isError(problem))
    const present = new Set(warnings.map(nameOf))
    const before = warnings.filter((problem) => this.#told.has(nameOf(problem))).length
    const gone = [...this.#told].filter((name) => !present.has(name)).length
    const news = problems.filter((problem) => isError(problem) || !this.#told.has(nameOf(problem)))
    // A build with an error does not find all warnings.
    const isWhole = !problems.some(isError)
    this.#told = isWhole ? present : new Set([...this.#told, ...present])
    return { problems: news, rest: renderRest(before, isWhole ? gone : 0) }
  }
}

/** Identifies a warning without its line, because an edit above it moves the line. */
function nameOf({ severity, path, message }: Problem): string {
  return JSON.stringify([severity, path, message])
}

function renderRest(before: number, gone: number): readonly string[] {
  const parts = [
    ...(before > 0 ? [`${before} warning${before === 1 ? '' : 's'} as before`] : []),
    ...(gone > 0 ? [`${gone} went`] : []),
  ]
  return parts.length === 0 ? [] : [parts.join(', ')]
}
