import type { Problem } from '../../../model/problem.ts'
import type { Markup } from '../../source/body-extensions.ts'
import { MOST_FINDINGS } from '../../source/bounds.ts'
import { positionAt } from '../../source/position.ts'
import { quoteStart } from '../../source/quote-start.ts'
import { findHiddenPassages, type HiddenPassage } from './hidden-passages.ts'

/** In characters, of a mark that a message quotes. */
const LONGEST_QUOTE = 60

/** The body of an article. */
interface Body {
  readonly body: string
  /** The line of the file, from 1, on which it begins. */
  readonly bodyLine: number
}

/**
 * Reports each passage that other tools hide. `draft: false` does not settle it: it concerns the whole article, and
 * many tools write it into every file.
 */
export function tellPassages(path: string, markup: Markup, { body, bodyLine }: Body): readonly Problem[] {
  const found = findHiddenPassages(body, markup)
  const rest = found.length - MOST_FINDINGS
  return found.slice(0, MOST_FINDINGS).map((passage, index): Problem => {
    const { line, column } = positionAt(body, passage.at)
    const more = index === MOST_FINDINGS - 1 && rest > 0 ? ` ${rest} more like these follow.` : ''
    const message = `${describe(passage, markup)}${more}`
    return { severity: 'stop', path, line: line + bodyLine - 1, column, message }
  })
}

function describe({ kind, mark }: HiddenPassage, markup: Markup): string {
  const quoted = quoteStart(mark, LONGEST_QUOTE)
  switch (kind) {
    case 'passage': {
      const told = `"${quoted}" is the mark of a passage that other tools hide, and here it would be published.`
      const away = markup === 'none' ? 'Move it to another file' : 'Write it between <!-- and -->'
      const code = markup === 'none' ? 'code in an .md file' : 'code'
      return `${told} ${away}; or leave its text without the mark, if everybody may read it. An example belongs into ${code}.`
    }
    case 'rest':
      return `"${quoted}" may mean that what follows is for a few alone, and here it would be published. Move that to an article with draft: true, or leave that without the mark, if everybody may read it.`
    case 'comment':
      return markup === 'none'
        ? 'This comment would be published: raw text has none. Move it to another file, or leave its text without the marks, if everybody may read it.'
        : 'This comment would be published: it begins in the middle of a line and has a blank line within. Begin it on a line of its own.'
  }
}
