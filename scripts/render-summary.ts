import type { Bundle } from '../src/bundle/bundle.ts'
import type { Pack } from '../src/model/pack.ts'
import type { Publication } from '../src/model/publication.ts'

/** More names than these would push all else off the screen. */
const MOST_NAMES = 10

/** What a build made, in a few lines. */
export function renderSummary(
  publication: Publication,
  bundle: Bundle,
  ignored: readonly string[],
  drafts: number,
): string {
  const lines = [
    `${count(publication.articles.length, 'article')} → ${count(bundle.packs.length, 'pack')}` +
      ` (${kilobytes(bundle.packs)}), ${kilobytes(bundle.embedded)} of them inside the Worker`,
  ]
  if (drafts > 0) lines.push(`${count(drafts, 'draft')} left out`)
  if (ignored.length > 0) lines.push(`Ignored, being no articles: ${renderNames(ignored)}`)
  return lines.join('\n')
}

function renderNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function kilobytes(packs: readonly Pack[]): string {
  return `${(packs.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000).toFixed(1)} kB`
}
