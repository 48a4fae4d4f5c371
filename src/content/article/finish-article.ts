import { articleUrl } from '../../model/addresses.ts'
import type { ArticleContent, ArticleFacts, Author } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import { readEditorMarkup } from '../html/editors/editor-markup.ts'
import { takeFirstHeading } from '../html/first-heading.ts'
import { renderMarkdownForm } from '../html/html-markdown.ts'
import { renderHtml } from '../html/html-render.ts'
import { renderText } from '../html/html-text.ts'
import { type HtmlElement, parseHtml } from '../html/html-tree.ts'
import type { OwnAddress } from '../html/own-address.ts'
import { sanitizeTree } from '../html/sanitize.ts'
import { firstWords } from '../prose/first-words.ts'
import { detectLanguage } from '../prose/language.ts'
import { summarise } from '../prose/summarise.ts'
import { dayOf } from '../settings/parse-moment.ts'
import { folderOf, sectionOf, titleFromPath } from '../source/article-path.ts'
import { chooseArticleImage } from './article-image.ts'
import { findEnclosures } from './find-enclosures.ts'
import { leadParagraphs } from './lead-paragraphs.ts'
import { writtenLocator } from './locate-written.ts'
import type { ParsedArticle } from './parsed-article.ts'
import type { ReferenceIndex } from './references.ts'

/** An article's facts but for its language, where nobody knows it: then it is the site's, which the other articles decide. */
export type FinishedFacts = Omit<ArticleFacts, 'language'> & { readonly language?: string }

/** An article made of a parsed article, and what is wrong with it. Of a large publication, its content is elsewhere. */
export interface Finished<Content = ArticleContent> {
  readonly facts: FinishedFacts
  readonly content: Content
  readonly problems: readonly Problem[]
  /** Where in the site it leads to, other than to files and articles: what is there is known once all are finished. */
  readonly own: readonly OwnAddress[]
}

/** What the ledger tells of an article. */
export interface Identity extends KnownFacts {
  /** Whether readers know it without the link that it has. */
  readonly ignoresLink?: boolean
}

type KnownFacts = Pick<
  ArticleFacts,
  'id' | 'atomId' | 'slug' | 'formerSlugs' | 'published' | 'firstPublished' | 'number' | 'updated' | 'changed'
>

/** What tells a draft from all that is really published. */
const DRAFT_MARK = '[draft] '

/** What the articles of one site share. */
export interface Imprint {
  readonly url: string
  readonly authors: readonly Author[]
  /** The zone that tells which day an article is of. */
  readonly timezone: string
}

/** Makes an article of a parsed article, with its content in its three forms and every reference led where it belongs. */
export function finishArticle(
  parsedArticle: ParsedArticle,
  { ignoresLink = false, ...identity }: Identity,
  imprint: Imprint,
  referenceIndex: Pick<ReferenceIndex, 'openTo'>,
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
  })
  // Most articles have no findings, and nothing to look for.
  const locate = findings.length > 0 ? writtenLocator(source, bodyStart) : undefined
  const problems = findings.map(
    ({ severity, message, written }): Problem => ({ severity, path, ...locate?.(written), message }),
  )
  const text = renderText(tree)
  const language = parsedArticle.language ?? detectLanguage(text)
  const date = dayOf(published, imprint.timezone)
  const summary =
    settings.summary ??
    summarise(leadParagraphs(tree), { title, titleIsInferred, date, ...(language && { language }) })
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

/** An article's content without its title, for which pages and feeds have a place of their own. */
function parseBody({ html, headingIsTitle, title }: ParsedArticle): HtmlElement {
  const parsed = parseHtml(html)
  if (headingIsTitle) return readEditorMarkup(takeFirstHeading(parsed)?.tree ?? parsed)
  const body = readEditorMarkup(parsed)
  // Word's title is a paragraph.
  const heading = takeFirstHeading(body)
  return heading?.title === title ? heading.tree : body
}

/** Its title, or its first words. What has neither title nor content has at least the name of its file. */
function nameArticle(
  { path, title, isDraft }: Pick<ParsedArticle, 'path' | 'title' | 'isDraft'>,
  html: string,
  text: string,
): Pick<ArticleFacts, 'title' | 'label'> {
  const label = title || firstWords(text.split('\n\n')) || titleFromPath(path)
  if (isDraft) return { title: DRAFT_MARK + label }
  return title !== '' || html === '' ? { title: label } : { title, label }
}

/** What was shown once keeps its pictures where it is dated ahead by now: readers and feeds still lead to them. */
function shownFrom({ published, firstPublished }: Identity): Instant {
  return firstPublished < published ? firstPublished : published
}

/** The first of each name, whatever its case: nobody wrote an article twice. */
function onceEachName(authors: readonly Author[]): readonly Author[] {
  return [...Map.groupBy(authors, ({ name }) => name.toLowerCase()).values()].flatMap(
    ([first]) => first ?? [],
  )
}

/** The first of each, whatever its case: `Russia` and `russia` are one tag. */
function withoutRepetition(tags: readonly string[]): string[] {
  return [...Map.groupBy(tags, (tag) => tag.toLowerCase()).values()].flatMap(([first]) => first ?? [])
}
