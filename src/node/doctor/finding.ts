import type { Failure } from './request.ts'

/** How much a finding matters. An error loses subscribers. A warning costs them something, or may cost something later. */
export type Severity = 'error' | 'warning' | 'info' | 'fine'

/** The subject of a check. */
export type CheckName =
  | 'reach'
  | 'certificate'
  | 'https'
  | 'robots'
  | 'release'
  | 'discovery'
  | 'redirect'
  | 'readers'
  | 'type'
  | 'document'
  | 'validators'
  | 'revalidation'
  | 'head'
  | 'compression'
  | 'caching'
  | 'cors'
  | 'size'
  | 'clock'
  | 'self'
  | 'hub'
  | 'ids'
  | 'ledger'

/** One result of a check, good or bad. */
export interface Finding {
  readonly check: CheckName
  readonly severity: Severity
  /** The address that was checked. */
  readonly url: string
  /** The reader that has the problem, if not all readers have it. */
  readonly reader?: string
  readonly message: string
  /** How to mend the problem. Absent if nothing is wrong. */
  readonly mend?: string
}

/** Makes the findings of one check for one address. */
export interface Findings {
  error(message: string, mend: string): Finding
  warning(message: string, mend: string): Finding
  info(message: string, mend?: string): Finding
  fine(message: string): Finding
}

/** Starts the findings of one check for one address, and for one reader if they concern only that one. */
export function findingsOf(check: CheckName, url: string, reader?: string): Findings {
  const make =
    (severity: Severity) =>
    (message: string, mend?: string): Finding => ({
      ...{ check, severity, url },
      ...(reader !== undefined && { reader }),
      message,
      ...(mend !== undefined && { mend }),
    })
  return { error: make('error'), warning: make('warning'), info: make('info'), fine: make('fine') }
}

/** The finding of a check whose request failed. `what` names the request: `HEAD`. */
export function unanswered(findings: Findings, what: string, { reason, failure }: Failure): Finding {
  if (reason === 'limit') return findings.info(`${what}: ${failure}`)
  return findings.warning(`${what}: ${failure}`, 'See whether the server, or what stands before it, takes it')
}
