import { isHidingValue } from './hiding-values.ts'
import { FILLERS } from './hiding-words.ts'
import { isGroupMark } from './marks.ts'
import { meaningOfName } from './name-meaning.ts'
import { listOf, wordsOf } from './words-of.ts'

/** Words in the names of shortcodes, blocks and elements whose content is for few people, or hidden. */
const HIDING = listOf(
  `comment member members memberonly membersonly membership subscriber subscribers patron patrons sponsor
  sponsors insider insiders restrict restricted protect protected gate gated paid paywall premium private hide hidden
  draft loggedin logged login secret`,
)

/** Words that may stand beside them: `is_user_logged_in`, `content-hidden`, `private_block`. */
const BESIDE = listOf(
  'if user users level start begin block section text note box area zone container wrap has',
)

/** Whether the name of a shortcode, a block or an element says that its content is not for everyone. */
export function hidesPassage(name: string): boolean {
  const words = wordsOf(name)
  if (words[0]?.startsWith('end')) return false
  const isSaid = words.every((word) => HIDING.has(word) || BESIDE.has(word) || FILLERS.has(word))
  return (
    (isSaid && words.some((word) => HIDING.has(word))) ||
    isGroupMark(name) ||
    meaningOfName(name) === 'hidden' ||
    isHidingValue(name)
  )
}

/** Prefixes of shortcodes of WordPress plugins for memberships. */
const PLUGIN = /^(?:s2|swpm|um|ihc|mepr|rcp|pmpro|pms|wlm|wcm|wc_memberships?|passster)(?:[-_]|if)/i

/** Whether a WordPress shortcode of this name shows its content only to some readers. */
export function restricts(name: string): boolean {
  return PLUGIN.test(name) || hidesPassage(name)
}

/** A class that hides an element by itself. `visually-hidden` does not count, because screen readers read it. */
const HIDING_CLASS =
  /^(?:is-)?hid(?:e|den)$|^(?:d|display)-none$|^invisible$|^content-hidden$|^(?:is-)?(?:private|draft|gated)$|paywall|(?:members?|subscribers?|patrons?|paid|premium)-only/i

/** A Tailwind class that shows on larger screens what is hidden on small ones. */
const SHOWN_LARGER = /^\w{2,4}:(?:block|inline|flex|grid|table)/

/** Whether the classes of an element hide it with the writer's style sheet, which we do not have. */
export function areHidingClasses(classes: readonly string[]): boolean {
  return classes.some((name) => HIDING_CLASS.test(name)) && !classes.some((name) => SHOWN_LARGER.test(name))
}

/** HTML elements whose names contain a hiding word but hide nothing. */
const HTML = listOf('del details dialog noscript template embed')

/** Whether an element is a custom one whose name says that its content is not for everyone: `<MembersOnly>`. */
export function isHidingElement(name: string): boolean {
  return !HTML.has(name.toLowerCase()) && hidesPassage(name)
}

/** Comments that separate the public part of a text from the rest: those of Ghost and WordPress, and handwritten ones. */
const BARRIER =
  /^(?:for[ -])?(?:members?|subscribers?|patrons?|sponsors?|insiders?|paid|premium|private)[ -](?:only\b|content$|from here|below)|^(?:members|subscribers|patrons|sponsors|insiders|paid|premium)$|^pay-?wall\b|^kg-gated-block:begin|^wp:[\w/-]*(?:premium-content|subscriber-view|paywall|members?-only|restrict|private|gated|conditional)/i

/** Whether a comment says that the text after it is for some readers only. A writer's note does not. */
export function isBarrier(comment: string): boolean {
  return BARRIER.test(comment.trim())
}

/** Whether a comment ends a passage that another comment has begun: `<!-- /private -->`. */
export function endsPassage(comment: string): boolean {
  const [, name] = /^(?:\/|end)[\s_-]{0,3}([\w-]{2,20})$/i.exec(comment.trim()) ?? []
  return name !== undefined && hidesPassage(name)
}
