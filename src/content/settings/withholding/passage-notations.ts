import { areHidingClasses, hidesPassage, isHidingElement, restricts } from './passage-names.ts'

/** How a tool lets people hide a passage. */
export interface PassageNotation {
  readonly begins: RegExp
  /** What ends it, where it is none without an end. */
  readonly ends?: string
  /** Whether what stands in the mark, the first group of the pattern, makes it one. */
  readonly isMeant?: (name: string) => boolean
}

/** Conditions, which are not worked out here, and Liquid's comment of one line. */
const CONDITIONS = /^(?:if|unless|#)$/

/**
 * Notations by which the tools that people write with hide a passage, a row each. No pattern begins with what it may find
 * again and again.
 */
export const PASSAGE_NOTATIONS: readonly PassageNotation[] = [
  // Obsidian's comments. `50%% of it` is a number.
  { begins: /(?<![\d%])%%(?!%)/g, ends: '%%' },
  // Liquid's, Nunjucks' and Tera's tags and comments. `{#id .class}` names a heading.
  { begins: /\{%-?\s{0,9}(#|[\w-]{2,40})/g, isMeant: (name) => CONDITIONS.test(name) || hidesPassage(name) },
  { begins: /\{#(?![^\s{}#]{1,100}(?:\s[^{}#]{0,200})?\})/g, ends: '#}' },
  // Hugo's comments and shortcodes.
  { begins: /\{\{-?\s{0,9}\/\*/g },
  { begins: /\{\{[<%]\s{0,9}([\w-]{2,40})/g, isMeant: hidesPassage },
  // MDX' comments, Handlebars' comments and conditions, EJS' comments.
  { begins: /\{\s{0,9}\/\*/g, ends: '*/' },
  { begins: /\{\{~?!/g, ends: '}}' },
  { begins: /\{\{~?#(?:if|unless|has)\b/g },
  { begins: /<%(?:#|--)/g, ends: '%>' },
  // kramdown's comments, the blocks of Pandoc and Docusaurus, and classes of either.
  { begins: /\{::comment\b/g },
  { begins: /^[ \t>]{0,20}:{3,20}[ \t]{0,9}\{?[ \t]{0,9}\.?([\w-]{2,40})/gm, isMeant: hidesPassage },
  {
    begins: /\{:?([^{}\n]{1,200})\}/g,
    isMeant: (list) => areHidingClasses(list.split(/\s+/).flatMap((word) => /^\.(.+)/.exec(word)?.[1] ?? [])),
  },
  // Org's and AsciiDoc's comments, and what people write as a link that nobody sees, where it is read as text.
  { begins: /^[ \t]{0,9}#\+begin_comment\b/gim },
  { begins: /^\/{4,20}[ \t]{0,9}$/gm, ends: '\n////' },
  { begins: /^[ \t>]{0,9}\[(?:\/\/|_|#|\*|comment)\]:\s{0,9}(?:#|<>)/gm },
  // CriticMarkup: a comment, and what is deleted or replaced.
  { begins: /\{>>/g, ends: '<<}' },
  { begins: /\{--/g, ends: '--}' },
  { begins: /\{~~/g, ends: '~~}' },
  // WordPress' shortcodes, each of which ends with its name.
  { begins: /\[\/([\w-]{2,40})\](?![([:])/g, isMeant: restricts },
  // Elements of somebody's own, and of classes that hide.
  { begins: /<([A-Za-z][\w-]{1,40})(?=[\s>])/g, isMeant: isHidingElement },
  {
    begins: /<[A-Za-z][^<>]{0,500}?\sclass\s{0,9}=\s{0,9}["']?([^"'<>]{1,200})/g,
    isMeant: (classes) => areHidingClasses(classes.split(/\s+/)),
  },
]
