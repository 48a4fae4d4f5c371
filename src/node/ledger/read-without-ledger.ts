import type { ParsedPublication } from '../../content/publication/complete-parsing.ts'
import type { Instant } from '../../model/instant.ts'
import { readPublication } from '../build/read-publication.ts'
import { useSession } from '../build/use-session.ts'
import { printError } from '../cli/print.ts'
import { printProblems } from '../cli/print-problems.ts'

/** A folder that can be published. */
export type Publishable = Required<Pick<ParsedPublication<object>, 'publication' | 'ledger'>>

/** Reads a folder as if it had no ledger. Resolves to undefined, with all errors told, if it cannot be published. */
export async function readWithoutLedger(directory: string, at: Instant): Promise<Publishable | undefined> {
  const purpose = { seeds: directory, url: undefined, mode: { kind: 'ledger' } } as const
  const { publication, ledger, problems, seeds } = await useSession({
    purpose,
    work: (session) => readPublication(session, { ...purpose, at }),
  })
  if (publication !== undefined && ledger !== undefined) return { publication, ledger }
  const errors = problems.filter(({ severity }) => severity === 'error')
  printProblems(errors, directory, seeds)
  printError('Nothing was written.')
  return undefined
}
