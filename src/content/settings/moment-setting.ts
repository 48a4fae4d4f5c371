import { z } from 'zod'
import { parseMoment } from './parse-moment.ts'

/** A moment or a day, in a site's time zone. */
export function momentSetting(timezone: string) {
  return z
    .string({ error: 'expected a date. Write it as 2026-02-28 or 2026-02-28T10:00:00+01:00.' })
    .transform((text, context) => {
      const parsed = parseMoment(text, timezone)
      if ('moment' in parsed) return parsed.moment
      context.addIssue({ code: 'custom', message: parsed.message })
      return z.NEVER
    })
}
