import { withoutCode } from '../../html/without-code.ts'
import type { Markup } from '../../source/body-extensions.ts'
import { endsPassage, isBarrier } from './passage-names.ts'
import { PASSAGE_NOTATIONS, type PassageNotation } from './passage-notations.ts'

/** A passage that another tool would hide, and that would be published here as it stands. */
export interface HiddenPassage {
  /**
   * What would be read: a `passage` between marks of a tool, the `rest` of the text below a mark, or a `comment` of HTML where
   * it is none.
   */
  readonly kind: 'passage' | 'rest' | 'comment'
  /** How it begins, as it is written. */
  readonly mark: string
  /** Its offset in the text, and that behind it. */
  readonly at: number
  readonly end: number
}

/** Passages of one notation. A text with more is told of these. */
const MOST_PASSAGES = 1000

/** What a mark begins with. Most texts have nothing of the kind. */
const MAYBE = /%%|\{[%#{:>~\s/.-]|:::|#\+|\/{4}|<!--|<%|\[\/|\]:|<[A-Za-z]/

/**
 * Finds the passages of a text that other tools would hide, in their order. What stands in code is an example, and what stands
 * in a comment is never published. The cost is linear: each notation goes through the text once, and forward.
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

/** The text with its comments left blank, and those of them that are marks, or no comments where they stand. */
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

/** Whether a comment begins within a paragraph and goes beyond it: then it is text (CommonMark §6.6). */
function isParted(text: string, at: number, written: string): boolean {
  if (!/\n[ \t>]*\n/.test(written)) return false
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return !/^[\s>*+-]*(?:\d{1,9}[.)]\s*)?$/.test(before)
}
