const DURATION = /^(?:(?:(?<hours>\d{1,3}):)?(?<minutes>\d{1,3}):)?(?<seconds>\d{1,6})(?:[.,]\d+)?$/

/**
 * Reads how long something plays, in whole seconds: `3723`, `62:03`, `1:02:03`. A fraction of a second is left out.
 * Undefined for anything else, and for minutes and seconds beyond 59 where a larger unit stands before them.
 */
export function parseDuration(text: string): number | undefined {
  const part = DURATION.exec(text.trim())?.groups
  if (part === undefined) return undefined
  const [hours, minutes, seconds] = [part['hours'], part['minutes'], part['seconds']]
  const isTooMany = (after: string | undefined, before: string | undefined): boolean =>
    before !== undefined && Number(after) > 59
  if (isTooMany(seconds, minutes) || isTooMany(minutes, hours)) return undefined
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
}
