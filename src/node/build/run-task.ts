import { represent } from '../../bundle/represent.ts'
import { BODY_FORMATS } from '../../content/article/body-formats.ts'
import { type Finished, finishArticle } from '../../content/article/finish-article.ts'
import { parseSeed, type SeedContext } from '../../content/article/parse-seed.ts'
import type { ParsedArticle, ParsedArticleFacts } from '../../content/article/parsed-article.ts'
import { readingFile, readSeed } from '../../content/article/read-seed.ts'
import { createReferences, type ReferenceIndex } from '../../content/article/references.ts'
import type { AssetParser } from '../../content/assets/asset-registry.ts'
import { frontMatterKeys } from '../../content/settings/article-settings.ts'
import { FEED_FORMATS } from '../../feeds/feed-formats.ts'
import type { BlobRef, BytesOrRef } from '../../model/blob.ts'
import type { Fragment, Rendered } from '../../model/rendition.ts'
import type { Resource } from '../../model/resource.ts'
import { renderArticle } from '../../publish/render-article.ts'
import { compress } from '../files/compress.ts'
import { detectLanguage } from '../files/detect-language.ts'
import { digest } from '../files/digest.ts'
import type { SeedPlace } from '../files/disk-seed.ts'
import { seedAt } from '../files/disk-seed.ts'
import type { BlobFile, BlobReader } from './blob-file.ts'
import { SpillMap } from './spill-map.ts'
import type {
  Dependency,
  FinishedTask,
  FinishTask,
  FinishTaskContext,
  ReadFacts,
  ReadTaskContext,
  RenderArticleTask,
  RenderedArticleRef,
  RenderTaskContext,
  Task,
  TaskKind,
  TaskResults,
} from './tasks.ts'

/** Runs the tasks of a build session on one thread. Results depend only on the tasks. */
export class TaskExecutor {
  readonly #blobs: BlobFile
  readonly #reader: BlobReader
  readonly #texts: SpillMap<ParsedArticleText>
  readonly #finished: SpillMap<Finished>
  #context: SeedContext = createContext({ timezone: 'UTC', drafts: false, handedDown: {} })
  #finishing:
    | { readonly imprint: FinishTaskContext['imprint']; readonly referenceIndex: () => ReferenceIndex }
    | undefined
  #rendering: RenderTaskContext | undefined
  #dependencies: Dependency[] = []
  readonly #tasks: { readonly [Kind in TaskKind]: (task: Task<Kind>) => readonly TaskResults[Kind][] } = {
    open: (task) => this.#open(task),
    read: ({ seeds }) => seeds.map((seed) => this.#read(seed)),
    finish: ({ tasks }) => tasks.map((each) => this.#runFinish(each)),
    render: ({ tasks }) => tasks.map((each) => this.#render(each)),
    represent: ({ rendered, deltas }) => rendered.map((each) => this.#represent(each, deltas)),
  }

  /** Results go to `kept`. Data that only later tasks of the same build need goes to `scratch`. */
  constructor(kept: BlobFile, scratch: BlobFile, reader: BlobReader) {
    this.#blobs = kept
    this.#reader = reader
    this.#texts = new SpillMap(scratch, reader)
    this.#finished = new SpillMap(scratch, reader)
  }

  /** Runs a task. Other threads can read the stored bytes afterwards. Throws as the task does. */
  run<Kind extends TaskKind>(task: Task<Kind>): readonly TaskResults[Kind][] {
    const done = this.#tasks[task.kind](task)
    this.#blobs.flush()
    return done
  }

  #open({ reading, finishing, rendering }: Task<'open'>): readonly never[] {
    this.#context = createContext(reading)
    this.#rendering = rendering
    if (finishing === undefined) return []
    const { imprint, addresses, assets } = finishing
    let referenceIndex: ReferenceIndex | undefined
    const open = (): ReferenceIndex => {
      const parsed = new Map(assets.map((asset) => [asset.path, asset.parsed]))
      const parse: AssetParser = ({ path }) => parsed.get(path) ?? {}
      const opened = createReferences(imprint, addresses, assets.map(seedAt), parse, (path, from) =>
        this.#dependencies.push({ path, from, answer: opened.answer(path, from) }),
      )
      return opened
    }
    this.#finishing = {
      imprint,
      // Rendering of cached articles does not need the index, and it is slow to make.
      referenceIndex: () => {
        referenceIndex ??= open()
        return referenceIndex
      },
    }
    return []
  }

  #read(place: SeedPlace): ReadFacts {
    const { parsedArticle, ...rest } = readSeed(seedAt(place), this.#context)
    if (parsedArticle === undefined) return rest
    const { source, html, locate: _locate, ...facts } = parsedArticle
    this.#texts.put(place.path, { source, html, facts })
    return { ...rest, parsedArticle: facts }
  }

  #runFinish(task: FinishTask): FinishedTask {
    this.#dependencies = []
    const finished = this.#finish(task)
    this.#finished.put(task.path, finished)
    const { facts, problems, own } = finished
    return { facts, problems, own, dependencies: this.#dependencies }
  }

  #finish({ identity, ...place }: FinishTask): Finished {
    if (this.#finishing === undefined)
      throw new Error('An article cannot be finished before the others are known')
    const { imprint, referenceIndex } = this.#finishing
    const text = this.#texts.take(place.path)
    const parsedArticle =
      text === undefined ? parseAgain(place, this.#context) : withPlaces(text, place, this.#context)
    return readingFile(place, () =>
      finishArticle(parsedArticle, identity, imprint, referenceIndex(), detectLanguage),
    )
  }

  #render(task: RenderArticleTask): RenderedArticleRef {
    if (this.#rendering === undefined)
      throw new Error('An article cannot be rendered before the site is known')
    const { siteContext, at } = this.#rendering
    const { language, translations } = task
    const { facts, content } = this.#finished.take(task.path) ?? this.#finish(task)
    const article = { ...facts, ...content, language }
    const { resources, fragments } = renderArticle(article, translations, {
      siteContext,
      formats: FEED_FORMATS,
      at,
      digest,
      compress,
    })
    const keep = ({ text }: Fragment): BlobRef => this.#blobs.append(new TextEncoder().encode(text))
    const entries = Object.entries(fragments.entries).map(([form, entry]) => [form, keep(entry)])
    return {
      resources: resources.map((resource) => this.#keep(resource)),
      fragments: {
        entries: Object.fromEntries(entries),
        html: keep(fragments.html),
        jsonBytes: fragments.jsonBytes,
      },
    }
  }

  #represent(rendered: Rendered, deltas: boolean): Resource<BytesOrRef> {
    return this.#keep(represent(rendered, { digest, compress, deltas, loadBlob: this.#reader.read }))
  }

  /** Stores the pieces of a resource, each once, and gives the resource with references to them. */
  #keep({ stem, versions, later }: Resource): Resource<BytesOrRef> {
    const kept = new Map<Uint8Array, BlobRef>()
    const keep = (piece: Uint8Array): BlobRef => {
      const place = kept.get(piece) ?? this.#blobs.append(piece)
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

function createContext({ timezone, drafts, handedDown }: ReadTaskContext): SeedContext {
  const keys = frontMatterKeys(timezone)
  return { keys, timezone, drafts, handedDown, digest, detectLanguage, formats: BODY_FORMATS }
}

/** Parses a seed again. Throws an Error if the seed is no longer an article. */
export function parseAgain(place: SeedPlace, context: SeedContext): ParsedArticle {
  const { parsedArticle } = parseSeed(seedAt(place), context)
  if (parsedArticle === undefined) throw new Error(`${place.path} was changed while it was read. Build again`)
  return parsedArticle
}

/** A parsed article without its functions. */
interface ParsedArticleText extends Pick<ParsedArticle, 'source' | 'html'> {
  readonly facts: ParsedArticleFacts
}

/** Adds the functions to a parsed article. They are needed only to print a problem, and then the seed is parsed again. */
function withPlaces(
  { facts, ...text }: ParsedArticleText,
  place: SeedPlace,
  context: SeedContext,
): ParsedArticle {
  return { ...facts, ...text, locate: (setting, inner) => parseAgain(place, context).locate(setting, inner) }
}
