import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { countProblems, groupProblems } from './group-problems.ts'
import type { Line } from './print.ts'
import { printError } from './print.ts'

/**
 * Prints problems to the standard error stream, one line each, and then their count. On a terminal, each has an excerpt of
 * its source. A message that occurs in many places is printed once, with some of the places.
 */
export function printProblems(problems: readonly Problem[], directory: string, seeds: readonly Seed[]): void {
  const isTerminal = process.stderr.isTTY
  for (const { first, others } of groupProblems(problems)) {
    printError(renderProblem(first, directory))
    const seed = isTerminal ? seeds.find(({ path }) => path === first.path) : undefined
    const excerpt = seed && renderExcerpt(first, new TextDecoder().decode(seed.bytes))
    if (excerpt !== undefined) printError(...excerpt)
    if (others.length > 0) printError(renderOthers(others, directory))
  }
  if (problems.length > 1) printError(countProblems(problems))
}

/** How many further places of a message are named. */
const NAMED_PLACES = 2

function renderOthers(others: readonly Problem[], directory: string): string {
  const named = others.slice(0, NAMED_PLACES).map((problem) => placeOf(problem, directory))
  const rest = others.length > NAMED_PLACES ? ' …' : ''
  return `  ${others.length} more such: ${named.join(', ')}${rest}`
}

/** The most characters of a source line in an excerpt: the width of a wide terminal. */
const EXCERPT_WIDTH = 160

const COLOURS = { error: 'red', stop: 'magenta', warning: 'yellow' } as const

/** Renders a problem as one line: `seeds/x.md:4:8 error …`, with the severity in colour. */
export function renderProblem(problem: Problem, directory: string): Line {
  const { severity, message } = problem
  return [`${placeOf(problem, directory)} `, { look: COLOURS[severity], text: severity }, ` ${message}`]
}

function placeOf({ path, line, column }: Problem, directory: string): string {
  const parts = [`${directory.replace(/\/$/, '')}/${path}`, line, column]
  return parts.filter((part) => part !== undefined).join(':')
}

/** Renders the source line of a problem, with a mark below its column. Undefined if there is no such line. */
export function renderExcerpt({ line, column }: Problem, source: string): readonly string[] | undefined {
  const text = line === undefined ? undefined : source.split(/\r\n|\r|\n/)[line - 1]
  if (text === undefined) return undefined
  const margin = `${line} | `.padStart(8)
  const excerpt = margin + text.slice(0, EXCERPT_WIDTH)
  if (column === undefined || column > EXCERPT_WIDTH) return [excerpt]
  return [excerpt, `${' '.repeat(margin.length + column - 1)}^`]
}
