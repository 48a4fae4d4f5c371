import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { EDITIONS, folderAt, RECORDED_AT } from '../folder/editions.ts'
import type { WrittenFile } from '../folder/written-file.ts'
import { digestFiles, keptPath } from '../kept-files.ts'
import { publishFolder } from '../publish-folder.ts'
import { encodePart, PARTS } from '../record.ts'
import { withheldFolder } from '../withheld/withheld-folder.ts'
import { readRecord } from './read-record.ts'

/**
 * Made what tests/fixtures/history keeps of two folders, once, with the code of that day: `node tests/history/maker/make-record.ts`.
 * It writes over nothing: what subscribers have cannot be made anew.
 */
async function makeRecord(
  name: string,
  editions: readonly (readonly [string, readonly WrittenFile[]])[],
  parts: readonly (typeof PARTS)[number][],
): Promise<void> {
  if (existsSync(keptPath(name, 'ledger.json'))) {
    process.stderr.write(`The record of "${name}" is there. It is never made again: see CONTRIBUTING.md.\n`)
    process.exitCode = 1
    return
  }
  let ledger: string | undefined
  for (const [moment, files] of editions) ledger = (await publishFolder(files, ledger, moment)).ledger
  const files = editions.at(-1)?.[1] ?? []
  const record = await readRecord(await publishFolder(files, ledger, RECORDED_AT), pathsOf(ledger ?? ''))
  write(name, 'ledger.json', ledger ?? '')
  write(name, 'folder.txt', `${digestFiles(files).join('\n')}\n`)
  for (const part of parts) write(name, `${part}.jsonl`, encodePart(record, part))
}

/** The file of each id, as the ledger has it. */
function pathsOf(ledger: string): ReadonlyMap<string, string> {
  const entries = ledger.matchAll(/^,\{"id":("(?:[^"\\]|\\.)*").*?"path":("(?:[^"\\]|\\.)*")/gm)
  return new Map(
    [...entries].map(([, id = '', path = '']) => [String(JSON.parse(id)), String(JSON.parse(path))]),
  )
}

function write(name: string, file: string, content: string): void {
  mkdirSync(dirname(keptPath(name, file)), { recursive: true })
  writeFileSync(keptPath(name, file), content)
}

await makeRecord(
  'subscribed',
  EDITIONS.map((moment, index) => [moment, folderAt(index + 1)] as const),
  PARTS,
)
await makeRecord('withheld', [[EDITIONS[0] ?? '', withheldFolder()]], ['articles'])
