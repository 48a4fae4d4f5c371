import { type SeedKind, seedKind } from '../src/content/seed-kind.ts'
import { mostBytes } from '../src/content/seed-size.ts'
import type { Problem } from '../src/model/problem.ts'
import { describeRefusal } from './describe-refusal.ts'

/** The error of a file or folder that the system does not let us read, and why. */
export function tellRefused(path: string, cause: unknown): Problem {
  // Node puts this mark for what it cannot decode, and then does not find the file by that name.
  if (path.includes('\ufffd'))
    return anError(path, 'Cannot read this: its name is not UTF-8. Give it another name.')
  const mend = 'Make it readable, or leave it out with a name that begins with "_".'
  return anError(path, `Cannot read this: ${describeRefusal(cause)}. ${mend}`)
}

/** The error of a link that leads out of the folder of articles: what lies there may be anybody's. */
export function tellOutside(path: string): Problem {
  const message =
    'This is a link out of the folder of articles, or to what is hidden there, and is not followed.'
  return anError(path, `${message} Put a copy of what it leads to in its place.`)
}

/** The error of a pipe or a device in the place of a file: it may have no end. */
export function tellEndless(path: string): Problem {
  const message =
    'This is a pipe or a device, not a file. Put a file in its place, or give it a name that begins with "_".'
  return anError(path, message)
}

/** What is too large, and the mend. */
const TEXTS: Partial<Record<SeedKind, readonly [what: string, mend: string]>> = {
  article: ['an article', 'Divide it into several.'],
  settings: ['the settings', 'Leave in it only what is a setting.'],
  ledger: ['a ledger', 'Bring back an earlier one from version control.'],
}

/** The error of a text that has too many bytes. Of pictures and other files it is told where one is shown. */
export function tellLargeText(path: string, size: number): Problem | undefined {
  const kind = seedKind(path)
  const [what, mend] = TEXTS[kind] ?? []
  if (what === undefined || size <= mostBytes(kind)) return undefined
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 100_000) / 10} MB`
  const most = megabytes(mostBytes(kind))
  return anError(path, `The file is of ${megabytes(size)}; ${what} may have ${most}. ${mend}`)
}

function anError(path: string, message: string): Problem {
  return { severity: 'error', path, line: 1, column: 1, message }
}
