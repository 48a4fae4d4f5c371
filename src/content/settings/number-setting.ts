import { z } from 'zod'

/** A whole number in a range, as a text of digits. */
export function wholeNumber(least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}. Write it as ${least}.`
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `Expected a whole number from ${least} to ${most}. Write such a number.`,
    })
}
