import { Temporal } from 'temporal-polyfill'
import { type Instant, instant } from '../../model/instant.ts'
import { UsageError } from './command-line.ts'

/** The moment it is, to the second. Only here is the clock read. */
export function readNow(): Instant {
  return instant(Math.floor(Date.now() / 1000) * 1000)
}

/**
 * The moment that a command works at: the one of its option, in RFC 3339, else now. Throws a UsageError where
 * the text is none.
 */
export function readMoment(option: string, text: string | undefined): Instant {
  if (text === undefined) return readNow()
  try {
    return instant(Temporal.Instant.from(text).epochMilliseconds)
  } catch (cause) {
    throw new UsageError(`${option} cannot be ${text}. Give a moment as 2026-02-28T11:00:00Z`, { cause })
  }
}
