import type { Finding, Severity } from './finding.ts'

/** The result of a visit. */
export interface Report {
  /** The address that the user gave. */
  readonly url: string
  /** When the visit began, as RFC 3339. */
  readonly at: string
  /** How many requests were sent. */
  readonly requests: number
  /** The id of the live release, if the site was built by Strillone. */
  readonly release?: string
  /** The feeds that answered. `format` is null if a feed cannot be read. */
  readonly feeds: readonly {
    readonly url: string
    readonly format: string | null
    readonly items: number
  }[]
  readonly findings: readonly Finding[]
  /** False if the host is unknown, or refuses connections. */
  readonly isReached: boolean
}

/** The exit status if the site could not be reached. */
export const NOTHING_ASKED = 2

/** The exit status of the command for a report: 0, 1 or 2. */
export function statusOf({ findings, isReached }: Report): 0 | 1 | 2 {
  if (!isReached) return NOTHING_ASKED
  return countOf(findings, 'error') > 0 ? 1 : 0
}

/** Counts the findings of a severity. */
export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}
