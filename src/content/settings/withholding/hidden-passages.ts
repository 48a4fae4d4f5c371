import { withoutCode } from '../../html/without-code.ts'
import type { Markup } from '../../source/body-extensions.ts'
import { endsPassage, isBarrier } from './passage-names.ts'
import { PASSAGE_NOTATIONS, type PassageNotation } from './passage-notations.ts'

/** A passage that another tool would hide, but that we would publish. */
export interface HiddenPassage {
  /**
   * What readers would see: a `passage` between marks of a tool, the `rest` of the text after a mark, or an HTML
   * `comment` in a place where it is text.
   */
  readonly kind: 'passage' | 'rest' | 'comment'
  /** The beginning of the passage, as written. */
  readonly mark: string
  /** The offsets of its beginning and of its end. */
  readonly at: number
  readonly end: number
}

/** Passages per notation. A longer text gets messages only for these. */
const MOST_PASSAGES = 1000

/** The beginnings of all marks. A fast path: most texts have none. */
const MAYBE = /%%|\{[%#{:>~\s/.-]|:::|#\+|\/{4}|<!--|<%|\[\/|\]:|<[A-Za-z]/

/**
 * Finds the passages that other tools would hide, in order. Marks in code are examples, and comments are never
 * published, so both are skipped. The cost is linear: each notation reads the text once.
 */
export function findHiddenPassages(text: string, markup: Markup): readonly HiddenPassage[] {
  if (!MAYBE.test(text)) return []
  const { prose, found } = takeComments(withoutCode(text, markup), markup)
  const all = [...found, ...PASSAGE_NOTATIONS.flatMap((notation) => findAll(prose, notation))]
  let done = 0
  return all
    .sort((a, b) => a.at - b.at || b.end - a.end)
    .filter(({ at, end }) => {
      const isWithin = at < done
      done = Math.max(done, end)
      return !isWithin
    })
}

function findAll(text: string, { begins, ends, isMeant = () => true }: PassageNotation): HiddenPassage[] {
  const found: HiddenPassage[] = []
  let done = 0
  for (const { 0: mark, 1: name = '', index } of text.matchAll(begins)) {
    if (index < done || !isMeant(name)) continue
    if (found.length === MOST_PASSAGES) break
    const last = ends === undefined ? index : text.indexOf(ends, index + mark.length)
    if (last === -1) break
    done = ends === undefined ? index + mark.length : last + ends.length
    found.push({ kind: 'passage', mark: mark.trim(), at: index, end: done })
  }
  return found
}

/** Replaces comments by spaces. Returns the comments that are marks, and those that are text where they stand. */
function takeComments(
  text: string,
  markup: Markup,
): { readonly prose: string; readonly found: HiddenPassage[] } {
  const found: HiddenPassage[] = []
  const pieces: string[] = []
  let done = 0
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', done)) {
    const last = text.indexOf('-->', at + 2)
    if (last === -1) break
    const end = last + 3
    const written = text.slice(at, end)
    const content = written.slice(4, -3)
    const isShown = markup === 'none' || (markup === 'Markdown' && isParted(text, at, written))
    if (isShown) found.push({ kind: 'comment', mark: '<!--', at, end })
    else if (isBarrier(content)) found.push({ kind: 'rest', mark: written, at, end })
    else if (endsPassage(content)) found.push({ kind: 'passage', mark: written, at, end })
    pieces.push(
      text.slice(done, at),
      written.includes('\n') ? written.replaceAll(/[^\n]/g, ' ') : ' '.repeat(written.length),
    )
    done = end
  }
  return { prose: pieces.join('') + text.slice(done), found }
}

/** Whether a comment begins within a paragraph and continues after it. It then is text (CommonMark §6.6). */
function isParted(text: string, at: number, written: string): boolean {
  if (!/\n[ \t>]*\n/.test(written)) return false
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return !/^[\s>*+-]*(?:\d{1,9}[.)]\s*)?$/.test(before)
}
