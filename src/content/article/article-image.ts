import type { Image } from '../../model/article.ts'
import type { Problem } from '../../model/problem.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import type { SanitizedTree } from '../html/sanitize.ts'
import { isData, tellUnencrypted } from '../html/sanitize-url.ts'
import type { PictureReference } from '../settings/image-setting.ts'
import type { ParsedArticle } from './parsed-article.ts'
import { type References, tellNoPicture } from './references.ts'

/** In pixels. A picture with both sides shorter is an icon, a smiley or a tracking pixel. */
const SMALLEST = 50

/** An article's picture, and its problems. */
export interface ArticleImage {
  readonly image?: Image
  readonly problems: readonly Problem[]
}

/**
 * Chooses the picture of an article: the front matter's, or else the first picture of the sanitised content that has a
 * target. There is none if the front matter says so. An SVG is never chosen.
 */
export function chooseArticleImage(
  { path, settings, locate }: Pick<ParsedArticle, 'path' | 'settings' | 'locate'>,
  { tree, lost }: Pick<SanitizedTree, 'tree' | 'lost'>,
  references: Pick<References, 'picture' | 'pictureAt'>,
): ArticleImage {
  if (settings.image === false) return { problems: [] }
  const alt = settings.image?.alt ?? settings.imageAlt
  const written = settings.image && { ...settings.image, ...(alt && { alt }) }
  const outcome = written && references.picture(written)
  const told = written && outcome && tellNotShown(outcome, written)
  const problems = [told, outcome && tellBlocked(outcome)].flatMap((problem) =>
    problem ? [{ ...problem, path, ...locate('image') }] : [],
  )
  if (outcome && 'image' in outcome && told === undefined) return { image: outcome.image, problems }
  const image = firstPicture(tree, lost, references)
  return { ...(image && { image }), problems }
}

/**
 * Returns the problem of a picture that a setting names but readers would not see. Undefined if there is none. Browsers
 * show an SVG as an icon, so `mayBeDrawing` allows it.
 */
export function tellNotShown(
  outcome: ReturnType<References['picture']>,
  { reference }: PictureReference,
  mayBeDrawing = false,
): Pick<Problem, 'severity' | 'message'> | undefined {
  if ('message' in outcome) return { severity: 'stop', message: outcome.message }
  // Only a warning, because other software on the host may serve the picture to readers.
  if (outcome.isMissing) return { severity: 'warning', message: tellNoPicture(reference) }
  if (mayBeDrawing || !isDrawing(outcome.image)) return undefined
  const message = `Feed readers and previews of links show no SVG, so "${reference}" is not taken. Save a copy of it as PNG, and name that.`
  return { severity: 'warning', message }
}

/** Why browsers may not show a picture that feed readers do, if that is so. */
export function tellBlocked(
  outcome: ReturnType<References['picture']>,
): Pick<Problem, 'severity' | 'message'> | undefined {
  if (!('image' in outcome && outcome.isUnencrypted)) return undefined
  return { severity: 'warning', message: tellUnencrypted(outcome.image.url) }
}

/** Whether a picture is an SVG, which feed readers and link previews do not show. */
function isDrawing({ type, url }: Image): boolean {
  return type === undefined ? /\.svgz?$/i.test(new URL(url).pathname) : type === 'image/svg+xml'
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
  // Apps fetch an article's picture, so it needs an address.
  if (src === undefined || isData(src)) return undefined
  const given = width && height ? { width: Number(width), height: Number(height) } : {}
  const image = { ...(pictureAt(src) ?? { url: src, ...given }), ...(alt?.trim() && { alt: alt.trim() }) }
  const isSmall = [image.width, image.height].every((pixels) => pixels !== undefined && pixels < SMALLEST)
  return isSmall || isDrawing(image) ? undefined : image
}
