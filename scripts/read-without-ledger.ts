import type { ParsedPublication } from '../src/content/complete-parsing.ts'
import type { Instant } from '../src/model/instant.ts'
import { printError } from './print.ts'
import { printProblems } from './print-problems.ts'
import { readPublication } from './read-publication.ts'
import { useWorkshop } from './use-workshop.ts'

/** A folder that can be published. */
export type Publishable = Required<Pick<ParsedPublication<object>, 'publication' | 'ledger'>>

/** Reads a folder as if it had no ledger. Resolves to undefined, with all errors told, if it cannot be published. */
export async function readWithoutLedger(directory: string, at: Instant): Promise<Publishable | undefined> {
  const purpose = { seeds: directory, url: undefined, mode: { kind: 'ledger' } } as const
  const { publication, ledger, problems, seeds } = await useWorkshop({
    purpose,
    work: (workshop) => readPublication(workshop, { ...purpose, at }),
  })
  if (publication !== undefined && ledger !== undefined) return { publication, ledger }
  const errors = problems.filter(({ severity }) => severity === 'error')
  printProblems(errors, directory, seeds)
  printError('Nothing was written.')
  return undefined
}
