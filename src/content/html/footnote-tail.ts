import type { StateCore } from 'markdown-it'

type Token = StateCore['tokens'][number]

/** A footnote as the plugin stores it: an inline footnote has tokens, any other has a label. */
interface Footnote {
  readonly label?: string
  /** The number of references to it. */
  readonly count?: number
  readonly content?: string
  readonly tokens?: Token[]
}

/**
 * Puts the footnotes at the end of an article, like `footnote_tail` of markdown-it-footnote, whose renderer prints
 * them. That function copies the list of all tokens for each note, so that its cost is quadratic in the notes.
 */
export function footnoteTail(state: StateCore): void {
  const { env } = state
  if (!hasFootnotes(env)) return
  const { body, definitions } = takeDefinitions(state.tokens)
  state.tokens = body
  const { list } = env.footnotes
  if (list === undefined) return
  const push = (type: string, nesting: -1 | 0 | 1, meta?: Record<string, unknown>): void => {
    const token = new state.Token(type, '', nesting)
    if (meta) token.meta = meta
    body.push(token)
  }
  push('footnote_block_open', 1)
  for (const [id, note] of list.entries()) {
    const { label, count = 0 } = note
    push('footnote_open', 1, { id, label })
    const own = note.tokens ? paragraph(state, note) : (definitions.get(label ?? '') ?? [])
    for (const token of own) body.push(token)
    const last = body.at(-1)?.type === 'paragraph_close' ? body.pop() : undefined
    for (let subId = 0; subId < Math.max(1, count); subId += 1)
      push('footnote_anchor', 0, { id, subId, label })
    if (last) body.push(last)
    push('footnote_close', -1)
  }
  push('footnote_block_close', -1)
}

/** Whether the plugin has stored footnotes. No other plugin writes to this key. */
function hasFootnotes(env: object): env is { readonly footnotes: { readonly list?: readonly Footnote[] } } {
  return 'footnotes' in env
}

/** Separates the tokens of footnote definitions, by label, from all other tokens. */
function takeDefinitions(tokens: readonly Token[]): {
  readonly body: Token[]
  readonly definitions: ReadonlyMap<string, readonly Token[]>
} {
  const definitions = new Map<string, readonly Token[]>()
  let label = ''
  let within: Token[] | undefined
  const body = tokens.filter((token) => {
    if (token.type === 'footnote_reference_open') {
      label = String(token.meta?.['label'])
      within = []
      return false
    }
    if (token.type === 'footnote_reference_close') {
      definitions.set(label, within ?? [])
      within = undefined
      return false
    }
    within?.push(token)
    return within === undefined
  })
  return { body, definitions }
}

function paragraph(state: StateCore, { content = '', tokens = [] }: Footnote): readonly Token[] {
  const open = new state.Token('paragraph_open', 'p', 1)
  open.block = true
  const inline = new state.Token('inline', '', 0)
  inline.children = tokens
  inline.content = content
  const close = new state.Token('paragraph_close', 'p', -1)
  close.block = true
  return [open, inline, close]
}
