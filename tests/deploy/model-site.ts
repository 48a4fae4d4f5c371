import { encodeLedgerModule } from '../../src/bundle/ledger-module.ts'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { LEDGER_PATH, renderLedger } from '../../src/ledger/ledger-codec.ts'
import { instant } from '../../src/model/instant.ts'
import { mergeLive } from '../../src/node/build/merge-live.ts'
import { type Account, connect } from '../../src/node/cloudflare/account.ts'
import { deployNewest } from '../../src/node/cloudflare/deploy-newest.ts'
import { listDeployed } from '../../src/node/cloudflare/deployed-versions.ts'
import { readLiveLedgers } from '../../src/node/cloudflare/read-live-ledgers.ts'
import { sealLedger } from '../../src/node/files/carried-ledger.ts'
import type { LiveLedgers } from '../../src/node/files/live-ledgers.ts'
import type { CloudflareApi } from '../cloudflare/cloudflare-api.ts'
import { uploadWorker } from '../cloudflare/upload-worker.ts'
import type { Worker } from '../cloudflare/worker.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'
import { ModelFolder } from './model-folder.ts'

const WORKER = 'site'
const HOUR = 3_600_000
const SITE = aSeed('site.yaml', 'title: News\nurl: https://news.site\nlanguage: en\n')

/** Somebody who publishes, with the ledger that lies in the folder there. */
export interface Builder {
  ledger: string | undefined
  /** Whether a deployment may write it. */
  readonly keeps: boolean
}

/** What a version shows to whoever asks. */
interface Edition {
  /** The id and the address of each article, by its true number. */
  readonly shown: ReadonlyMap<number, { readonly id: string; readonly slug: string }>
  /** All addresses at which it answers, with an article, the way to it, or that it is gone. */
  readonly answers: ReadonlySet<string>
}

/** What a build comes to. */
interface ModelBuild extends Edition {
  readonly ledger: string
  readonly merged: readonly string[]
}

/** Waits until a process may take its next step. */
export type Turn = () => Promise<void>

/** A site at the stand-in for Cloudflare: merged and deployed by the real code, without wrangler and bodies. */
export class ModelSite {
  readonly folder: ModelFolder
  readonly #api: CloudflareApi
  readonly #account: Account
  readonly #editions = new Map<string, Edition>()
  /** The addresses that answered 200, and the id under which each article was shown first. */
  readonly #addresses = new Set<string>()
  readonly #ids = new Map<number, string>()
  readonly #broken: string[] = []
  #now: number

  constructor(api: CloudflareApi, start: number) {
    this.#api = api
    process.env['CLOUDFLARE_API_BASE_URL'] = api.baseUrl
    this.#account = { id: api.account.id, client: connect({ type: 'api_token', token: api.token }) }
    api.account.workers.clear()
    this.folder = new ModelFolder(start)
    this.#now = start
  }

  /** Deploys what is committed, as `npm run deploy` does. Each step that others could notice waits for its turn. */
  async deploy(builder: Builder, turn: Turn = async () => undefined): Promise<void> {
    await deployNewest<ModelBuild>({
      readLive: () => turn().then(() => readLiveLedgers(this.#account, WORKER, undefined)),
      build: (live) => this.#build(builder, live),
      hold: (_, use) => use(),
      store: async () => undefined,
      listDeployed: () => turn().then(() => listDeployed(this.#account, WORKER)),
      upload: (built) => turn().then(() => this.#upload(built)),
      keep: async ({ ledger }) => {
        if (builder.keeps) builder.ledger = ledger
      },
    })
  }

  /** Goes back to an earlier version. */
  rollBack(pick: (versions: readonly string[]) => string): void {
    this.#makeLive(pick(this.#worker.versions.map(({ id }) => id)))
  }

  /** All that is broken of what was promised, once nobody deploys any more. */
  broken(): readonly string[] {
    const live = this.#editions.get(this.#worker.live()?.id ?? '')
    const dead = [...this.#addresses].filter((slug) => !live?.answers.has(slug))
    const ids = [...(live?.shown.values() ?? [])].map(({ id }) => id)
    return [
      ...this.#broken,
      ...dead.map((slug) => `${slug} answers 404`),
      ...(new Set(ids).size === ids.length ? [] : ['an item twice']),
    ]
  }

  get #worker(): Worker {
    return this.#api.account.worker(WORKER)
  }

  async #build(builder: Builder, live: LiveLedgers): Promise<ModelBuild> {
    this.#now += HOUR
    const files = this.folder.checkOut()
    const kept = builder.ledger === undefined ? [] : [aSeed(LEDGER_PATH, builder.ledger)]
    const merging = mergeLive([SITE, ...files.map(({ path, text }) => aSeed(path, text)), ...kept], live)
    const at = instant(this.#now)
    const parsed = await parsePublication({ seeds: merging.seeds }, { at, digest: sha256 })
    const problems = [...merging.problems, ...parsed.problems].filter(
      ({ severity }) => severity !== 'warning',
    )
    this.#broken.push(...problems.map(({ path, message }) => `${path}: ${message}`))
    const { publication, ledger } = parsed
    if (publication === undefined || ledger === undefined) throw new Error(this.#broken.join('\n'))
    const numbers = new Map(files.map(({ path, number }) => [path, number]))
    return {
      shown: new Map(
        publication.articles.map(({ path, id, slug }) => [numbers.get(path) ?? 0, { id, slug }]),
      ),
      answers: new Set([
        ...publication.articles.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]),
        ...publication.withdrawals.flatMap(({ slugs }) => slugs),
      ]),
      ledger: renderLedger(ledger.after),
      merged: live.merged,
    }
  }

  async #upload({ ledger, merged, ...edition }: ModelBuild) {
    const module = encodeLedgerModule({ release: 'r', ledger: sealLedger(ledger, merged).carried })
    const modules = { '1-ledger.bin': Uint8Array.from(module) }
    const isFirst = !this.#api.account.workers.has(WORKER)
    const id = await uploadWorker(this.#api, WORKER, 'export default {}', [], modules)
    this.#editions.set(id, edition)
    if (isFirst) this.#look(edition)
    else this.#makeLive(id)
    return { id }
  }

  #makeLive(id: string): void {
    this.#worker.deploy([{ version_id: id, percentage: 100 }])
    this.#look(this.#editions.get(id))
  }

  /** Takes what is live, as subscribers do: it must be theirs for ever. */
  #look(edition: Edition | undefined): void {
    for (const [number, { id, slug }] of edition?.shown ?? []) {
      this.#addresses.add(slug)
      const known = this.#ids.get(number) ?? id
      if (known !== id) this.#broken.push(`article ${number} was ${known} and is ${id}`)
      this.#ids.set(number, known)
    }
  }
}
