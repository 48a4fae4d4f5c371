import { ACCOUNT } from './account.ts'
import type { Findings, Part, Target } from './part.ts'
import type { Machine, ResultEntry, Results } from './results.ts'
import { renderTable } from './table.ts'

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\` from [results.json](results.json); do not edit it. What is compared is measured side by side,
in rounds, so that the ratios hold on a machine that does other things too; the absolute figures are this machine's. Each part was
measured when its section says, and has its own machine there.

\`npm run bench\` measures the quick parts, \`npm run bench -- NAME…\` those that are named, \`-- --all\` all of them. It needs Linux,
and \`hugo\` from the distribution's packages for the comparison with it; the other peers are fetched from npm.`

/** Renders the whole report. A part without results says so. */
export function renderReport(results: Results, parts: readonly Part[]): string {
  const measured = parts.flatMap((part) => {
    const entry = results[part.name]
    return entry === undefined ? [] : [{ part, entry }]
  })
  const all = measured.flatMap(({ part, entry }) =>
    entry.findings.targets.map((target) => ({ part, target })),
  )
  const overview = renderTable({
    columns: ['part', 'what', 'must reach', 'measured', 'reached'],
    rows: all.map(({ part, target }) => [part.name, ...renderTarget(target)]),
  })
  const sections = parts.map((part) => `## ${part.title}\n\n${renderSection(results[part.name], part)}`)
  return `${[INTRODUCTION, overview, ACCOUNT, ...sections].join('\n\n')}\n`
}

/** Renders the results of a part, without date and machine. */
export function renderFindings({ method, targets, tables }: Findings): string {
  const goals = renderTable({
    columns: ['what', 'must reach', 'measured', 'reached'],
    rows: targets.map(renderTarget),
  })
  return [
    method.join(' '),
    ...(targets.length === 0 ? [] : [goals]),
    ...tables.map((table) => `${table.caption}\n\n${renderTable(table)}`),
  ].join('\n\n')
}

function renderSection(entry: ResultEntry | undefined, { name }: Part): string {
  if (entry === undefined) return `Not measured yet: \`npm run bench -- ${name}\`.`
  const { date, commit, machine, findings } = entry
  const when = `Measured with \`npm run bench -- ${name}\` on ${date.slice(0, 10)} at ${date.slice(11, 16)} UTC (commit ${commit}): ${renderMachine(machine)}`
  return [when, renderFindings(findings)].join('\n\n')
}

function renderMachine({ processor, cores, memoryGigabytes, system, load, node, workerd }: Machine): string {
  const busy =
    load > cores
      ? ` The machine was busy with other work: its load was ${load} at the end.`
      : ` Load at the end: ${load}.`
  return `${processor}, ${cores} cores, ${memoryGigabytes} GB, ${system}, Node ${node.slice(1)}, workerd ${workerd}.${busy}`
}

function renderTarget({ what, mustReach, measured, reached }: Target): readonly string[] {
  return [what, mustReach, measured, reached ? 'yes' : '**no**']
}
