import type { Bundle } from '../../bundle/bundle.ts'
import type { Asset } from '../../model/asset.ts'
import type { Publication } from '../../model/publication.ts'

/** A longer list would push all other lines off the screen. */
const MOST_NAMES = 10

/** Summarizes a build in a few lines. */
export function renderSummary(
  publication: Publication,
  bundle: Bundle,
  ignored: readonly string[],
  drafts: readonly string[],
): readonly string[] {
  const lines = [
    `${count(publication.articles.length, 'article')} → ${count(bundle.sizes.size, 'pack')}` +
      ` (${renderBytes(sum(bundle.sizes.values()))}), ${renderBytes(sizeInside(bundle))} of them inside the Worker`,
    ...renderDrafts(drafts),
    ...renderCleaned(publication.assets),
  ]
  if (ignored.length > 0) lines.push(`Ignored, being no articles: ${renderNames(ignored)}`)
  return lines
}

/** Says how many drafts are left out, if any. */
export function renderDrafts(drafts: readonly string[]): readonly string[] {
  return drafts.length === 0 ? [] : [`${count(drafts.length, 'draft')} left out`]
}

/** Says from how many files private data was removed, if any: first pictures, then films and sounds. */
export function renderCleaned(assets: readonly Pick<Asset, 'type' | 'formerStems'>[]): readonly string[] {
  const former = (isPicture: boolean) =>
    assets
      .filter(({ type }) => type.startsWith('image/') === isPicture)
      .flatMap(({ formerStems }) => formerStems)
  const [pictures, recordings] = [new Set(former(true)).size, new Set(former(false)).size]
  if (pictures + recordings === 0) return []
  const counts = [
    ...(pictures > 0 ? [count(pictures, 'picture')] : []),
    ...(recordings > 0 ? [count(recordings, 'recording')] : []),
  ]
  return [`Private data, such as place and author, is removed from ${counts.join(' and ')}`]
}

/** The bytes of the packs inside the Worker. The hot pack itself is small, unless it holds copies. */
function sizeInside({ sizes, embedded }: Bundle): number {
  const all = sum(sizes.values())
  const keys = new Set(embedded.map(({ key }) => key))
  const areAllInside = [...sizes.keys()].every((key) => keys.has(key))
  return areAllInside ? all : Math.min(all, sum(embedded.map(({ bytes }) => bytes.length)))
}

function renderNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, each) => total + each, 0)
}

/** Renders a number of bytes: `51.5 kB`, `12.3 MB`. */
export function renderBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
