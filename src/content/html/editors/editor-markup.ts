import { isLeftOut } from '../hidden-element.ts'
import { type HtmlElement, type HtmlNode, textContent } from '../html-tree.ts'
import { classesOf } from './element-style.ts'
import { isList, withJoinedLists, withListsInItems } from './list-shapes.ts'
import { addPiece, isTakenBack, saidByName, saidByStyle, sayByElements } from './styled-text.ts'
import { withWordLists } from './word-lists.ts'

/**
 * Rewrites what editors put on the clipboard, Google Docs, Word, Pages, Notion and WordPress among them, as the HTML that
 * it means: what they say by styles and classes, which reach no reader, is said by elements. Takes a tree that is still to be
 * sanitised, and gives a new one.
 */
export function readEditorMarkup(root: HtmlElement): HtmlElement {
  return { ...root, children: rewriteAll(root, new Set()) }
}

/** Where spans colour code and blanks are text. */
const CODE = new Set(['pre', 'code', 'samp', 'kbd', 'textarea'])

/** Rewrites what an element holds; `said` is what is said of it already. */
function rewriteAll(parent: HtmlElement, said: ReadonlySet<string>): readonly HtmlNode[] {
  if (CODE.has(parent.name)) return parent.children
  const rewritten: HtmlNode[] = []
  for (const node of withWordLists(withJoinedLists(parent.children)))
    for (const piece of typeof node === 'string' ? [node] : rewrite(node, said)) addPiece(rewritten, piece)
  return isList(parent) ? withListsInItems(rewritten) : rewritten
}

function rewrite(element: HtmlElement, said: ReadonlySet<string>): readonly HtmlNode[] {
  // What its style hides is to stay hidden.
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

/** What stands for an element that readers would get nothing of, or that only an editor has a use for. */
function standIns(element: HtmlElement): readonly HtmlNode[] | undefined {
  const { name, attributes } = element
  const classes = classesOf(element)
  // Word holds empty paragraphs open.
  if (name === 'o:p' && textContent(element).trim() === '') return []
  if (classes.includes('Apple-interchange-newline')) return []
  if (classes.includes('Apple-converted-space')) return [textContent(element).replaceAll('\u00A0', ' ')]
  // Feeds carry no form controls.
  if (name === 'input' && attributes['type']?.toLowerCase() === 'checkbox')
    return attributes['checked'] === undefined ? ['☐ '] : ['☑ ']
  if (classes.includes('checkbox-on')) return ['☑ ']
  if (classes.includes('checkbox-off')) return ['☐ ']
  if (classes.includes('wp-block-embed__wrapper')) return linkOf(textContent(element).trim())
  return undefined
}

/** WordPress writes the address of what is to be embedded, and makes a frame of it as it serves the page. */
function linkOf(text: string): readonly HtmlNode[] | undefined {
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined
  const link = { name: 'a', attributes: { href: text }, children: [text] }
  return [{ name: 'p', attributes: {}, children: [link] }]
}

/** The heading that a paragraph is by its role (WAI-ARIA §5.4), or by its style in Word, whose levels above six have no element. */
function headingName(element: HtmlElement): string | undefined {
  const { name, attributes } = element
  if (name !== 'p' && name !== 'div') return undefined
  const [level] = /^[1-9]$/.exec(attributes['aria-level'] ?? '') ?? []
  if (attributes['role'] === 'heading' && level !== undefined) return `h${Math.min(Number(level), 6)}`
  const style = classesOf(element).flatMap((word) => /^MsoTitle$|^MsoHeading([1-9])$/.exec(word) ?? [])
  if (style[0] === undefined) return undefined
  return `h${Math.min(Number(style[1] ?? 1), 6)}`
}
