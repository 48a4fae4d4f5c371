import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../model/instant.ts'
import { UsageError } from './command-line.ts'

/** The current time, in whole seconds. Commands read the clock only here. */
export function readNow(): Instant {
  return instant(Math.floor(Date.now() / 1000) * 1000)
}

/**
 * The moment for a command: the one of its option, in RFC 3339, or else the current time. Throws a UsageError if the text
 * is not a moment.
 */
export function readMoment(option: string, text: string | undefined): Instant {
  if (text === undefined) return readNow()
  try {
    return instant(Temporal.Instant.from(text).epochMilliseconds)
  } catch (cause) {
    throw new UsageError(`${option} cannot be ${text}. Give a moment as 2026-02-28T11:00:00Z`, { cause })
  }
}
