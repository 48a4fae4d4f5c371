import { EPOCH, type Instant } from '../model/instant.ts'
import type { RenderedContent, RenderedVersion } from '../model/rendition.ts'
import type { State, Timeline } from './timeline.ts'

/** What a version of a list shows: two selections with the same parts are the same. */
export type Selection = Readonly<Record<string, readonly unknown[]>>

/**
 * The versions of what lists articles: what it shows at the moment of the build, and one for each later moment at which
 * that changes. `select` says what of a state it shows, or nothing while it is not there at all.
 */
export function listVersions<S extends Selection>(
  { at, moments, stateAt }: Timeline,
  select: (state: State, moment: Instant) => S | undefined,
  render: (selection: S) => RenderedContent,
): readonly RenderedVersion[] {
  const versions: RenderedVersion[] = []
  let before: S | undefined
  for (const moment of [at, ...moments]) {
    const selection = select(stateAt(moment), moment)
    if (selection === undefined || (before !== undefined && isSame(selection, before))) continue
    versions.push({ from: moment === at ? EPOCH : moment, shows: render(selection) })
    before = selection
  }
  return versions
}

function isSame(a: Selection, b: Selection): boolean {
  return Object.entries(a).every(([part, items]) => {
    const others = b[part] ?? []
    return items.length === others.length && items.every((item, index) => item === others[index])
  })
}
