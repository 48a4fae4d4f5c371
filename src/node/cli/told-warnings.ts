import type { Problem } from '../../model/problem.ts'

/** Of the problems of a build, which are to be printed, and in a line what is not. */
export interface News {
  readonly problems: readonly Problem[]
  /** How many warnings are as before, and how many went; no line where neither is. */
  readonly rest: readonly string[]
}

/** What the builds of one process have told: what is told with each of them, nobody reads. */
export class ToldWarnings {
  #told = new Set<string>()

  /** Of a build's problems those that are news. An error always is: it is why nothing was built. */
  tell(problems: readonly Problem[]): News {
    const isError = ({ severity }: Problem) => severity === 'error'
    const warnings = problems.filter((problem) => !isError(problem))
    const present = new Set(warnings.map(nameOf))
    const before = warnings.filter((problem) => this.#told.has(nameOf(problem))).length
    const gone = [...this.#told].filter((name) => !present.has(name)).length
    const news = problems.filter((problem) => isError(problem) || !this.#told.has(nameOf(problem)))
    // A build that meets an error does not look for all warnings.
    const isWhole = !problems.some(isError)
    this.#told = isWhole ? present : new Set([...this.#told, ...present])
    return { problems: news, rest: renderRest(before, isWhole ? gone : 0) }
  }
}

/** Where it is in the file is not of it: a line may be written above. */
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
