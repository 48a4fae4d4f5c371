import type { Problem } from '../src/model/problem.ts'
import type { Seed } from '../src/model/seed.ts'
import { printError } from './print.ts'
import { renderExcerpt, renderProblem } from './render-problem.ts'

/** Prints problems to the standard error stream, one line each; on a terminal with the line that each is about. */
export function printProblems(problems: readonly Problem[], directory: string, seeds: readonly Seed[]): void {
  for (const problem of problems) {
    printError(renderProblem(problem, directory))
    if (!process.stderr.isTTY) continue
    const seed = seeds.find(({ path }) => path === problem.path)
    const excerpt = seed && renderExcerpt(problem, new TextDecoder().decode(seed.bytes))
    if (excerpt !== undefined) printError(...excerpt)
  }
}
