import { isMissingFile, type OwnAddress, ownAddress } from './own-address.ts'
import { type ReferenceBase, resolveReference } from './reference.ts'

/** Something in the HTML that could not be published as it was. */
export interface Finding {
  /** A `stop` where a reference leads nowhere: readers keep what they were given, and it will not be mended there. */
  readonly severity: 'stop' | 'warning'
  readonly message: string
  /** What to look for in the source to find the place. */
  readonly written: string
}

/** What is noted of the references in an article. */
export interface UrlWalk {
  readonly base: ReferenceBase
  readonly tell: (message: string, written: string, severity?: Finding['severity']) => void
  /** The URLs that lead nowhere. */
  readonly lost: Set<string>
  /** Where it leads in the site itself, by the paths. */
  readonly own: Map<string, OwnAddress>
}

/** What is shown or played is fetched: nothing can be had by mail. */
export function onlyWeb(url: string | undefined): string | undefined {
  return url?.startsWith('http') ? url : undefined
}

/** The address of a link, absolute; undefined for one that nobody may follow. */
export function sanitizeUrl(written: string, walk: UrlWalk): string | undefined {
  const { base, tell, lost } = walk
  const reference = resolveReference(written, base)
  if (reference === undefined && /^\s*data:image\//i.test(written)) {
    const told = `A picture that is written into the text, "${quote(written, 22)}", is left out: feeds carry addresses.`
    tell(`${told} Save it as a file beside the article, and show that.`, written)
    return undefined
  }
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

/** The address of a file that is shown or played. */
export function sanitizeSource(written: string, walk: UrlWalk): string | undefined {
  const url = onlyWeb(sanitizeUrl(written, walk))
  if (url === undefined) return undefined
  const { base, tell, lost } = walk
  if (isMissingFile(url, written, base.siteUrl)) {
    lost.add(url)
    // There may be something else on the host, which readers have been shown so far.
    tell(tellLost(written), written)
  } else if (url.startsWith('http:') && base.siteUrl.startsWith('https:')) {
    const told = `"${quote(url)}" is not encrypted, and browsers show no such file on https pages.`
    tell(`${told} Write https:// where its server has it, or put the file beside the article.`, written)
  }
  return url
}

function tellLost(written: string): string {
  return `"${quote(written)}" leads to no published article, picture or other file. Correct the path, or write the whole address.`
}

/** The longest URL that a message quotes whole. */
const LONGEST_QUOTE = 80

function quote(url: string, longest = LONGEST_QUOTE): string {
  return url.length > longest ? `${url.slice(0, longest)}…` : url
}
