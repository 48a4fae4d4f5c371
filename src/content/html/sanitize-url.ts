import { quoteStart } from '../source/quote-start.ts'
import { isMissingFile, type OwnAddress, ownAddress } from './own-address.ts'
import { type ReferenceBase, resolveReference } from './reference.ts'

/** Something in the HTML that could not be published as written. */
export interface Finding {
  /**
   * A `stop` if a reference has no target: subscribers' apps keep the broken link, and a later correction may not reach
   * them.
   */
  readonly severity: 'stop' | 'warning'
  readonly message: string
  /** The source text to search for, in order to find the place. */
  readonly written: string
}

/** What the sanitiser records about the references of an article. */
export interface UrlWalk {
  readonly base: ReferenceBase
  readonly tell: (message: string, written: string, severity?: Finding['severity']) => void
  /** URLs without a target. */
  readonly lost: Set<string>
  /** Addresses of the site itself, by path. */
  readonly own: Map<string, OwnAddress>
}

/** Returns a URL only if it is http(s): a file that is shown or played must be fetched. */
export function onlyWeb(url: string | undefined): string | undefined {
  return url?.startsWith('http') ? url : undefined
}

/** Returns the absolute address of a link. Undefined if it must not be published. */
export function sanitizeUrl(written: string, walk: UrlWalk): string | undefined {
  const { base, tell, lost } = walk
  const reference = resolveReference(written, base)
  if (reference === undefined) {
    const told = `The address "${quote(written)}" is left out: only http, https, mailto, tel and sms are published.`
    tell(`${told} Write such an address.`, written)
    return undefined
  }
  if (reference.isLost) {
    lost.add(reference.url)
    tell(tellLost(written), written, 'stop')
    return reference.url
  }
  const own = ownAddress(reference, written, base.siteUrl)
  if (own && !walk.own.has(own.path)) walk.own.set(own.path, own)
  return reference.url
}

/** Whether a URL holds its content itself (RFC 2397). */
export function isData(url: string): boolean {
  return /^\s*data:/i.test(url)
}

/**
 * Returns the address of a picture: a `data:` URL, cleaned, or the address of a file as {@link sanitizeSource} does.
 * Undefined if it must not be published.
 */
export function sanitizePicture(written: string, walk: UrlWalk): string | undefined {
  if (!isData(written)) return sanitizeSource(written, walk)
  const url = walk.base.embed?.(written)
  const mend = 'Save the picture as a file beside the article, and show that.'
  const told =
    url === undefined
      ? `"${quoteStart(written, 22)}" holds no picture that can be published, and is left out.`
      : `"${quoteStart(written, 22)}" holds a whole picture. Some feed readers show only pictures that have an address.`
  walk.tell(`${told} ${mend}`, written)
  return url
}

/** Returns the address of a file that is shown or played. Undefined if it must not be published. */
export function sanitizeSource(written: string, walk: UrlWalk): string | undefined {
  const url = onlyWeb(sanitizeUrl(written, walk))
  if (url === undefined) return undefined
  const { base, tell, lost } = walk
  if (isMissingFile(url, written, base.siteUrl)) {
    lost.add(url)
    // Only a warning, because other software on the host may serve the file to readers.
    tell(tellLost(written), written)
  } else if (isUnencrypted(url, base.siteUrl)) tell(tellUnencrypted(url), written)
  return url
}

/** Whether browsers block a file on the site's pages because it is not encrypted (w3.org/TR/mixed-content). */
export function isUnencrypted(url: string, siteUrl: string): boolean {
  return url.startsWith('http:') && siteUrl.startsWith('https:')
}

/** Renders the message for a file that browsers block. */
export function tellUnencrypted(url: string): string {
  const told = `"${quote(url)}" is not encrypted, and browsers show no such file on https pages.`
  return `${told} Write https:// where its server has it, or put the file beside the article.`
}

function tellLost(written: string): string {
  return `"${quote(written)}" leads to no published article, picture or other file. Correct the path, or write the whole address.`
}

/** The longest URL that a message quotes whole. */
const LONGEST_QUOTE = 80

function quote(url: string): string {
  return quoteStart(url, LONGEST_QUOTE)
}
