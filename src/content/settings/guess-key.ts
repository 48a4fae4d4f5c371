import { distance } from 'fastest-levenshtein'
import { compareText } from '../../model/compare-text.ts'

/** A swap of two letters counts as two changes, and is the commonest slip. */
const FARTHEST = 2

/** The name that a mistyped one was most likely meant to be, if one is near enough: `tilte` → `title`. */
export function guessKey(written: string, known: Iterable<string>): string | undefined {
  const name = written.toLowerCase()
  const farthest = Math.min(FARTHEST, Math.floor(name.length / 2))
  const near = [...known]
    .map((key) => ({ key, changes: distance(name, key.toLowerCase()) }))
    .filter(({ changes }) => changes <= farthest)
  near.sort((a, b) => a.changes - b.changes || compareText(a.key, b.key))
  return near[0]?.key
}
