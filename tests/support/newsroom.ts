import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedLedger, parseLedger } from '../../src/ledger/ledger-codec.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import { type Outcome, run, runCommand } from './run-script.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder of articles that a test publishes from, under an address that could be real. */
export class Newsroom {
  readonly folder: string
  readonly seeds: string
  out: string

  constructor(site = 'title: News\nurl: https://news.site\nlanguage: en\n') {
    this.folder = temporaryFolder()
    this.seeds = join(this.folder, 'seeds')
    this.out = join(this.folder, 'out')
    mkdirSync(this.seeds)
    this.write('site.yaml', site)
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(join(this.seeds, path, '..'), { recursive: true })
    writeFileSync(join(this.seeds, path), text)
  }

  /** Writes an article of a day; `more` are further lines of its front matter. */
  article(name: string, day = '2026-01-10', more = ''): void {
    this.write(`${name}.md`, `---\ntitle: About ${name}\ndate: ${day}\n${more}---\nThe text of ${name}.\n`)
  }

  remove(path: string): void {
    rmSync(join(this.seeds, path))
  }

  /** Builds at noon of a day, and keeps the ledger. */
  build(day: string, ...args: readonly string[]): Promise<Outcome> {
    return this.tryBuild(day, '--publish', ...args)
  }

  /** Builds at noon of a day what a deployment would publish. */
  tryBuild(day: string, ...args: readonly string[]): Promise<Outcome> {
    const at = `${day}T12:00:00Z`
    return runCommand('build', ['--seeds', this.seeds, '--out', this.out, '--at', at, ...args])
  }

  check(day: string, ...args: readonly string[]): Promise<Outcome> {
    return runCommand('check', ['--seeds', this.seeds, '--at', `${day}T12:00:00Z`, ...args])
  }

  ledgerCommand(...args: readonly string[]): Promise<Outcome> {
    return runCommand('ledger', [...args, '--seeds', this.seeds])
  }

  get hasLedger(): boolean {
    return existsSync(join(this.seeds, 'ledger.json'))
  }

  get ledgerText(): string {
    return readFileSync(join(this.seeds, 'ledger.json'), 'utf8')
  }

  get ledger(): ParsedLedger['ledger'] {
    return parseLedger(this.ledgerText).ledger
  }

  /** The entry of the article in a file. */
  entry(path: string): LedgerEntry | undefined {
    return this.ledger?.entries.find((entry) => entry.path === path)
  }

  /** Asks git in the folder of articles. */
  async git(...args: readonly string[]): Promise<Outcome> {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@news.site', '-c', 'init.defaultBranch=main']
    const outcome = await run('git', [...who, ...args], {}, this.seeds)
    if (outcome.status !== 0) throw new Error(outcome.stderr)
    return outcome
  }
}
