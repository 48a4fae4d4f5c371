import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import type { Line } from './print.ts'
import { printError } from './print.ts'

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

/** The most characters of a line that an excerpt shows: what fits on a wide terminal. */
const EXCERPT_WIDTH = 160

const COLOURS = { error: 'red', stop: 'magenta', warning: 'yellow' } as const

/** A problem as one line: `seeds/x.md:4:8 error …`, the severity in colour. */
export function renderProblem({ severity, path, line, column, message }: Problem, directory: string): Line {
  const place = [`${directory.replace(/\/$/, '')}/${path}`, line, column].filter((part) => part !== undefined)
  return [`${place.join(':')} `, { look: COLOURS[severity], text: severity }, ` ${message}`]
}

/** The line of the source that a problem is about, with a mark below its column; undefined where there is no such line. */
export function renderExcerpt({ line, column }: Problem, source: string): readonly string[] | undefined {
  const text = line === undefined ? undefined : source.split(/\r\n|\r|\n/)[line - 1]
  if (text === undefined) return undefined
  const margin = `${line} | `.padStart(8)
  const excerpt = margin + text.slice(0, EXCERPT_WIDTH)
  if (column === undefined || column > EXCERPT_WIDTH) return [excerpt]
  return [excerpt, `${' '.repeat(margin.length + column - 1)}^`]
}
