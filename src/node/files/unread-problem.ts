import type { Problem } from '../../model/problem.ts'
import { describeRefusal } from './describe-failure.ts'

/** Makes the error for a file or folder that the system refuses to read, with the reason. */
export function refusedProblem(path: string, cause: unknown): Problem {
  // Node puts this mark for a byte that it cannot decode, and then cannot find the file by that name.
  if (path.includes('\ufffd'))
    return anError(path, 'Cannot read this: its name is not UTF-8. Give it another name.')
  const mend = 'Make it readable, or leave it out with a name that begins with "_".'
  return anError(path, `Cannot read this: ${describeRefusal(cause)}. ${mend}`)
}

/** Makes the error for a link that leads out of the folder of articles. Its target may be private. */
export function outsideProblem(path: string): Problem {
  const message =
    'This is a link out of the folder of articles, or to what is hidden there, and is not followed.'
  return anError(path, `${message} Put a copy of what it leads to in its place.`)
}

/** Makes the error for a pipe or a device in place of a file. It may have no end. */
export function endlessProblem(path: string): Problem {
  const message =
    'This is a pipe or a device, not a file. Put a file in its place, or give it a name that begins with "_".'
  return anError(path, message)
}

function anError(path: string, message: string): Problem {
  return { severity: 'error', path, line: 1, column: 1, message }
}
