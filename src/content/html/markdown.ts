import MarkdownIt, { type StateCore, type Token } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import footnote from 'markdown-it-footnote'
import { controlReferences } from './control-references.ts'
import { footnoteTail } from './footnote-tail.ts'
import { mathematics } from './mathematics.ts'

const parser = new MarkdownIt({ html: true, linkify: true }).use(footnote).use(cjkFriendly).use(mathematics)
parser.use(controlReferences)
// Without it, a picture of another type would be published as its base64 text. The sanitiser decides about it.
const { validateLink } = parser
parser.validateLink = (url) => /^data:image\//i.test(url) || validateLink(url)
// Like GFM, links `https://…`, `www.…` and mail addresses. It does not link `name.md`, although `.md` is Moldova's
// domain.
parser.linkify.set({ fuzzyLink: false })
parser.linkify.add('www.', {
  validate: (text, position) =>
    /^[\w-]+(?:\.[\w-]+)+(?:[/?#][^\s<>"]*[^\s<>".,;:!?)\]'])?/.exec(
      text.slice(position, position + LONGEST_URL),
    )?.[0].length ?? 0,
  normalize: (match) => {
    match.url = `http://${match.url}`
  },
})
parser.core.ruler.at('footnote_tail', footnoteTail)
parser.core.ruler.push('heading_ids', addHeadingIds)
parser.core.ruler.push('task_lists', markTasks)

/** The longest URL that all browsers accept. */
const LONGEST_URL = 2000

/**
 * Renders Markdown as HTML: CommonMark with GFM's tables, strikethrough, autolinks and task lists, footnotes, bold and
 * italics next to Chinese, Japanese and Korean characters, mathematics as written, and an id on each heading. Raw HTML
 * passes unchanged, so the result must be sanitised.
 */
export function renderMarkdown(source: string): string {
  return parser.render(source)
}

/** Parses the top-level blocks of Markdown, with the lines that they cover. */
export function parseBlocks(source: string): readonly Token[] {
  const tokens: Token[] = []
  parser.block.parse(source, parser, {}, tokens)
  return tokens
}

/** Gives headings the same ids as GitHub, Hugo and Astro, so that links written for those work. */
function addHeadingIds(state: StateCore): void {
  const given = new Map<string, number>()
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const words = state.tokens[index + 1]?.children?.filter(
      ({ type }) => type === 'text' || type === 'code_inline',
    )
    const text = words?.map(({ content }) => content).join('') ?? ''
    const id = text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-')
    if (id === '') continue
    const repeated = given.get(id) ?? 0
    given.set(id, repeated + 1)
    token.attrSet('id', repeated === 0 ? id : `${id}-${repeated}`)
  }
}

/** Writes `[ ]` and `[x]` of a task list as characters, because feeds cannot hold form controls. */
function markTasks(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'list_item_open') continue
    const text = token.children?.[0]
    const task = text?.type === 'text' ? /^\[([ xX])\]\s/.exec(text.content) : null
    if (text && task) text.content = `${task[1] === ' ' ? '☐' : '☑'} ${text.content.slice(task[0].length)}`
  }
}
