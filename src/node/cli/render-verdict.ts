import type { Problem } from '../../model/problem.ts'

/** Whether the problems of a folder prevent its publication. */
export type Verdict = 'error' | 'stop' | 'fine'

/** Judges problems. An error always prevents publication. A stop does, unless the writer accepts it. */
export function judge(problems: readonly Problem[], isAccepted: boolean): Verdict {
  if (problems.some(({ severity }) => severity === 'error')) return 'error'
  return !isAccepted && countStops(problems) > 0 ? 'stop' : 'fine'
}

/** The last line of a stopped command. `what` says what was not done. */
export function renderStop(problems: readonly Problem[], what: string): string {
  const stops = countStops(problems)
  const told = stops === 1 ? '1 thing' : `${stops} things`
  return `Stopped: ${told} to look at above; ${what}. Mend it, or publish it as it is with --accept.`
}

/** Says how many stops the writer has accepted, if any. */
export function renderAccepted(problems: readonly Problem[]): readonly string[] {
  const stops = countStops(problems)
  return stops === 0 ? [] : [`Accepted: ${stops} stop${stops === 1 ? '' : 's'}`]
}

function countStops(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'stop').length
}
