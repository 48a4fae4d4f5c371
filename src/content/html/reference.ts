/** What a path below the folder of articles leads to. */
export interface Target {
  /** Absolute. */
  readonly url: string
  /** What comes before the ids in an article's HTML; see {@link ReferenceBase.idPrefix}. */
  readonly idPrefix?: string
  /** The media type of a file. */
  readonly type?: string
  /** Pixels of a picture. */
  readonly width?: number
  readonly height?: number
}

/** What the references in an article are resolved against. */
export interface ReferenceBase {
  /** The absolute URL of the article. */
  readonly articleUrl: string
  /** The absolute URL of the site, without a slash at its end. */
  readonly siteUrl: string
  /** Keeps the ids of articles apart that are shown on one page. */
  readonly idPrefix: string
  /** What a local path leads to, taken from the article's own folder: `other.md`, `../x/`, `photo.jpg`. */
  readonly find: (path: string) => Target | undefined
}

/** A reference made absolute. */
export interface Reference extends Target {
  /** Told where the reference leads nowhere that we know of. */
  readonly isLost: boolean
}

/** The schemes that a representation may hold; all others act in the reader's name. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:'])

const LOCAL = /^(?![a-z][a-z\d+.-]*:|\/\/|\\)(?<path>[^?#]*)(?<query>\?[^#]*)?(?:#(?<fragment>.*))?$/is

/**
 * Makes a reference absolute: a fragment against the article, a local path by what it leads to, anything else as URLs
 * do (RFC 3986 §5). Gives nothing for a URL that nobody may follow, `javascript:` first of all.
 */
export function resolveReference(written: string, base: ReferenceBase): Reference | undefined {
  const { path = '', query = '', fragment } = LOCAL.exec(written.trim())?.groups ?? {}
  if (path === '' && query === '' && fragment !== undefined) {
    return {
      url: absolute(`#${base.idPrefix}${fragment}`, base.articleUrl) ?? base.articleUrl,
      isLost: false,
    }
  }
  const target = path === '' ? undefined : base.find(decodePath(path))
  if (target) {
    const url = fragment ? absolute(`#${target.idPrefix ?? ''}${fragment}`, target.url) : target.url
    return { ...target, url: url ?? target.url, isLost: false }
  }
  const url = absolute(written, base.articleUrl)
  // From the root of the host on, there may be other things than we publish.
  return url === undefined ? undefined : { url, isLost: path !== '' && !path.startsWith('/') }
}

/** The candidates of a `srcset` (HTML §4.8.4.2.1), each with its URL replaced by what `rewrite` gives, or left out. */
export function rewriteSrcset(srcset: string, rewrite: (written: string) => string | undefined): string {
  return srcsetCandidates(srcset)
    .map(({ written, descriptor }) => {
      const url = rewrite(written)?.replaceAll(',', '%2C')
      return url === undefined ? '' : descriptor === undefined ? url : `${url} ${descriptor}`
    })
    .filter((candidate) => candidate !== '')
    .join(', ')
}

/** The address of the first candidate of a `srcset`; undefined where there is none. */
export function firstInSrcset(srcset: string): string | undefined {
  return srcsetCandidates(srcset)[0]?.written
}

/** A picture of a `srcset`, and for which width or density it is meant. */
interface Candidate {
  readonly written: string
  readonly descriptor?: string
}

/** By hand: a pattern would try each comma and each blank in a long run of them. */
function srcsetCandidates(srcset: string): readonly Candidate[] {
  const candidates: Candidate[] = []
  const [parting, word, blank] = [/[^\s,]/g, /\s/g, /\S/g]
  const find = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from
    return pattern.exec(srcset)?.index ?? srcset.length
  }
  for (let start = find(parting, 0); start < srcset.length; ) {
    const wordEnd = find(word, start)
    let end = wordEnd
    while (srcset[end - 1] === ',') end -= 1
    const after = end < wordEnd ? '' : srcset.slice(find(blank, end))
    const descriptor = /^[\d.]+[wx]/.exec(after)?.[0]
    candidates.push({ written: srcset.slice(start, end), ...(descriptor && { descriptor }) })
    const comma = srcset.indexOf(',', end)
    start = comma === -1 ? srcset.length : find(parting, comma)
  }
  return candidates
}

function absolute(written: string, base: string): string | undefined {
  if (!URL.canParse(written, base)) return undefined
  const url = new URL(written, base)
  // Spaces stay in what follows `mailto:`, and no URL may hold them.
  return SCHEMES.has(url.protocol) ? url.href.replaceAll(' ', '%20') : undefined
}

/** A path as a file is called: `my%20photo.jpg` is `my photo.jpg`. What is not percent-encoded stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
