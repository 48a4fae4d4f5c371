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
 * somewhere, unless the front matter says that it has none. A drawing is never it.
 */
export function chooseArticleImage(
  { path, settings, locate }: Pick<ParsedArticle, 'path' | 'settings' | 'locate'>,
  { tree, lost }: Pick<SanitizedTree, 'tree' | 'lost'>,
  references: Pick<References, 'picture' | 'pictureAt'>,
): ArticleImage {
  if (settings.image === false) return { problems: [] }
  const alt = settings.image?.alt ?? settings.imageAlt
  const outcome = settings.image && references.picture({ ...settings.image, ...(alt && { alt }) })
  if (outcome && 'image' in outcome && !isDrawing(outcome.image))
    return { image: outcome.image, problems: [] }
  const image = firstPicture(tree, lost, references)
  const told: Pick<Problem, 'severity' | 'message'>[] = []
  if (outcome && 'message' in outcome) told.push({ severity: 'stop', message: outcome.message })
  else if (settings.image) told.push({ severity: 'warning', message: tellDrawing(settings.image.reference) })
  const problems = told.map((problem) => ({ ...problem, path, ...locate('image') }))
  return { ...(image && { image }), problems }
}

/** Whether a picture is an SVG, which neither feed readers nor previews of links show. */
export function isDrawing({ type, url }: Image): boolean {
  return type === undefined ? /\.svgz?$/i.test(new URL(url).pathname) : type === 'image/svg+xml'
}

/** Tells that a drawing is not taken where a picture is asked for. */
export function tellDrawing(reference: string): string {
  return `Feed readers and previews of links show no SVG, so "${reference}" is not taken. Save a copy of it as PNG, and name that.`
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
  return isSmall || isDrawing(image) ? undefined : image
}
