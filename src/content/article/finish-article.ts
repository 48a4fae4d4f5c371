import { articleUrl } from '../../model/addresses.ts'
import type { ArticleContent, ArticleFacts, Author } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import { cleanPicture } from '../assets/clean-file.ts'
import { cleanDataUrl } from '../assets/data-url.ts'
import { readEditorMarkup } from '../html/editors/editor-markup.ts'
import { takeFirstHeading } from '../html/first-heading.ts'
import { renderMarkdownForm } from '../html/html-markdown.ts'
import { renderHtml } from '../html/html-render.ts'
import { renderText } from '../html/html-text.ts'
import { type HtmlElement, parseHtml } from '../html/html-tree.ts'
import type { OwnAddress } from '../html/own-address.ts'
import { sanitizeTree } from '../html/sanitize.ts'
import { firstWords } from '../prose/first-words.ts'
import type { DetectLanguage } from '../prose/language.ts'
import { dayOf } from '../settings/parse-moment.ts'
import { folderOf, sectionOf, titleFromPath } from '../source/article-path.ts'
import { chooseArticleImage } from './article-image.ts'
import { articleSummary } from './article-summary.ts'
import { findEnclosures } from './find-enclosures.ts'
import { writtenLocator } from './locate-written.ts'
import type { ParsedArticle } from './parsed-article.ts'
import type { ReferenceIndex } from './references.ts'

/**
 * An article's facts. The language is absent if it is unknown; it then is the site's language, which may depend on all
 * other articles.
 */
export type FinishedFacts = Omit<ArticleFacts, 'language'> & { readonly language?: string }

/** A finished article and its problems. In a large publication the content is stored elsewhere. */
export interface Finished<Content = ArticleContent> {
  readonly facts: FinishedFacts
  readonly content: Content
  readonly problems: readonly Problem[]
  /**
   * The site's addresses that it links to, other than those of files and articles. They can be checked only after all
   * articles are finished.
   */
  readonly own: readonly OwnAddress[]
}

/** The facts of an article that come from the ledger. */
export interface Identity extends KnownFacts {
  /** Whether subscribers have it without its link, so that the link stays unpublished. */
  readonly ignoresLink?: boolean
}

type KnownFacts = Pick<
  ArticleFacts,
  'id' | 'atomId' | 'slug' | 'formerSlugs' | 'published' | 'firstPublished' | 'number' | 'updated' | 'changed'
>

/** Prefix of a draft's title, so that a preview shows which articles are drafts. */
const DRAFT_MARK = '[draft] '

/** The site's facts that all its articles share. */
export interface Imprint {
  readonly url: string
  readonly authors: readonly Author[]
  /** The time zone in which an article's day is computed. */
  readonly timezone: string
}

/** Finishes a parsed article: resolves its references, and renders its content in the three forms. */
export function finishArticle(
  parsedArticle: ParsedArticle,
  { ignoresLink = false, ...identity }: Identity,
  imprint: Imprint,
  referenceIndex: Pick<ReferenceIndex, 'openTo'>,
  detectLanguage: DetectLanguage,
): Finished {
  const { path, source, bodyStart, settings, title, titleIsInferred, isDraft } = parsedArticle
  const { published } = identity
  const references = referenceIndex.openTo({ folder: folderOf(path), from: shownFrom(identity) })
  const body = parseBody(parsedArticle)
  const { tree, findings, lost, own } = sanitizeTree(body, {
    articleUrl: articleUrl(imprint, identity.slug),
    siteUrl: imprint.url,
    idPrefix: `${identity.slug}--`,
    find: references.find,
    embed: (dataUrl) => cleanDataUrl(dataUrl, cleanPicture),
  })
  // Most articles have no findings, so the locator is made only if it is needed.
  const locate = findings.length > 0 ? writtenLocator(source, bodyStart) : undefined
  const problems = findings.map(
    ({ severity, message, written }): Problem => ({ severity, path, ...locate?.(written), message }),
  )
  const text = renderText(tree)
  const language = parsedArticle.language ?? detectLanguage(text)
  const date = dayOf(published, imprint.timezone)
  const summary =
    settings.summary ?? articleSummary(tree, { title, titleIsInferred, date, ...(language && { language }) })
  const section = settings.section ?? sectionOf(path)
  const html = renderHtml(tree)
  const { image, problems: imageProblems } = chooseArticleImage(parsedArticle, { tree, lost }, references)
  const { enclosures, problems: enclosureProblems } = findEnclosures(parsedArticle, references)
  const facts: FinishedFacts = {
    ...identity,
    path,
    ...nameArticle({ path, title, isDraft }, html, text),
    summary,
    htmlBytes: new TextEncoder().encode(html).byteLength,
    ...(language && { language }),
    authors: onceEachName(settings.authors ?? imprint.authors),
    tags: withoutRepetition([...(settings.tags ?? []), ...(settings.categories ?? [])]),
    ...(section && { section }),
    ...(image && { image }),
    enclosures,
    ...(settings.translationKey && { translationKey: settings.translationKey }),
    ...(settings.expires !== undefined && { expires: settings.expires }),
    ...(settings.canonical && { canonical: settings.canonical }),
    ...(settings.link && !ignoresLink && { link: settings.link }),
    inFeeds: settings.feed ?? true,
  }
  const content = { html, markdown: renderMarkdownForm(tree), text }
  return { facts, content, problems: [...problems, ...imageProblems, ...enclosureProblems], own }
}

/** Parses an article's content without its title, which pages and feeds show in its own place. */
function parseBody({ html, headingIsTitle, title }: ParsedArticle): HtmlElement {
  const parsed = parseHtml(html)
  if (headingIsTitle) return readEditorMarkup(takeFirstHeading(parsed)?.tree ?? parsed)
  const body = readEditorMarkup(parsed)
  // Word writes the title as a paragraph, which has become a heading now.
  const heading = takeFirstHeading(body)
  return heading?.title === title ? heading.tree : body
}

/** Returns the title, or the first words as a label. An article with neither title nor content gets the name of its file. */
function nameArticle(
  { path, title, isDraft }: Pick<ParsedArticle, 'path' | 'title' | 'isDraft'>,
  html: string,
  text: string,
): Pick<ArticleFacts, 'title' | 'label'> {
  const label = title || firstWords(text.split('\n\n')) || titleFromPath(path)
  if (isDraft) return { title: DRAFT_MARK + label }
  return title !== '' || html === '' ? { title: label } : { title, label }
}

/**
 * The moment from which an article's pictures are public. An article that was published before and is dated later now
 * keeps them, because feeds and readers still link to them.
 */
function shownFrom({ published, firstPublished }: Identity): Instant {
  return firstPublished < published ? firstPublished : published
}

/** Keeps the first of each name, in upper or lower case: an author is listed once. */
function onceEachName(authors: readonly Author[]): readonly Author[] {
  return [...Map.groupBy(authors, ({ name }) => name.toLowerCase()).values()].flatMap(
    ([first]) => first ?? [],
  )
}

/** Keeps the first of each tag, in upper or lower case: `Russia` and `russia` are one tag. */
function withoutRepetition(tags: readonly string[]): string[] {
  return [...Map.groupBy(tags, (tag) => tag.toLowerCase()).values()].flatMap(([first]) => first ?? [])
}
