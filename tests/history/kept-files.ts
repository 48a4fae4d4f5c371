import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WrittenFile } from './folder/written-file.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/history')

/** Where something is kept of the folder `name`. */
export function keptPath(name: string, file: string): string {
  return join(FIXTURES, name, file)
}

/** Reads a file that is kept of the folder `name`: all of them were made once. */
export function loadBlob(name: string, file: string): string {
  return readFileSync(keptPath(name, file), 'utf8')
}

/** Tells each file of a folder that is not as it was when its record was made. */
export function compareFiles(name: string, files: readonly WrittenFile[]): readonly string[] {
  const kept = loadBlob(name, 'folder.txt').trim().split('\n')
  const written = digestFiles(files)
  return [
    ...kept.filter((line) => !written.includes(line)).map((line) => `the record has ${line}`),
    ...written.filter((line) => !kept.includes(line)).map((line) => `the folder has ${line}`),
  ]
}

/** The first 16 hexadecimal digits of each file's SHA-256, with its path. */
export function digestFiles(files: readonly WrittenFile[]): readonly string[] {
  return files
    .map(({ path, content }) => `${createHash('sha256').update(content).digest('hex').slice(0, 16)} ${path}`)
    .sort((a, b) => (a.slice(17) < b.slice(17) ? -1 : 1))
}
