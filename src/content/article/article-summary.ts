import type { HtmlElement } from '../html/html-tree.ts'
import { type SummaryHints, summarise } from '../prose/summarise.ts'
import { leadTexts } from './lead-texts.ts'

/**
 * Makes a summary of an article's content from the first kind of text that has one: see {@link leadTexts}. Returns an empty
 * text if the content repeats only the title.
 */
export function articleSummary(tree: HtmlElement, hints: SummaryHints): string {
  for (const { texts, areProse } of leadTexts(tree)) {
    const summary = summarise(areProse ? texts : texts.map(asItem), hints)
    if (summary !== '') return summary.endsWith(DOT) ? summary.slice(0, -DOT.length) : summary
  }
  return ''
}

/** The separator between list items in one line, in any language. */
const DOT = ' ·'

/** Without this separator, text that is not a sentence would run into the text after it. */
function asItem(text: string): string {
  return /[\p{L}\p{M}\p{N}\p{Pe}]$/u.test(text) ? text + DOT : text
}
