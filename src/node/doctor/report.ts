import type { Finding, Severity } from './finding.ts'

/** All that a visit found. */
export interface Report {
  /** The address that was given. */
  readonly url: string
  /** When the visit began, in RFC 3339. */
  readonly at: string
  /** How many requests it took. */
  readonly requests: number
  /** The id of the release that is live, where the site is one of ours. */
  readonly release?: string
  /** The feeds that answered; `format` is null of what cannot be read. */
  readonly feeds: readonly {
    readonly url: string
    readonly format: string | null
    readonly items: number
  }[]
  readonly findings: readonly Finding[]
  /** Whether there was anything to ask at all. */
  readonly isReached: boolean
}

/** The status that the command ends with if nothing could be asked. */
export const NOTHING_ASKED = 2

/** What a report comes to: also the status that the command ends with, 0, 1 or 2. */
export function statusOf({ findings, isReached }: Report): 0 | 1 | 2 {
  if (!isReached) return NOTHING_ASKED
  return countOf(findings, 'error') > 0 ? 1 : 0
}

/** How many findings have a severity. */
export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}
