import type { Candidate } from '../../src/ledger/candidate.ts'
import { identify } from '../../src/ledger/identify.ts'
import { parseLedger, renderLedger } from '../../src/ledger/ledger-codec.ts'
import type { ArticleId, Slug } from '../../src/model/article.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import type { Ledger, LedgerEntry } from '../../src/model/ledger.ts'
import type { Dice } from '../support/dice.ts'
import { digestOf } from './an-entry.ts'

/** An article as its writer knows it: one thing, whatever happens to its file. */
interface TrueArticle {
  readonly number: number
  readonly file: Candidate
  readonly isDeleted: boolean
}

const HOUR = 3_600_000
const HEADER = {
  authority: 'example.org',
  year: 2026,
  feed: { url: 'https://example.org', title: 'Strillone', language: 'it' },
  terms: [],
}

/**
 * A folder of articles that people write in, with its ledger. Each change is one that an article can be found again
 * after; what is promised of the ledger is checked at every publication.
 */
export class FolderHistory {
  readonly #dice: Dice
  /** Every branch of this folder counts on from there. */
  readonly #numbers: { next: number }
  /** Which number each id was given to. */
  readonly #owners = new Map<ArticleId, number>()
  /** The id of each article that has been shown. */
  readonly #ids = new Map<number, ArticleId>()
  readonly #shownSlugs = new Set<Slug>()
  /** What has been changed since it was last published. Two changes at once may leave nothing to find an article by. */
  #changed = new Set<number>()
  #articles: readonly TrueArticle[] = []
  #ledger: string | undefined
  #now: number

  constructor(dice: Dice, now: number, numbers = { next: 1 }) {
    this.#dice = dice
    this.#now = now
    this.#numbers = numbers
  }

  get now(): number {
    return this.#now
  }

  /** A branch that knows what this one does. */
  branch(): FolderHistory {
    const branch = new FolderHistory(this.#dice, this.#now, this.#numbers)
    branch.#take(this)
    branch.#articles = this.#articles
    branch.#ledger = this.#ledger
    return branch
  }

  #take(other: FolderHistory): void {
    for (const [id, number] of other.#owners) this.#owners.set(id, number)
    for (const [number, id] of other.#ids) this.#ids.set(number, id)
    for (const slug of other.#shownSlugs) this.#shownSlugs.add(slug)
  }

  /** Takes over what two branches have made of this one, of which each wrote in articles of its own. */
  merge(branches: readonly FolderHistory[], isOf: (number: number, branch: number) => boolean): void {
    this.#articles = branches.flatMap((branch, index) =>
      branch.#articles.filter(({ number }) => isOf(number, index)),
    )
    const lines = new Set(branches.flatMap((branch) => (branch.#ledger ?? '').split('\n')))
    this.#ledger = [...lines].sort(() => (this.#dice.happens(2) ? 1 : -1)).join('\n')
    for (const branch of branches) this.#take(branch)
    this.#now = Math.max(...branches.map((branch) => branch.#now))
  }

  /** Something happens to one of the articles that `isOurs`, or a new one is written. */
  change(isOurs: (number: number) => boolean = () => true): void {
    const ours = this.#articles.filter(({ number }) => isOurs(number) && !this.#changed.has(number))
    if (ours.length === 0 || this.#dice.happens(4)) this.#add(isOurs)
    else this.#replace(this.#dice.pick(ours))
  }

  #add(isOurs: (number: number) => boolean): void {
    while (!isOurs(this.#numbers.next)) this.#numbers.next += 1
    const number = this.#numbers.next
    this.#numbers.next += 1
    const name = `a${number}`
    const file: Candidate = {
      ...{ path: `${name}.md`, name, slug: name as Slug, slugIsWritten: false, inFeeds: true },
      ...{ digest: this.#newDigest(), text: this.#newDigest().slice(0, 16), date: this.#anyDate() },
      ...(this.#dice.happens(6) && { id: `written ${number}` }),
    }
    this.#articles = [...this.#articles, { number, file, isDeleted: false }]
  }

  #replace({ number, file, isDeleted }: TrueArticle): void {
    this.#changed.add(number)
    const changes: readonly (() => Partial<TrueArticle>)[] = [
      () => ({ file: { ...file, ...this.#newPath() } }),
      () => ({ file: { ...file, ...this.#newPath(), date: this.#anyDate() } }),
      () => ({ file: { ...file, ...this.#newPath(), ...this.#newTitle(file), date: this.#anyDate() } }),
      () => ({ file: { ...file, ...(!file.slugIsWritten && { slug: this.#newSlug() }) } }),
      () => ({ file: { ...file, slug: this.#newSlug(), slugIsWritten: true } }),
      () => ({ file: { ...file, slug: this.#oldSlug(), slugIsWritten: true } }),
      () => ({ file: { ...file, date: this.#anyDate() } }),
      () => ({ file: { ...file, digest: this.#newDigest(), text: this.#newDigest().slice(0, 16) } }),
      () => ({ file: { ...file, inFeeds: !file.inFeeds } }),
      () => ({ file: { ...file, updated: this.#anyDate() } }),
      () => ({ isDeleted: true }),
      () => ({ isDeleted: false }),
    ]
    // What is deleted can only be put back as it was.
    const change = isDeleted ? { isDeleted: false } : this.#dice.pick(changes)()
    this.#articles = this.#articles.map((article) =>
      article.number === number ? { ...article, ...change } : article,
    )
  }

  #newDigest(): string {
    return digestOf(`${this.#numbers.next++}`)
  }

  /** Another title changes the words of an article, but not its text. */
  #newTitle({ slugIsWritten }: Candidate): Partial<Candidate> {
    return { digest: this.#newDigest(), ...(!slugIsWritten && { slug: this.#newSlug() }) }
  }

  #newPath(): Pick<Candidate, 'path' | 'name'> {
    const name = `p${this.#numbers.next++}`
    return { path: `${name}.md`, name }
  }

  #newSlug(): Slug {
    return `s${this.#numbers.next++}` as Slug
  }

  /** One that has been shown and that no article asks for now, if there is one. */
  #oldSlug(): Slug {
    const asked = new Set(this.#articles.map(({ file }) => file.slug))
    const free = [...this.#shownSlugs].filter((slug) => !asked.has(slug))
    return free.length === 0 ? this.#newSlug() : this.#dice.pick(free)
  }

  /** Some of them equal, and some still to come. */
  #anyDate(): Instant {
    return instant(Math.round(this.#now / HOUR) * HOUR + HOUR * (Math.floor(this.#dice.roll() * 12) - 6))
  }

  /** Publishes what is there, and returns all that is broken of what was promised. */
  publish(): readonly string[] {
    this.#now += Math.floor(this.#dice.roll() * 4 * HOUR)
    const at = instant(this.#now)
    const before = this.#ledger === undefined ? { ...HEADER, entries: [] } : this.#read(this.#ledger)
    for (const entry of before.entries) this.#show(entry, at)
    const candidates = this.#articles.filter(({ isDeleted }) => !isDeleted).map(({ file }) => file)
    const { found, updated, entries } = identify(candidates, before, at)
    const after: Ledger = { ...HEADER, entries }
    this.#ledger = renderLedger(after)
    this.#changed = new Set()
    for (const entry of entries) this.#show(entry, at)

    const again = identify(candidates, after, at)
    return [
      ...this.#brokenIds(found, at),
      ...this.#brokenSlugs(entries),
      ...(renderLedger({ ...HEADER, entries: again.entries }) === this.#ledger ? [] : ['not the same again']),
      ...(new Set(entries.map(({ id }) => id)).size === entries.length ? [] : ['an id twice']),
      ...(new Set(updated.values()).size === updated.size ? [] : ['an update twice']),
      ...candidates
        .filter(({ path, date }) => (updated.get(path) ?? 0) < date)
        .map(({ path }) => `${path} is updated before its date`),
    ]
  }

  #read(text: string): Ledger {
    const { ledger, problems } = parseLedger(text)
    if (ledger === undefined) throw new Error(JSON.stringify(problems))
    return ledger
  }

  #show({ slug, published, withdrawn }: LedgerEntry, at: Instant): void {
    if (published <= at && withdrawn === undefined) this.#shownSlugs.add(slug)
  }

  #brokenIds(found: ReadonlyMap<string, LedgerEntry>, at: Instant): readonly string[] {
    return this.#articles.flatMap(({ number, file, isDeleted }) => {
      const entry = found.get(file.path)
      if (isDeleted) return []
      if (entry === undefined) return [`article ${number} is not found`]
      const known = this.#ids.get(number)
      if (entry.published <= at) {
        this.#ids.set(number, known ?? entry.id)
        if ((this.#owners.get(entry.id) ?? number) !== number) return [`${entry.id} is another article's`]
        this.#owners.set(entry.id, number)
      }
      return known === undefined || known === entry.id ? [] : [`${known} has become ${entry.id}`]
    })
  }

  #brokenSlugs(entries: readonly LedgerEntry[]): readonly string[] {
    const known = new Set(entries.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]))
    const both = entries.filter(({ slug, formerSlugs }) => formerSlugs.includes(slug))
    return [
      ...[...this.#shownSlugs].filter((slug) => !known.has(slug)).map((slug) => `${slug} leads nowhere`),
      ...both.map(({ slug }) => `${slug} is current and former`),
    ]
  }
}
