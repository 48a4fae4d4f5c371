import { represent } from '../../src/bundle/represent.ts'
import type { AssetParser } from '../../src/content/asset-shelf.ts'
import { BODY_FORMATS } from '../../src/content/body-formats.ts'
import { type Finished, finishArticle } from '../../src/content/finish-article.ts'
import { createLibrary, type Library } from '../../src/content/library.ts'
import type { Manuscript, ManuscriptFacts } from '../../src/content/manuscript.ts'
import { parseSeed, type SeedContext } from '../../src/content/parse-seed.ts'
import { readManuscript } from '../../src/content/read-manuscript.ts'
import { readingFile } from '../../src/content/reading-file.ts'
import { frontMatterKeys } from '../../src/content/settings/article-settings.ts'
import type { BytesAtHand, KeptBytes } from '../../src/model/kept-bytes.ts'
import type { Fragment, Rendered } from '../../src/model/rendition.ts'
import type { Resource } from '../../src/model/resource.ts'
import { renderArticle } from '../../src/publish/render-article.ts'
import { compress } from '../compress.ts'
import { digest } from '../digest.ts'
import type { KeptFile, KeptReader } from './kept-file.ts'
import type {
  Asked,
  FinishedOrder,
  Finishing,
  FinishOrder,
  Order,
  OrderKind,
  PressArticleOrder,
  PressedOrder,
  Pressing,
  ReadFacts,
  Reading,
  SeedPlace,
  TaskResults,
} from './orders.ts'
import { Scratch } from './scratch.ts'
import { seedAt } from './seed-place.ts'

/** Does the work of a workshop on one thread. Whatever it is asked, the answer depends on the order alone. */
export class Hand {
  readonly #kept: KeptFile
  readonly #reader: KeptReader
  readonly #texts: Scratch<ManuscriptText>
  readonly #finished: Scratch<Finished>
  #context: SeedContext = createContext({ timezone: 'UTC', drafts: false, handedDown: {} })
  #finishing: { readonly imprint: Finishing['imprint']; readonly library: () => Library } | undefined
  #pressing: Pressing | undefined
  #asked: Asked[] = []
  readonly #tasks: { readonly [Kind in OrderKind]: (order: Order<Kind>) => readonly TaskResults[Kind][] } = {
    open: (order) => this.#open(order),
    read: ({ seeds }) => seeds.map((seed) => this.#read(seed)),
    finish: ({ orders }) => orders.map((each) => this.#finishOrder(each)),
    press: ({ orders }) => orders.map((each) => this.#press(each)),
    represent: ({ rendered, deltas }) => rendered.map((each) => this.#represent(each, deltas)),
  }

  /** What is made goes to `kept`; what is only needed until then to `scratch`. */
  constructor(kept: KeptFile, scratch: KeptFile, reader: KeptReader) {
    this.#kept = kept
    this.#reader = reader
    this.#texts = new Scratch(scratch, reader)
    this.#finished = new Scratch(scratch, reader)
  }

  /** Does what an order asks. What was kept meanwhile can be read by others afterwards. */
  do<Kind extends OrderKind>(order: Order<Kind>): readonly TaskResults[Kind][] {
    const done = this.#tasks[order.kind](order)
    this.#kept.flush()
    return done
  }

  #open({ reading, finishing, pressing }: Order<'open'>): readonly never[] {
    this.#context = createContext(reading)
    this.#pressing = pressing
    if (finishing === undefined) return []
    const { imprint, addresses, assets } = finishing
    let library: Library | undefined
    const open = (): Library => {
      const parsed = new Map(assets.map((asset) => [asset.path, asset.parsed]))
      const parse: AssetParser = ({ path }) => parsed.get(path) ?? {}
      const opened = createLibrary(imprint, addresses, assets.map(seedAt), parse, (path, from) =>
        this.#asked.push({ path, from, answer: opened.answer(path, from) }),
      )
      return opened
    }
    this.#finishing = {
      imprint,
      // Who presses what was finished before needs none, and it takes a while.
      library: () => {
        library ??= open()
        return library
      },
    }
    return []
  }

  #read(place: SeedPlace): ReadFacts {
    const { manuscript, ...rest } = readManuscript(seedAt(place), this.#context)
    if (manuscript === undefined) return rest
    const { source, html, locate: _locate, ...facts } = manuscript
    this.#texts.put(place.path, { source, html, facts })
    return { ...rest, manuscript: facts }
  }

  #finishOrder(order: FinishOrder): FinishedOrder {
    this.#asked = []
    const finished = this.#finish(order)
    this.#finished.put(order.path, finished)
    return { facts: finished.facts, problems: finished.problems, asked: this.#asked }
  }

  #finish({ identity, ...place }: FinishOrder): Finished {
    if (this.#finishing === undefined)
      throw new Error('An article cannot be finished before the others are known')
    const { imprint, library } = this.#finishing
    const text = this.#texts.take(place.path)
    const manuscript =
      text === undefined ? parseAgain(place, this.#context) : withPlaces(text, place, this.#context)
    return readingFile(place, () => finishArticle(manuscript, identity, imprint, library()))
  }

  #press(order: PressArticleOrder): PressedOrder {
    if (this.#pressing === undefined) throw new Error('Nothing can be pressed before the site is known')
    const { frame, at } = this.#pressing
    const { language, translations } = order
    const { facts, content } = this.#finished.take(order.path) ?? this.#finish(order)
    const article = { ...facts, ...content, language }
    const { resources, fragments } = renderArticle(article, translations, { frame, at, digest, compress })
    const keep = ({ text }: Fragment): KeptBytes => this.#kept.keep(new TextEncoder().encode(text))
    const { rss, atom, json, html } = fragments
    return {
      resources: resources.map((resource) => this.#keep(resource)),
      fragments: { rss: keep(rss), atom: keep(atom), json: keep(json), html: keep(html) },
    }
  }

  #represent(rendered: Rendered, deltas: boolean): Resource<BytesAtHand> {
    return this.#keep(represent(rendered, { digest, compress, deltas, readKept: this.#reader.read }))
  }

  /** The resource with its pieces kept, each once. */
  #keep({ stem, versions, later }: Resource): Resource<BytesAtHand> {
    const kept = new Map<Uint8Array, KeptBytes>()
    const keep = (piece: Uint8Array): KeptBytes => {
      const place = kept.get(piece) ?? this.#kept.keep(piece)
      kept.set(piece, place)
      return place
    }
    return {
      stem,
      versions: versions.map(({ from, shows }) => {
        if (shows.kind !== 'content') return { from, shows }
        const representations = shows.representations.map((each) => ({
          ...each,
          pieces: each.pieces.map(keep),
        }))
        return { from, shows: { kind: 'content', representations } }
      }),
      later,
    }
  }
}

function createContext({ timezone, drafts, handedDown }: Reading): SeedContext {
  return { keys: frontMatterKeys(timezone), timezone, drafts, handedDown, digest, formats: BODY_FORMATS }
}

/** The manuscript of a seed that was read before. Throws where there is none any more. */
export function parseAgain(place: SeedPlace, context: SeedContext): Manuscript {
  const { manuscript } = parseSeed(seedAt(place), context)
  if (manuscript === undefined) throw new Error(`${place.path} was changed while it was read. Build again`)
  return manuscript
}

/** A manuscript but for what is no data. */
interface ManuscriptText extends Pick<Manuscript, 'source' | 'html'> {
  readonly facts: ManuscriptFacts
}

/** The manuscript again; few are asked where something is written in them, and those are read once more. */
function withPlaces({ facts, ...text }: ManuscriptText, place: SeedPlace, context: SeedContext): Manuscript {
  return { ...facts, ...text, locate: (setting, inner) => parseAgain(place, context).locate(setting, inner) }
}
