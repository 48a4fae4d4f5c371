import type { Bundle } from '../src/bundle/bundle.ts'
import type { Publication } from '../src/model/publication.ts'

/** What a build made, in a few lines. */
export function renderSummary(
  publication: Publication,
  bundle: Bundle,
  ignored: readonly string[],
  out: string,
): string {
  const packed = bundle.packs.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const lines = [
    `${count(publication.articles.length, 'article')} → ${count(bundle.packs.length, 'pack')} (${kilobytes(packed)}), ` +
      `${kilobytes(bundle.hotPack.bytes.length)} of them hot, in ${out}/`,
  ]
  if (ignored.length > 0) lines.push(`Ignored, being no articles: ${ignored.join(', ')}`)
  return lines.join('\n')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
