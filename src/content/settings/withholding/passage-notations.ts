import { areHidingClasses, hidesPassage, isHidingElement, restricts } from './passage-names.ts'

/** A notation that hides a passage. */
export interface PassageNotation {
  readonly begins: RegExp
  /** The end mark. Without one, a begin mark alone counts. */
  readonly ends?: string
  /** Whether the first group of the pattern makes it a mark. Default: always. */
  readonly isMeant?: (name: string) => boolean
}

/** Conditions, which we do not evaluate, and Liquid's one-line comment. */
const CONDITIONS = /^(?:if|unless|#)$/

/**
 * The notations with which other tools hide a passage, one per row. No pattern begins with a repetition, so the cost is
 * linear.
 */
export const PASSAGE_NOTATIONS: readonly PassageNotation[] = [
  // Obsidian's comments. `50%% of it` is a number.
  { begins: /(?<![\d%])%%(?!%)/g, ends: '%%' },
  // Tags and comments of Liquid, Nunjucks and Tera. `{#id .class}` names a heading.
  { begins: /\{%-?\s{0,9}(#|[\w-]{2,40})/g, isMeant: (name) => CONDITIONS.test(name) || hidesPassage(name) },
  { begins: /\{#(?![^\s{}#]{1,100}(?:\s[^{}#]{0,200})?\})/g, ends: '#}' },
  // Comments and shortcodes of Hugo.
  { begins: /\{\{-?\s{0,9}\/\*/g },
  { begins: /\{\{[<%]\s{0,9}([\w-]{2,40})/g, isMeant: hidesPassage },
  // Comments of MDX, comments and conditions of Handlebars, comments of EJS.
  { begins: /\{\s{0,9}\/\*/g, ends: '*/' },
  { begins: /\{\{~?!/g, ends: '}}' },
  { begins: /\{\{~?#(?:if|unless|has)\b/g },
  { begins: /<%(?:#|--)/g, ends: '%>' },
  // Comments of kramdown, blocks of Pandoc and Docusaurus, and classes of both.
  { begins: /\{::comment\b/g },
  { begins: /^[ \t>]{0,20}:{3,20}[ \t]{0,9}\{?[ \t]{0,9}\.?([\w-]{2,40})/gm, isMeant: hidesPassage },
  {
    begins: /\{:?([^{}\n]{1,200})\}/g,
    isMeant: (list) => areHidingClasses(list.split(/\s+/).flatMap((word) => /^\.(.+)/.exec(word)?.[1] ?? [])),
  },
  // Comments of Org and AsciiDoc, and link definitions used as comments, for notations in which they are text.
  { begins: /^[ \t]{0,9}#\+begin_comment\b/gim },
  { begins: /^\/{4,20}[ \t]{0,9}$/gm, ends: '\n////' },
  { begins: /^[ \t>]{0,9}\[(?:\/\/|_|#|\*|comment)\]:\s{0,9}(?:#|<>)/gm },
  // CriticMarkup: a comment, and deleted or replaced text.
  { begins: /\{>>/g, ends: '<<}' },
  { begins: /\{--/g, ends: '--}' },
  { begins: /\{~~/g, ends: '~~}' },
  // WordPress shortcodes. Each ends with its name.
  { begins: /\[\/([\w-]{2,40})\](?![([:])/g, isMeant: restricts },
  // Custom elements, and elements with hiding classes.
  { begins: /<([A-Za-z][\w-]{1,40})(?=[\s>])/g, isMeant: isHidingElement },
  {
    begins: /<[A-Za-z][^<>]{0,500}?\sclass\s{0,9}=\s{0,9}["']?([^"'<>]{1,200})/g,
    isMeant: (classes) => areHidingClasses(classes.split(/\s+/)),
  },
]
