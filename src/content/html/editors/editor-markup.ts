import { isLeftOut } from '../hidden-element.ts'
import { type HtmlElement, type HtmlNode, textContent } from '../html-tree.ts'
import { classesOf } from './element-style.ts'
import { isList, withJoinedLists, withListsInItems } from './list-shapes.ts'
import { addPiece, isTakenBack, saidByName, saidByStyle, sayByElements } from './styled-text.ts'
import { withWordLists } from './word-lists.ts'

/**
 * Rewrites the clipboard markup of editors (Google Docs, Word, Pages, Notion, WordPress and others) as HTML elements
 * with the same meaning. These editors express meaning by styles and classes, which feed readers drop. Takes a tree
 * that is not sanitised yet, and returns a new one.
 */
export function readEditorMarkup(root: HtmlElement): HtmlElement {
  return { ...root, children: rewriteAll(root, new Set()) }
}

/** Elements in which spans only colour code, and in which white space is text. */
const CODE = new Set(['pre', 'code', 'samp', 'kbd', 'textarea'])

/** Rewrites the children of an element. `said` are the meanings that elements around it already express. */
function rewriteAll(parent: HtmlElement, said: ReadonlySet<string>): readonly HtmlNode[] {
  if (CODE.has(parent.name)) return parent.children
  const rewritten: HtmlNode[] = []
  for (const node of withWordLists(withJoinedLists(parent.children)))
    for (const piece of typeof node === 'string' ? [node] : rewrite(node, said)) addPiece(rewritten, piece)
  return isList(parent) ? withListsInItems(rewritten) : rewritten
}

function rewrite(element: HtmlElement, said: ReadonlySet<string>): readonly HtmlNode[] {
  // An element that its style hides must stay hidden.
  if (isLeftOut(element)) return [element]
  const others = standIns(element)
  if (others !== undefined) return others
  if (isTakenBack(element)) return rewriteAll(element, said)
  const byStyle = saidByStyle(element).filter((name) => !said.has(name))
  const byName = saidByName(element)
  const saidWithin = new Set([...said, ...byStyle, ...(byName === undefined ? [] : [byName])])
  const children = rewriteAll(element, saidWithin)
  return byStyle.length > 0
    ? sayByElements(byStyle, children)
    : [{ ...element, name: headingName(element) ?? element.name, children }]
}

/** The nodes that replace an element which readers drop or only an editor uses. Undefined for other elements. */
function standIns(element: HtmlElement): readonly HtmlNode[] | undefined {
  const { name, attributes } = element
  const classes = classesOf(element)
  // Word writes this element to keep empty paragraphs open.
  if (name === 'o:p' && textContent(element).trim() === '') return []
  if (classes.includes('Apple-interchange-newline')) return []
  if (classes.includes('Apple-converted-space')) return [textContent(element).replaceAll('\u00A0', ' ')]
  // Feeds cannot hold form controls.
  if (name === 'input' && attributes['type']?.toLowerCase() === 'checkbox')
    return attributes['checked'] === undefined ? ['☐ '] : ['☑ ']
  if (classes.includes('checkbox-on')) return ['☑ ']
  if (classes.includes('checkbox-off')) return ['☐ ']
  if (classes.includes('wp-block-embed__wrapper')) return linkOf(textContent(element).trim())
  return undefined
}

/** WordPress stores the address of an embedded page as text, and makes a frame of it when it serves the page. */
function linkOf(text: string): readonly HtmlNode[] | undefined {
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined
  const link = { name: 'a', attributes: { href: text }, children: [text] }
  return [{ name: 'p', attributes: {}, children: [link] }]
}

/**
 * The heading that a paragraph is by its role (WAI-ARIA §5.4) or by its style in Word. HTML has six levels; Word has
 * more.
 */
function headingName(element: HtmlElement): string | undefined {
  const { name, attributes } = element
  if (name !== 'p' && name !== 'div') return undefined
  const [level] = /^[1-9]$/.exec(attributes['aria-level'] ?? '') ?? []
  if (attributes['role'] === 'heading' && level !== undefined) return `h${Math.min(Number(level), 6)}`
  const style = classesOf(element).flatMap((word) => /^MsoTitle$|^MsoHeading([1-9])$/.exec(word) ?? [])
  if (style[0] === undefined) return undefined
  return `h${Math.min(Number(style[1] ?? 1), 6)}`
}
