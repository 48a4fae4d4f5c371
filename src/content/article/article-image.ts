import type { Image } from '../../model/article.ts'
import type { Problem } from '../../model/problem.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import type { SanitizedTree } from '../html/sanitize.ts'
import type { ParsedArticle } from './parsed-article.ts'
import type { References } from './references.ts'

/** Pixels. What is smaller both ways is an icon, a smiley or something that counts readers. */
const SMALLEST = 50

/** An article's picture, and what is wrong with it. */
export interface ArticleImage {
  readonly image?: Image
  readonly problems: readonly Problem[]
}

/**
 * The picture of an article: the one that its front matter names, else the first of its sanitised content that leads
 * somewhere, unless the front matter says that it has none.
 */
export function chooseArticleImage(
  { path, settings, locate }: Pick<ParsedArticle, 'path' | 'settings' | 'locate'>,
  { tree, lost }: Pick<SanitizedTree, 'tree' | 'lost'>,
  references: Pick<References, 'picture' | 'pictureAt'>,
): ArticleImage {
  if (settings.image === false) return { problems: [] }
  if (settings.image === undefined) {
    const image = firstPicture(tree, lost, references)
    return { ...(image && { image }), problems: [] }
  }
  const alt = settings.image.alt ?? settings.imageAlt
  const written = { ...settings.image, ...(alt && { alt }) }
  const outcome = references.picture(written)
  if ('image' in outcome) return { image: outcome.image, problems: [] }
  return { problems: [{ severity: 'stop', path, ...locate('image'), message: outcome.message }] }
}

function firstPicture(
  parent: HtmlElement,
  lost: ReadonlySet<string>,
  references: Pick<References, 'pictureAt'>,
): Image | undefined {
  for (const child of parent.children) {
    if (typeof child === 'string' || lost.has(child.attributes['src'] ?? '')) continue
    const image = child.name === 'img' ? describe(child, references) : firstPicture(child, lost, references)
    if (image) return image
  }
  return undefined
}

function describe(
  { attributes }: HtmlElement,
  { pictureAt }: Pick<References, 'pictureAt'>,
): Image | undefined {
  const { src, alt, width, height } = attributes
  if (src === undefined) return undefined
  const given = width && height ? { width: Number(width), height: Number(height) } : {}
  const image = { ...(pictureAt(src) ?? { url: src, ...given }), ...(alt?.trim() && { alt: alt.trim() }) }
  const isSmall = [image.width, image.height].every((pixels) => pixels !== undefined && pixels < SMALLEST)
  return isSmall ? undefined : image
}
