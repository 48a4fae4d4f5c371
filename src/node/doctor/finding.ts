import type { Failure } from './request.ts'

/** How much a finding matters: an error loses subscribers, a warning costs them something or may do so one day. */
export type Severity = 'error' | 'warning' | 'info' | 'fine'

/** What was looked at. */
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

/** One thing that a visit found, good or bad. */
export interface Finding {
  readonly check: CheckName
  readonly severity: Severity
  /** The address that it is about. */
  readonly url: string
  /** The reader that it happens to, where it does not happen to everybody. */
  readonly reader?: string
  readonly message: string
  /** What to do about it; none where nothing is wrong. */
  readonly mend?: string
}

/** Makes the findings of one check about one address. */
export interface Findings {
  error(message: string, mend: string): Finding
  warning(message: string, mend: string): Finding
  info(message: string, mend?: string): Finding
  fine(message: string): Finding
}

/** What one check is to say about one address, and of one reader if it is about that one alone. */
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

/** What a check says that got no answer; `what` names what it asked for: `HEAD`. */
export function unanswered(findings: Findings, what: string, { reason, failure }: Failure): Finding {
  if (reason === 'limit') return findings.info(`${what}: ${failure}`)
  return findings.warning(`${what}: ${failure}`, 'See whether the server, or what stands before it, takes it')
}
