import { JSON_FEED } from '../../../import/foreign-formats.ts'
import { findingsOf } from '../finding.ts'
import type { FeedCheck } from '../visit.ts'

/** Checks `Content-Type`, and whether its charset agrees with the document's own declaration. */
export const checkMediaType: FeedCheck = ({ url, answer, body, document }) => {
  if (document === undefined) return []
  const findings = findingsOf('type', url)
  const told = answer.headers.get('content-type')
  const [right, ...also] = document.format.types
  const mend = `Send Content-Type: ${right}; charset=utf-8`
  if (told === undefined) return [findings.warning('has no Content-Type', mend)]
  const type = told.split(';')[0]?.trim().toLowerCase() ?? ''
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(told)?.[1]?.toLowerCase()
  const declared = declaredIn(body.bytes)
  if (type === 'text/html')
    return [findings.error(`is sent as a page, ${told}: readers look for links in it`, mend)]
  if (type !== right && !also.includes(type)) return [findings.warning(`is sent as ${told}`, mend)]
  if (charset !== undefined && declared !== undefined && charset !== declared)
    return [
      findings.warning(
        `is said to be in ${charset} by Content-Type and in ${declared} by its first line: some readers follow the one, some the other`,
        `Say the same in both. ${mend}`,
      ),
    ]
  if (document.format === JSON_FEED && charset !== undefined && charset !== 'utf-8')
    return [findings.warning(`is said to be in ${charset}; JSON is always in UTF-8 (RFC 8259 §8.1)`, mend)]
  // Without a charset, text is US-ASCII (RFC 2046 §4.1.2), and old parsers read it so.
  if (type === 'text/xml' && charset === undefined)
    return [findings.warning('is sent as text/xml without a charset', mend)]
  if (!isIn(charset ?? declared ?? 'utf-8', body.bytes))
    return [
      findings.error(
        `has bytes that are not ${charset ?? declared ?? 'utf-8'}`,
        'Write the feed in UTF-8, and say so in Content-Type and in the XML declaration',
      ),
    ]
  return type === right
    ? [findings.fine(told)]
    : [findings.info(`is sent as ${told}, which readers take as well`, mend)]
}

function declaredIn(bytes: Buffer): string | undefined {
  const beginning = bytes.subarray(0, 200).toString('latin1')
  return /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(beginning)?.[1]?.toLowerCase()
}

function isIn(charset: string, bytes: Buffer): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
