import { formatRfc3339, type Instant } from '../model/instant.ts'

/** The day of a moment in UTC, as writers are told it: `2026-02-28`. */
export function dayOf(moment: Instant): string {
  return formatRfc3339(moment).slice(0, 10)
}
