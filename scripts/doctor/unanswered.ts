import type { Failure } from './exchange.ts'
import type { Finding, Findings } from './finding.ts'

/** What a check says that got no answer; `what` names what it asked for: `HEAD`. */
export function unanswered(findings: Findings, what: string, { reason, failure }: Failure): Finding {
  if (reason === 'limit') return findings.info(`${what}: ${failure}`)
  return findings.warning(`${what}: ${failure}`, 'See whether the server, or what stands before it, takes it')
}
