import type { Article } from '../model/article.ts'

/**
 * The summary as an article's page shows it below the title: none where it is made of sentences that the article itself
 * begins with or holds, which nobody wants to read twice.
 */
export function standfirst({ summary, text }: Article): string | undefined {
  if (summary === '') return undefined
  const whole = collapse(text)
  const isToldAgain = collapse(summary)
    .split(/(?<=[.!?…。！？])\s*/)
    .every((sentence) => whole.includes(sentence.replace(/\s*…$/, '')))
  return isToldAgain ? undefined : summary
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
