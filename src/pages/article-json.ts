import type { Article } from '../model/article.ts'
import { describeArticle, describeAttachment } from '../model/json-article.ts'

/**
 * An article for apps: a JSON Feed item with its content both as HTML and as plain text, and its section, which JSON Feed
 * has no name for.
 */
export function renderArticleJson(article: Article, url: string): string {
  const document = {
    ...describeArticle(article, url),
    ...(article.section !== undefined && { section: article.section }),
    ...(article.enclosures.length > 0 && { attachments: article.enclosures.map(describeAttachment) }),
    content_html: article.html,
    content_text: article.text,
  }
  return `${JSON.stringify(document)}\n`
}
