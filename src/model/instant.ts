declare const instantBrand: unique symbol

/** A moment in time: whole milliseconds since 1970-01-01T00:00:00Z. The only form a moment takes in this code. */
export type Instant = number & { readonly [instantBrand]: true }

/** The moment that is `epochMilliseconds` after 1970 began. Throws a RangeError where no Date can hold it. */
export function instant(epochMilliseconds: number): Instant {
  if (!Number.isInteger(epochMilliseconds) || Number.isNaN(new Date(epochMilliseconds).getTime())) {
    throw new RangeError(`Not an instant: ${epochMilliseconds}`)
  }
  return epochMilliseconds as Instant
}

/** The moment before every other that a publication can hold. */
export const EPOCH: Instant = instant(0)

/** RFC 3339, in UTC and to the millisecond: `2025-12-28T11:00:00.000Z`. For Atom, JSON Feed and JSON. */
export function formatRfc3339(moment: Instant): string {
  return new Date(moment).toISOString()
}

/** IMF-fixdate of RFC 9110 §5.6.7, to the second: `Sun, 28 Dec 2025 11:00:00 GMT`. For HTTP. */
export function formatHttpDate(moment: Instant): string {
  return new Date(moment).toUTCString()
}
