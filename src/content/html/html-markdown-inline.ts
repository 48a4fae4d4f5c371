import { isBackReference } from './html-text.ts'
import { firstCharacter, type HtmlElement, type HtmlNode, textContent } from './html-tree.ts'
import { escapeMarkdown, renderCodeSpan, renderDestination, renderMathematics } from './markdown-escape.ts'
import { isMathematics } from './mathematics.ts'

const MARKS = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['em', '*'],
  ['i', '*'],
  ['del', '~~'],
  ['s', '~~'],
])

/** Elements without a Markdown notation that change the meaning of a text: H₂O is not H2O. */
const KEPT = new Set(['sub', 'sup'])

/** Renders inline HTML as Markdown, with white space collapsed. `inside` are the marks and elements around it. */
export function renderMarkdownInline(
  nodes: readonly HtmlNode[],
  inside: ReadonlySet<string> = new Set(),
): string {
  const pieces: string[] = []
  // The last character is stored. To read it from the growing text would flatten the text (copy it) each time.
  let before = ''
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1]
    const edges = { before, after: next === undefined ? '' : firstCharacter(next) }
    const rendered = renderNode(node, inside, edges)
    const piece = /\s/.test(before) ? rendered.replace(/^ +/, '') : rendered
    pieces.push(piece)
    before = piece.at(-1) ?? before
  }
  const text = pieces.join('')
  return inside.size > 0 ? text : trimBlank(text).core
}

/** Returns the number of the footnote that an element is or refers to, by the ids that our Markdown renderer writes. */
export function footnoteOf(element: HtmlElement): string | undefined {
  return /(?:^|--)fn(?:ref)?(\d+)(?::\d+)?$/.exec(element.attributes['id'] ?? '')?.[1]
}

/** The characters on both sides of a piece of text. */
interface Edges {
  readonly before: string
  readonly after: string
}

function renderNode(node: HtmlNode, inside: ReadonlySet<string>, edges: Edges): string {
  if (typeof node === 'string') return escapeMarkdown(node.replaceAll(/[ \t\n\f\r]+/g, ' '))
  switch (node.name) {
    case 'br':
      return '\\\n'
    case 'code':
      return renderCodeSpan(textContent(node))
    case 'img':
      return renderImage(node)
    case 'a':
      return renderLink(node, inside)
    case 'span':
      return isMathematics(textContent(node))
        ? renderMathematics(textContent(node))
        : renderMarkdownInline(node.children, within(inside, 'span'))
    case 'q':
      return `"${renderMarkdownInline(node.children, within(inside, 'q'))}"`
    default:
      return renderMarked(node, inside, edges)
  }
}

function renderMarked(node: HtmlElement, inside: ReadonlySet<string>, edges: Edges): string {
  const [first, ...others] = node.children
  if (node.name === 'sup' && others.length === 0 && typeof first === 'object' && first.name === 'a') {
    const note = footnoteOf(first)
    if (note !== undefined) return `[^${note}]`
  }
  const mark = MARKS.get(node.name)
  const content = renderMarkdownInline(node.children, within(inside, mark ?? node.name))
  if (KEPT.has(node.name)) return `<${node.name}>${content}</${node.name}>`
  if (mark === undefined || inside.has(mark)) return content
  // Marks must touch the marked text (CommonMark §6.2), so spaces go outside.
  const { before, core, after } = trimBlank(content)
  if (core === '') return content
  // Between a letter and punctuation, marks do not open or close (CommonMark §6.2): `**Note:**then`.
  const isTornBefore = before === '' && isTorn(core.charAt(0), edges.before)
  const isTornAfter = after === '' && isTorn(core.slice(-1), edges.after)
  const isPlain = !isTornBefore && !isTornAfter
  return isPlain
    ? before + mark + core + mark + after
    : `${before}<${node.name}>${core}</${node.name}>${after}`
}

function renderLink(link: HtmlElement, inside: ReadonlySet<string>): string {
  const url = link.attributes['href']
  if (isBackReference(link)) return ''
  const content = renderMarkdownInline(link.children, within(inside, 'a'))
  if (url === undefined || inside.has('a') || trimBlank(content).core === '') return content
  const text = textContent(link)
  const isBare = text === url || url === `mailto:${text}`
  if (isBare && link.attributes['title'] === undefined && !/[\s<>\\$]/.test(text)) return `<${text}>`
  return `[${trimBlank(content).core}](${renderDestination(url, link.attributes['title'])})`
}

function renderImage(image: HtmlElement): string {
  const alt = escapeMarkdown((image.attributes['alt'] ?? '').replaceAll(/\s+/g, ' '))
  return `![${alt}](${renderDestination(image.attributes['src'] ?? '', image.attributes['title'])})`
}

function within(inside: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return inside.has(name) ? inside : new Set([...inside, name])
}

function isTorn(inner: string, outer: string): boolean {
  return /[\p{L}\p{N}]/u.test(outer) && !/[\p{L}\p{N}]/u.test(inner)
}

/** Splits white space and hard line breaks off both ends. */
function trimBlank(text: string): { readonly before: string; readonly core: string; readonly after: string } {
  const trimmed = text.trimStart()
  // A loop, because a regex for a run at the end is tried at each place where such a run begins, at quadratic cost.
  let end = trimmed.length
  while (end > 0 && /\s/.test(trimmed.charAt(end - 1))) end -= trimmed.endsWith('\\\n', end) ? 2 : 1
  return {
    before: text.slice(0, text.length - trimmed.length),
    core: trimmed.slice(0, end),
    after: trimmed.slice(end),
  }
}
