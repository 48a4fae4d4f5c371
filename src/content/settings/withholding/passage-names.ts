import { isHidingValue } from './hiding-values.ts'
import { FILLERS } from './hiding-words.ts'
import { isGroupMark } from './marks.ts'
import { meaningOfName } from './name-meaning.ts'
import { listOf, wordsOf } from './words-of.ts'

/** Words by which shortcodes, blocks and elements name whom their content is for, or that it is for nobody. */
const HIDING = listOf(
  `comment member members memberonly membersonly membership subscriber subscribers patron patrons sponsor
  sponsors insider insiders restrict restricted protect protected gate gated paid paywall premium private hide hidden
  draft loggedin logged login secret`,
)

/** Words beside them: `is_user_logged_in`, `content-hidden`, `private_block`. */
const BESIDE = listOf(
  'if user users level start begin block section text note box area zone container wrap has',
)

/** Whether the name of a shortcode, a block or an element says that its content is not for everybody. */
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

/** What the plugins of WordPress that sell memberships put before the names of their shortcodes. */
const PLUGIN = /^(?:s2|swpm|um|ihc|mepr|rcp|pmpro|pms|wlm|wcm|wc_memberships?|passster)(?:[-_]|if)/i

/** Whether a shortcode of WordPress with this name shows its content to a few alone. */
export function restricts(name: string): boolean {
  return PLUGIN.test(name) || hidesPassage(name)
}

/** A name of a class by which style sheets hide an element, on its own: `visually-hidden` is read aloud. */
const HIDING_CLASS =
  /^(?:is-)?hid(?:e|den)$|^(?:d|display)-none$|^invisible$|^content-hidden$|^(?:is-)?(?:private|draft|gated)$|paywall|(?:members?|subscribers?|patrons?|paid|premium)-only/i

/** A class of Tailwind's by which what is hidden on a small screen is shown on a larger one. */
const SHOWN_LARGER = /^\w{2,4}:(?:block|inline|flex|grid|table)/

/** Whether the classes of an element hide it where its writer's style sheet is, as it is not here. */
export function areHidingClasses(classes: readonly string[]): boolean {
  return classes.some((name) => HIDING_CLASS.test(name)) && !classes.some((name) => SHOWN_LARGER.test(name))
}

/** Elements of HTML, which hide nothing by their names. */
const HTML = listOf('del details dialog noscript template embed')

/** Whether an element is somebody's own, and its name says that its content is not for everybody: `<MembersOnly>`. */
export function isHidingElement(name: string): boolean {
  return !HTML.has(name.toLowerCase()) && hidesPassage(name)
}

/** Comments between what is for everybody and what is not: Ghost's, WordPress', and what people write by hand. */
const BARRIER =
  /^(?:for[ -])?(?:members?|subscribers?|patrons?|sponsors?|insiders?|paid|premium|private)[ -](?:only\b|content$|from here|below)|^(?:members|subscribers|patrons|sponsors|insiders|paid|premium)$|^pay-?wall\b|^kg-gated-block:begin|^wp:[\w/-]*(?:premium-content|subscriber-view|paywall|members?-only|restrict|private|gated|conditional)/i

/** Whether a comment marks that what follows is for a few. A note of its writer's does not. */
export function isBarrier(comment: string): boolean {
  return BARRIER.test(comment.trim())
}

/** Whether a comment ends a passage that began with another: `<!-- /private -->`. */
export function endsPassage(comment: string): boolean {
  const [, name] = /^(?:\/|end)[\s_-]{0,3}([\w-]{2,20})$/i.exec(comment.trim()) ?? []
  return name !== undefined && hidesPassage(name)
}
