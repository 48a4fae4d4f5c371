import type { Article } from '../../model/article.ts'

/** Characters. What is longer is shown as it is: each of its sentences would be looked for in the whole article. */
const LONGEST_COMPARED = 10_000

/**
 * The summary as an article's page shows it below the title: none where it is made of sentences that the article itself
 * begins with or holds, which nobody wants to read twice.
 */
export function standfirst({ summary, text }: Article): string | undefined {
  if (summary === '') return undefined
  if (summary.length > LONGEST_COMPARED) return summary
  const whole = collapse(text)
  const isToldAgain = collapse(summary)
    .split(/(?<=[.!?…。！？])\s*/)
    .every((sentence) => whole.includes(sentence.replace(/\s*…$/, '')))
  return isToldAgain ? undefined : summary
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
