/** The target of a path below the folder of articles. */
export interface Target {
  /** Absolute URL. */
  readonly url: string
  /** The prefix of the ids in an article's HTML; see {@link ReferenceBase.idPrefix}. */
  readonly idPrefix?: string
  /** The media type of a file. */
  readonly type?: string
  /** Size of a picture in pixels. */
  readonly width?: number
  readonly height?: number
}

/** The base that the references of an article are resolved against. */
export interface ReferenceBase {
  /** The absolute URL of the article. */
  readonly articleUrl: string
  /** The absolute URL of the site, without a slash at its end. */
  readonly siteUrl: string
  /** Makes ids unique when several articles are shown on one page. */
  readonly idPrefix: string
  /** Finds the target of a local path, relative to the article's folder: `other.md`, `../x/`, `photo.jpg`. */
  readonly find: (path: string) => Target | undefined
  /** Cleans a picture in a `data:` URL. Returns undefined if it is not a picture that we publish. */
  readonly embed?: (dataUrl: string) => string | undefined
}

/** A reference with its absolute URL. */
export interface Reference extends Target {
  /** Whether the reference has no known target. */
  readonly isLost: boolean
}

/** The schemes that an article may link to. Others, such as `javascript:`, could act with the reader's rights. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:'])

const LOCAL = /^(?![a-z][a-z\d+.-]*:|\/\/|\\)(?<path>[^?#]*)(?<query>\?[^#]*)?(?:#(?<fragment>.*))?$/is

/**
 * Resolves a reference: a fragment against the article, a local path by its target, anything else as a URL (RFC 3986
 * §5). Returns undefined for a URL with a scheme that is not allowed, such as `javascript:`.
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
  // A path from the host's root may lead to something that other software serves.
  return url === undefined ? undefined : { url, isLost: path !== '' && !path.startsWith('/') }
}

/**
 * Rewrites the URLs of a `srcset`'s candidates (HTML §4.8.4.2.1). A candidate is left out if `rewrite` returns
 * undefined.
 */
export function rewriteSrcset(srcset: string, rewrite: (written: string) => string | undefined): string {
  return srcsetCandidates(srcset)
    .map(({ written, descriptor }) => {
      const url = rewrite(written)?.replaceAll(',', '%2C')
      return url === undefined ? '' : descriptor === undefined ? url : `${url} ${descriptor}`
    })
    .filter((candidate) => candidate !== '')
    .join(', ')
}

/** Returns the address of the first candidate of a `srcset`. Undefined if there is none. */
export function firstInSrcset(srcset: string): string | undefined {
  return srcsetCandidates(srcset)[0]?.written
}

/** A picture of a `srcset`, with the width or density that it is meant for. */
interface Candidate {
  readonly written: string
  readonly descriptor?: string
}

/** A loop, because a regex would be tried at each comma and each space of a long run, at quadratic cost. */
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
  // URL parsers keep spaces after `mailto:`, but no URL may hold them.
  return SCHEMES.has(url.protocol) ? url.href.replaceAll(' ', '%20') : undefined
}

/** Decodes a path to a file's name: `my%20photo.jpg` is `my photo.jpg`. Invalid percent-encoding stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
