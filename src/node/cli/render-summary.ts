import type { Bundle } from '../../bundle/bundle.ts'
import type { Asset } from '../../model/asset.ts'
import type { Publication } from '../../model/publication.ts'

/** More names than these would push all else off the screen. */
const MOST_NAMES = 10

/** What a build made, in a few lines. */
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

/** How many drafts are left out, if any. */
export function renderDrafts(drafts: readonly string[]): readonly string[] {
  return drafts.length === 0 ? [] : [`${count(drafts.length, 'draft')} left out`]
}

/** How many files are published without all that they say, if any: pictures first, and films and sounds. */
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
  const end =
    pictures + recordings === 1
      ? 'was cleaned of where and by whom it was'
      : 'were cleaned of where and by whom they were'
  return [`${counts.join(' and ')} ${end} taken`]
}

/** How much of the packs rides along. The hot pack beside them is of a few bytes where there is nothing to copy. */
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

/** A number of bytes for people: `51.5 kB`, `12.3 MB`. */
export function renderBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
