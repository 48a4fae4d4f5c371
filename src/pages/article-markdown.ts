import type { Article } from '../model/article.ts'
import { describeArticle, describeAttachment } from '../model/json-article.ts'

/** Renders an article as Markdown, with its facts as YAML front matter (JSON values are valid in YAML 1.2). */
export function renderArticleMarkdown(article: Article, url: string): string {
  const known = {
    ...describeArticle(article, url),
    ...(article.section !== undefined && { section: article.section }),
    ...(article.enclosures.length > 0 && { attachments: article.enclosures.map(describeAttachment) }),
  }
  const facts = Object.entries(known).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${facts.join('\n')}\n---\n\n${article.markdown.trim()}\n`
}
