import { z } from 'zod'
import type { Author } from '../../model/article.ts'
import { MOST_AUTHORS } from '../source/bounds.ts'
import { legalLine } from '../source/legal-text.ts'

const EXAMPLE =
  'Write it as "Anna Neri", "Anna Neri <anna@example.org>" or { name: Anna Neri, email: anna@example.org, url: https://example.org }.'

const EMAIL = /^[^\s@<>]+@[^\s@<>]+$/

/** An absolute http(s) URL, in the form of the WHATWG URL parser. */
export const webAddress = z
  .string({ error: 'expected a web address. Write it whole: https://example.org/page.' })
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: (issue) =>
      `Cannot read the address ${JSON.stringify(issue.input)}. Write it whole: https://example.org/page.`,
  })
  .transform((text) => new URL(text).href)

const mailAddress = z
  .string()
  .transform(legalLine)
  .refine((text) => EMAIL.test(text), {
    error: (issue) =>
      `Cannot read the mail address ${JSON.stringify(issue.input)}. Write it as anna@example.org.`,
  })

const writtenAuthor = z
  .object({
    name: z.string().transform(legalLine).pipe(z.string().min(1)),
    email: mailAddress.nullish(),
    url: webAddress.nullish(),
  })
  .transform(({ name, email, url }): Author => ({ name, ...(email && { email }), ...(url && { url }) }))

const namedAuthor = z.string().transform(legalLine).pipe(z.string().min(1)).transform(parseAuthor)

/** An author: a name or a map. For a map, the message names what is wrong in it, not how an author is written. */
const author = z.unknown().transform((value, context): Author => {
  const { data, error } = (typeof value === 'string' ? namedAuthor : writtenAuthor).safeParse(value)
  if (data !== undefined) return data
  const [inner] = error?.issues.every(({ code }) => code === 'custom') ? error.issues : []
  if (inner !== undefined) context.addIssue({ code: 'custom', path: [...inner.path], message: inner.message })
  else {
    const message = `expected an author. ${EXAMPLE}`
    context.addIssue({ code: 'invalid_type', expected: 'object', input: value, message })
  }
  return z.NEVER
})

/** One author or a list of authors. Each is a name, `Name <mail>` or a map. */
export const authorsSetting = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z
    .array(author)
    .max(MOST_AUTHORS, { error: `expected at most ${MOST_AUTHORS} authors. Name the others in the text.` }),
)

/** Parses `Anna Neri <anna@example.org>`. A web address may stand between the brackets, too. */
function parseAuthor(text: string): Author {
  // `lastIndexOf`, because a regex would search for the bracket from each space of a long run, at quadratic cost.
  const bracket = text.endsWith('>') ? text.lastIndexOf('<') : -1
  const name = text.slice(0, Math.max(0, bracket)).trimEnd()
  const address = text.slice(bracket + 1, -1)
  if (name === '' || !/^[^<>\s]+$/.test(address)) return { name: text }
  if (webAddress.safeParse(address).success) return { name, url: new URL(address).href }
  return EMAIL.test(address) ? { name, email: address } : { name: text }
}
