import { EPOCH } from '../model/instant.ts'
import type { RenderedContent, RenderedVersion } from '../model/rendition.ts'
import type { State, Timeline } from './timeline.ts'

/**
 * The versions of what lists articles: what it shows at the moment of the build, and one for each later moment at which
 * that changes. `select` says which part of a state it shows.
 */
export function listVersions(
  { at, moments, stateAt }: Timeline,
  select: (state: State) => State,
  render: (selection: State) => RenderedContent,
): readonly RenderedVersion[] {
  const now = select(stateAt(at))
  const versions: RenderedVersion[] = [{ from: EPOCH, shows: render(now) }]
  let before = now
  for (const from of moments) {
    const selection = select(stateAt(from))
    if (isSame(selection, before)) continue
    versions.push({ from, shows: render(selection) })
    before = selection
  }
  return versions
}

function isSame(a: State, b: State): boolean {
  return haveSame(a.articles, b.articles) && haveSame(a.tombstones, b.tombstones)
}

function haveSame(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
