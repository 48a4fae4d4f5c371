import type { Article } from '../model/article.ts'
import { describeArticle, describeAttachment } from '../model/json-article.ts'

/**
 * Renders an article for apps: a JSON Feed item with its content as HTML and as plain text, and with its section, for
 * which JSON Feed has no member.
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
