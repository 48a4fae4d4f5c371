import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseJsonFeed } from 'feedsmith'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { type CloudflareApi, startCloudflareApi } from '../cloudflare/cloudflare-api.ts'
import { type DeployedSite, startDeployedSite } from '../cloudflare/deployed-site.ts'
import type { ProcessGroup } from '../cloudflare/process-group.ts'
import { makeWorkingCopy } from '../cloudflare/working-copy.ts'
import { cloudflareEnvironment, runCommandIn, runWrangler, startCommandIn } from '../cloudflare/wrangler.ts'
import type { Outcome } from '../support/run-script.ts'
import { writeArticles } from '../support/write-articles.ts'

/** Where the site is for everybody who asks through the stand-in's proxy. */
export const HOST = 'molti.news'

/** A publisher at work: a folder, an account at the stand-in for Cloudflare, and the site as it is deployed there. */
export class Publisher {
  readonly folder: string
  readonly api: CloudflareApi
  readonly site: DeployedSite

  private constructor(folder: string, api: CloudflareApi, site: DeployedSite) {
    this.folder = folder
    this.api = api
    this.site = site
  }

  /** Starts one with so many articles. So few bytes ride inside the Worker that most are read from the store. */
  static async start(articles: number, settings = ''): Promise<Publisher> {
    const folder = mkdtempSync(join(tmpdir(), 'strillone-publisher-'))
    const api = await startCloudflareApi()
    const site = await startDeployedSite(api, 'strillone')
    makeWorkingCopy(folder)
    const publisher = new Publisher(folder, api, site)
    publisher.configure((text) => text.replace('npm run build', 'npm run build -- --hot-bytes 100000'))
    publisher.write(articles, settings)
    return publisher
  }

  /** Changes wrangler.toml. */
  configure(change: (text: string) => string): void {
    const path = join(this.folder, 'wrangler.toml')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  }

  /** Writes articles up to a number, and the settings of the site. */
  write(articles: number, settings = ''): void {
    const seeds = join(this.folder, 'seeds')
    writeArticles(seeds, articles)
    writeFileSync(
      join(seeds, 'site.yaml'),
      `title: Molti articoli\nurl: http://${HOST}\nlanguage: it\n${settings}`,
    )
  }

  /** Writes an article of a day; `more` are further lines of its front matter. */
  writeArticle(name: string, day: string, more: string): void {
    const text = `---\ntitle: About ${name}\ndate: ${day}\n${more}\n---\nThe text of ${name}.\n`
    writeFileSync(join(this.folder, 'seeds', `${name}.md`), text)
  }

  /** What a command of the publisher's finds in its environment. */
  get environment(): Readonly<Record<string, string>> {
    return { ...cloudflareEnvironment(this.api, this.folder), ...this.site.environment }
  }

  /** Runs one of the publisher's commands to its end. */
  run(script: string, ...args: readonly string[]): Promise<Outcome> {
    return runCommandIn(this.api, this.folder, script, args, this.site.environment)
  }

  /** Runs one of them with something else in its environment. */
  runWith(env: Readonly<Record<string, string>>, script: string): Promise<Outcome> {
    return runCommandIn(this.api, this.folder, script, [], { ...this.site.environment, ...env })
  }

  /** Starts one of them, to be ended before its time. */
  start(script: string, ...args: readonly string[]): ProcessGroup {
    return startCommandIn(this.api, this.folder, script, args, this.site.environment)
  }

  /** Runs one of them, to which a site is the one that is live. */
  runAt(site: DeployedSite, script: string, ...args: readonly string[]): Promise<Outcome> {
    return runCommandIn(this.api, this.folder, script, args, site.environment)
  }

  wrangler(...args: readonly string[]): Promise<Outcome> {
    return runWrangler(this.api, this.folder, args)
  }

  wranglerWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
    return runWrangler(this.api, this.folder, args, env)
  }

  /** Another Worker of the account, at an address of its own until the end of the test. */
  async siteOf(worker: string): Promise<DeployedSite> {
    const site = await startDeployedSite(this.api, worker)
    onTestFinished(() => site.stop())
    return site
  }

  get hasLedger(): boolean {
    return existsSync(join(this.folder, 'seeds/ledger.json'))
  }

  get ledger(): string {
    return readFileSync(join(this.folder, 'seeds/ledger.json'), 'utf8')
  }

  /** The packs that are stored. */
  get stored(): readonly string[] {
    return [...(this.api.account.namespaceTitled('strillone-packs')?.stored.keys() ?? [])].sort()
  }

  /** How many articles the site has, and whether every one of them, and each page of the archive, can be read. */
  async read(address = this.site.address): Promise<{ readonly articles: number; readonly isWhole: boolean }> {
    const { items = [] } = parseJsonFeed(await (await fetch(`${address}/feed.json`)).text())
    const newest = Number(/\d+$/.exec(items[0]?.title ?? '')?.[0] ?? -1)
    const numbers = Array.from({ length: newest + 1 }, (_, number) => number)
    const answers = await Promise.all(
      [...numbers.map((number) => `/articles/articolo-${number}`), '/archive/1', '/'].map((path) =>
        fetch(address + path),
      ),
    )
    await Promise.all(answers.map((answer) => answer.arrayBuffer()))
    return { articles: numbers.length, isWhole: answers.every(({ status }) => status === 200) }
  }

  /** Makes all that is in the account so many milliseconds older. */
  age(milliseconds: number): void {
    const earlier = (moment: string): string => new Date(Date.parse(moment) - milliseconds).toISOString()
    const { versions } = this.api.account.worker('strillone')
    for (const [index, version] of versions.entries()) {
      versions[index] = { ...version, createdOn: earlier(version.createdOn) }
    }
    const namespace = this.api.account.namespaceTitled('strillone-packs')
    for (const [key, { bytes, metadata }] of [...(namespace?.stored ?? [])]) {
      const { stored } = z.object({ stored: z.string() }).parse(metadata)
      namespace?.put(key, { bytes, metadata: { stored: earlier(stored) } })
    }
  }

  async stop(): Promise<void> {
    await this.site.stop()
    await this.api.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
