import { SaxesParser } from 'saxes'
import { looksLikeFeed, looksLikePage } from '../../../import/feed-document.ts'
import { JSON_FEED } from '../../../import/foreign-formats.ts'
import { type Finding, findingsOf } from '../finding.ts'
import type { FeedCheck, FeedSnapshot } from '../visit.ts'

const MEND = 'Mend what writes the feed: a strict reader shows nothing of it, and some are strict'

/** Checks that the answer is a complete feed that a strict parser accepts. */
export const checkDocument: FeedCheck = (snapshot) => {
  const { url, answer, body, text, document, tooMuch } = snapshot
  const findings = findingsOf('document', url)
  // A document that was not read to its end cannot be judged. The check of the size reports it.
  if (answer.isCut || body.trouble !== undefined) return []
  if (body.bytes.length === 0)
    return [findings.error('is empty', 'See what the server was to send, and whether a cache holds nothing')]
  if (tooMuch !== undefined) return [findings.error(`is more than readers take: ${tooMuch}`, MEND)]
  const marks = findMarks(snapshot)
  const broken = text.trimStart().startsWith('{') ? findBrokenJson(text) : findBrokenXml(text)
  if (broken !== undefined && (document !== undefined || looksLikeFeed(text)))
    return [...marks, findings.error(broken, MEND)]
  if (document?.flaw !== undefined)
    return [...marks, findings.error(`cannot be read: ${document.flaw}`, MEND)]
  if (document === undefined)
    return [
      ...marks,
      findings.error(
        looksLikePage(text) ? 'is a page, not a feed' : 'is neither RSS nor Atom nor JSON Feed',
        'Give the address of the feed itself, or see what is sent in its place',
      ),
    ]
  if (document.items.length + document.unidentified === 0)
    return [...marks, findings.warning('has no items', 'Publish an article, or see what became of them')]
  return [...marks, findings.fine(`${document.format.name} with ${document.items.length} items`)]
}

function findMarks({ url, body, document, text }: FeedSnapshot): readonly Finding[] {
  const findings = findingsOf('document', url)
  const mend = 'Write nothing before the first character'
  if (body.bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf))) {
    const message = 'begins with a byte order mark'
    // RFC 8259 §8.1 forbids a byte order mark, and JavaScript's own parser rejects it.
    return document?.format === JSON_FEED ? [findings.warning(message, mend)] : [findings.info(message, mend)]
  }
  return /^\s+\{/.test(text) ? [findings.info('begins with white space', mend)] : []
}

function findBrokenJson(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return `is no valid JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}

function findBrokenXml(text: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true })
  try {
    // Without a handler for errors, the parser throws the first one.
    parser.write(text).close()
    return undefined
  } catch (error) {
    const [, place, reason] = /^(\d+:\d+): (.*)$/s.exec(error instanceof Error ? error.message : '') ?? []
    return place === undefined
      ? 'is no well-formed XML'
      : `is no well-formed XML: ${reason?.replace(/\.$/, '')} at ${place}`
  }
}
