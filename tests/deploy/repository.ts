import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeWorkingCopy } from '../cloudflare/working-copy.ts'
import { run } from '../support/run-script.ts'
import { writeArticles } from '../support/write-articles.ts'
import { type GitHost, startGitHost } from './git-host.ts'
import { HOST } from './publisher.ts'

const ROOT = join(import.meta.dirname, '../..')
const BRANCH = 'main'

/** Somebody with a name, wherever the test runs. */
const IDENTITY = ['-c', 'user.name=Redazione', '-c', 'user.email=redazione@strillone.example']

/** A site in version control: a repository on a host, and an author who pushes to it. */
export class Repository {
  readonly host: GitHost
  /** The author's working copy. */
  readonly author: string
  readonly #root: string
  readonly #bare: string
  #clones = 0

  private constructor(root: string, host: GitHost) {
    this.#root = root
    this.host = host
    this.#bare = join(root, 'host/site.git')
    this.author = join(root, 'author')
  }

  /** Makes one, with so many articles, that has not been published yet. */
  static async start(articles: number): Promise<Repository> {
    const root = mkdtempSync(join(tmpdir(), 'strillone-repository-'))
    const repository = new Repository(root, await startGitHost(join(root, 'host')))
    await git(root, 'init', '--quiet', '--bare', '--initial-branch', BRANCH, repository.#bare)
    await git(root, 'clone', '--quiet', repository.#bare, repository.author)
    const { seeds } = makeWorkingCopy(repository.author)
    for (const name of ['.gitattributes', '.gitignore'])
      cpSync(join(ROOT, name), join(repository.author, name))
    writeArticles(seeds, articles)
    writeFileSync(join(seeds, 'site.yaml'), `title: Molti articoli\nurl: http://${HOST}\nlanguage: it\n`)
    ignorePackages(repository.author)
    await repository.commit('Begin')
    await repository.push()
    return repository
  }

  /** What every step is told of where it runs. */
  get environment(): Readonly<Record<string, string>> {
    return {
      GITHUB_SERVER_URL: this.host.address,
      GITHUB_REF: `refs/heads/${BRANCH}`,
      // Not through the proxy that leads to the site.
      no_proxy: '127.0.0.1',
    }
  }

  /** Writes a file into the author's articles. */
  write(name: string, text: string): void {
    const path = join(this.author, 'seeds', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  /** Takes one away. */
  remove(name: string): void {
    rmSync(join(this.author, 'seeds', name))
  }

  /** Writes an article into them. */
  writeArticle(name: string, text = 'Sono parole.'): void {
    this.write(`${name}.md`, `---\ntitle: ${name}\ndate: 2026-03-01\n---\n${text}\n`)
  }

  async commit(message: string): Promise<void> {
    await git(this.author, 'add', '--all')
    await git(this.author, ...IDENTITY, 'commit', '--quiet', '--message', message)
  }

  async push(): Promise<void> {
    await git(this.author, 'push', '--quiet', 'origin', `HEAD:${BRANCH}`)
  }

  /** Has the author take over what is on the host. */
  async pull(): Promise<void> {
    await git(this.author, 'fetch', '--quiet', 'origin')
    await git(this.author, 'reset', '--quiet', '--hard', `origin/${BRANCH}`)
  }

  /** Has the host take no push from anybody but the author. */
  protect(): void {
    const hook = join(this.#bare, 'hooks/pre-receive')
    writeFileSync(
      hook,
      '#!/bin/sh\ntest -z "$REMOTE_USER" || { echo This branch is protected >&2; exit 1; }\n',
    )
    chmodSync(hook, 0o755)
  }

  /** What a file is on the host. */
  read(path: string): Promise<string> {
    return git(this.#bare, 'show', `${BRANCH}:${path}`)
  }

  /** The commits on the host, newest first, as `author: message`. */
  async log(): Promise<readonly string[]> {
    return (await git(this.#bare, 'log', '--format=%an <%ae>: %s', BRANCH)).split('\n')
  }

  /** Checks the branch out as `actions/checkout` does for a push. */
  async checkOut(): Promise<string> {
    this.#clones += 1
    const folder = join(this.#root, `clone-${this.#clones}`)
    await git(this.#root, 'clone', '--quiet', this.#bare, folder)
    await git(folder, 'remote', 'set-url', 'origin', `${this.host.address}/site.git`)
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    ignorePackages(folder)
    return folder
  }

  /** Checks out the merge of what the author has not pushed yet, as `actions/checkout` does for a pull request. */
  async checkOutMerge(): Promise<string> {
    const folder = await this.checkOut()
    await git(folder, 'fetch', '--quiet', this.author, 'HEAD')
    await git(folder, 'checkout', '--quiet', '--detach')
    await git(folder, ...IDENTITY, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'FETCH_HEAD')
    return folder
  }

  /** A folder for a runner. */
  runnerHome(): string {
    return mkdtempSync(join(this.#root, 'runner-'))
  }

  async stop(): Promise<void> {
    await this.host.close()
    rmSync(this.#root, { recursive: true, force: true })
  }
}

/** Runs git in a folder, and gives what it says. Throws where it fails. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run('git', args, { GIT_CONFIG_NOSYSTEM: '1' }, folder)
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

/** Here they are a link, which the project's .gitignore does not mean. */
function ignorePackages(folder: string): void {
  appendFileSync(join(folder, '.git/info/exclude'), 'node_modules\n')
}
