import { describe, expect, it } from 'vitest'
import type { Dice } from '../support/dice.ts'
import { FolderSeries } from '../support/folder-series.ts'
import { inManyRounds } from '../support/rounds.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What a subscriber has seen so far, over all editions of a folder. */
class Subscriber {
  readonly #idOf = new Map<string, string>()
  readonly #wordOf = new Map<string, string>()
  readonly #seen = new Set<string>()

  /** Reads the feed, and asks again for all that was ever there. Throws where a promise is broken. */
  async read(series: FolderSeries): Promise<void> {
    for (const { id, url, title } of await series.items()) {
      // Each article's title begins with a word that no other has, and keeps it.
      const [word = ''] = title.split(' ')
      const [known = id, owner = word] = [this.#idOf.get(word), this.#wordOf.get(id)]
      if (known !== id || owner !== word) throw new Error(`${word} is ${id}, and ${owner} is ${known}`)
      this.#idOf.set(word, id)
      this.#wordOf.set(id, word)
      for (const form of ['', '.json', '.md']) this.#seen.add(url + form)
    }
    const ids = (await series.items()).map(({ id }) => id)
    if (new Set(ids).size !== ids.length) throw new Error(`An id is there twice: ${ids.join(' ')}`)
    for (const url of this.#seen) {
      const answer = await series.get(url)
      if (![200, 301, 410].includes(answer.status)) throw new Error(`${url} answered ${answer.status}`)
      const next = answer.headers.get('Location')
      if (next !== null && (await series.get(next)).status !== 200) throw new Error(`${url} leads to ${next}`)
    }
  }
}

/** A writer who does one thing at a time with each article. */
class Writer {
  readonly #dice: Dice
  readonly #series: FolderSeries
  readonly #taken = new Map<string, string>()
  readonly #touched = new Set<string>()
  #count = 0

  constructor(dice: Dice, series: FolderSeries) {
    this.#dice = dice
    this.#series = series
  }

  get series(): FolderSeries {
    return this.#series
  }

  rested(): void {
    this.#touched.clear()
  }

  write(): void {
    const number = ++this.#count
    const day = new Date(this.#series.now + Math.floor(this.#dice.roll() * 12 - 9) * DAY).toISOString()
    const path = `${this.#dice.pick(['', 'a/', 'b/'])}file-${number}.md`
    this.#series.write(path, [`title: Word${number} here`, `date: ${day}`], `The words of ${number}.`)
    this.#touched.add(path)
  }

  change(): void {
    const mine = [...this.#series.seeds.keys()].filter(
      (path) => path.endsWith('.md') && !this.#touched.has(path),
    )
    if (mine.length === 0 || this.#dice.happens(4)) this.write()
    else this.#changeOne(this.#dice.pick(mine))
  }

  #changeOne(path: string): void {
    const number = ++this.#count
    const replace = (pattern: RegExp, text: string) =>
      this.#series.edit(path, (before) => before.replace(pattern, text))
    const set = (key: string, value: string) =>
      this.#series.edit(path, (before) =>
        before.replace(new RegExp(`^${key}: .*\n`, 'm'), '').replace('date:', `${key}: ${value}\ndate:`),
      )
    const moment = () =>
      new Date(this.#series.now + Math.floor(this.#dice.roll() * 8 - 4) * DAY).toISOString()
    this.#touched.add(path)
    this.#dice.pick([
      () => {
        this.#series.rename(path, `c/moved-${number}.md`)
        this.#touched.add(`c/moved-${number}.md`)
      },
      () => replace(/(title: Word\d+).*/, `$1 again ${number}`),
      () => replace(/date: .*/, `date: ${moment()}`),
      () => replace(/The words/, `More ${number}. The words`),
      () => set('slug', `slug-${number}`),
      () => set('expires', moment()),
      () => set('draft', String(this.#dice.happens(2))),
      () => set('feed', String(this.#dice.happens(2))),
      () => {
        this.#taken.set(path, this.#series.seeds.get(path) ?? '')
        this.#series.seeds.delete(path)
      },
      () => {
        for (const [kept, text] of this.#taken) this.#series.seeds.set(kept, text)
        for (const kept of this.#taken.keys()) this.#touched.add(kept)
        this.#taken.clear()
      },
    ])()
  }
}

/** Of an article that changed so much while it was away that nothing is left of it, the error says how to go on. */
async function publishAsAdvised(series: FolderSeries): Promise<void> {
  const errors = (await series.publish({ accept: true })).filter(({ severity }) => severity === 'error')
  for (const { path, message } of errors) {
    const id = / or (id: \S+) if it is the same article/.exec(message)?.[1]
    if (id === undefined) throw new Error(`${path}: ${message}`)
    series.edit(path, (text) => text.replace('date:', `${id}\ndate:`))
  }
  if (errors.length > 0)
    expect((await series.publish({ accept: true })).map(({ severity }) => severity)).not.toContain('error')
}

describe('a series of editions of a folder', () => {
  it('keeps one id for one article for ever, and every address that ever answered', async () => {
    await inManyRounds(async (dice) => {
      const series = new FolderSeries(
        '2026-03-01T12:00:00Z',
        'title: News\nurl: https://news.site\nlanguage: en\n',
      )
      const writer = new Writer(dice, series)
      const subscriber = new Subscriber()
      for (let edition = 0; edition < 12; edition += 1) {
        for (let step = 0; step < 4; step += 1) writer.change()
        await publishAsAdvised(series)
        writer.rested()
        await subscriber.read(series)
        series.now += Math.floor(dice.roll() * 5 * DAY)
        await subscriber.read(series)
        series.now += HOUR
      }
    }, 15)
  }, 900_000)
})
