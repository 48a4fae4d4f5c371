declare const instantBrand: unique symbol

/** A moment in time: whole milliseconds since 1970-01-01T00:00:00Z. This code represents moments in no other form. */
export type Instant = number & { readonly [instantBrand]: true }

/** RFC 3339 has years of four digits. The year 0 is not used. */
export const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z') as Instant
/** The last millisecond of the year 9999. */
export const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999) as Instant

/** Brands milliseconds since the beginning of 1970 as a moment. Throws a RangeError outside of the years 1 to 9999. */
export function instant(epochMilliseconds: number): Instant {
  if (
    !Number.isInteger(epochMilliseconds) ||
    epochMilliseconds < FIRST_INSTANT ||
    epochMilliseconds > LAST_INSTANT
  ) {
    throw new RangeError(`Not an instant: ${epochMilliseconds}`)
  }
  return epochMilliseconds as Instant
}

/** The earliest moment of a publication. */
export const EPOCH: Instant = instant(0)

/** Returns the later of two moments. */
export function laterOf(a: Instant, b: Instant): Instant {
  return a < b ? b : a
}

/** Formats a moment by RFC 3339, in UTC and to the millisecond: `2025-12-28T11:00:00.000Z`. For Atom, JSON Feed and JSON. */
export function formatRfc3339(moment: Instant): string {
  return new Date(moment).toISOString()
}

/** Formats a moment as IMF-fixdate (RFC 9110 §5.6.7), to the second: `Sun, 28 Dec 2025 11:00:00 GMT`. For HTTP. */
export function formatHttpDate(moment: Instant): string {
  return new Date(moment).toUTCString()
}

/** Formats the day of a moment in UTC, for messages: `2026-02-28`. */
export function dayOf(moment: Instant): string {
  return formatRfc3339(moment).slice(0, 10)
}
