import { EPOCH, type Instant } from '../model/instant.ts'
import type { RenderedContent, RenderedVersion } from '../model/rendition.ts'
import type { State, Timeline } from './timeline.ts'

/** The parts of a list at a moment. Two selections with identical parts show the same. */
export type Selection = Readonly<Record<string, readonly unknown[]>>

/**
 * Makes the versions of a list of articles: one for the moment of the build, and one for each later moment at which it
 * changes. `select` returns the parts of the list in a state, or undefined while the list does not exist.
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
