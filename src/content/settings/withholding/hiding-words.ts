import { listOf } from './words-of.ts'

/**
 * Words in several languages that say that a text is not for everyone. A word of at least five letters also counts
 * inside a longer one: `isPrivate`, `unlistedPost`, `bozze`.
 */
const HIDDEN = listOf(
  `draft hidden private privacy secret unlist unpublish unreleased unfinished unapproved confidential
  classified embargo noindex withheld withhold password passwd protected passphrase passcode encrypt paywall
  premium invisible restricted offline pending expir trashed wip trash todo members subscribers patrons sponsors
  insiders paid archived deleted donotpublish dontpublish
  bozza bozze nascost privat riservat segret nonpubblico sospes entwurf entwürf geheim
  versteckt vertraulich unveröffentlicht gesperrt brouillon privé prive caché masqué secrèt
  confidentiel nonpublié borrador privad ocult confidencial rascunho escondid sigilos черновик скрыт
  приватн секретн pwd locked protect lock 草稿 隐藏 隱藏 私密 下書き 非公開 非公开 초안 비공개 مسودة خاص טיוטה פרטי پیش‌نویس خصوصی`,
)

/** Shorter words, and words that also occur in harmless longer ones, count only as a whole. */
const SHORTEST_WITHIN = 5
const ALONE = listOf(
  `members archived deleted secret pending protected locked protect lock prive privé caché`,
)

/** Secrets that open a text. Any value means that the text is closed. */
export const SECRETS = listOf('password passwd passphrase passcode pwd')

/** Words beside a secret that show that the value is not the secret: `password_hint`. */
export const HINTS = listOf('hint hints message prompt label placeholder help manager reset policy')

/** Groups of people. The key may also hold a list or a number of them, so it counts only if it is true. */
export const PEOPLE = listOf('members subscribers patrons sponsors insiders')

/** The people that a text may be limited to: `friends_only`, `audience: staff`, `preview_only`. */
export const AUDIENCES = listOf(
  `members member subscribers subscriber patrons patron sponsors sponsor insiders insider newsletter email mail
  friends family staff team editors editor admins admin owner me us app rss print login registered
  authenticated logged signed employees colleagues nobody noone dev development local localhost preview staging
  test testing`,
)

/** Restrictions. True, or the names of a group, closes the text. */
export const GATES = listOf(
  `auth authentication authenticated authenticate authorization authorisation authorized authorised login signin
  gate gated secured restrict restricts restriction restrictions subscription membership nda`,
)

/** Permissions. False, or the names of a group, closes the text. */
export const GRANTS = listOf('access permission permissions audience readers viewers')

/** Words that demand the thing that they stand with: `login_required`. */
export const DEMANDS = listOf(
  'require requires required need needs must under behind control controls controlled limit limits limited',
)

/** Properties of a restriction that a key may name: `access_level`. */
export const ASPECTS = listOf('level levels group groups role roles type mode')

/**
 * States of unfinished or undecided work. They count only if no other thing is named: `paused`, but not
 * `suspended_players`.
 */
export const STATES = listOf(
  `incomplete stub delist delisted suspended paused inactive rejected declined disapproved takedown quarantined spiked
  shelved parked`,
)

/** States of finished work. False means that the text is not finished: `finished: false`. */
export const FINISHED = listOf(
  `finished done complete completed final finalized finalised approval proofread signoff signedoff ok okay cleared production
  prod web`,
)

/** Names of keys for the state of a text. */
export const STAGES = listOf('state stage workflow status phase')
/** Words that may stand beside a name for the state of a text: `review_status`. */
export const STAGED = listOf('editorial publishing publication review document')

/** Names that count only if no other thing is named: internal links are for everyone. */
export const WHOLE = listOf(
  `internal isinternal internalonly internaluse internaluseonly forinternaluse hold onhold inprogress
  isinprogress acl tlp auth authentication authorization`,
)

/** Names of secrets, except in a map about something else: a route may have a pass. */
export const OPENERS = listOf('pass pw passkey')

/** Features that work without a network are for everyone: `offline_first`. */
export const FEATURES = listOf('first mode support capable app cache reading use maps works')

/** Verbs that hide the thing that they stand with, unless it is only a part of a page: `hideFromFeed`, `hideToc`. */
export const HIDING_VERBS = listOf(
  'hide hides hiding hidden exclude excluded excludes unlink withdraw withdrawn retract retracted',
)

/** Words between such a verb and the people who must not see the text. */
export const AWAY = listOf('from away')

/** Verbs that do so only with a place or with no object: `skipFeed`, but not `disableHighlight`. */
export const STOPPING_VERBS = listOf(
  `disable disabled disables skip skipped ignore ignored omit omitted suppress suppressed remove
  removed block blocked deny disallow`,
)

/** Negations: `notPublic`, `no_index`. */
export const NEGATIONS = listOf('no not non dont never without')

/** Words that say that a text is for everyone. False withholds it. */
export const SHOWN = listOf(
  `public publish published publishing publication visible visibility listed released live online
  approved reviewed searchable indexed indexable active enabled enable available ready syndicate syndicated pubblico
  pubblica pubblicato pubblicata visibile veröffentlicht öffentlich sichtbar publié publie publicado
  publicada público publico visível`,
)

/** Verbs that show the thing that they stand with. */
export const SHOWING_VERBS = listOf(
  'show shown display displayed include included render rendered generate output build',
)

/** Those of them that mean a part of a page if they stand in a map about something else: `gallery.enabled`. */
export const PARTIAL = listOf('online active enabled enable available ready live')

/** Words that name another place, which does not concern us: `publishToMedium`. */
export const ELSEWHERE = listOf('to on via by url')

/** Verbs for announcing a text, which do not show it: `send_email_when_published`. */
export const TELLING_VERBS = listOf('send notify announce tweet toot ping email mail newsletter')

/** Places where a text is shown. */
export const PLACES = listOf(
  `feed feeds rss atom jsonfeed home homepage index list lists listing listings posts public publicly site blog
  collection collections archive archives everyone everybody`,
)

/** Words for the moment from which a text is for everyone: `embargoUntil`, `publish_on`, `available-from`, `publish_up`. */
export const MOMENTS = listOf('until till from after before on at date time day for go goes')
/** Words for publication that mean a moment together with such a word. */
export const TIMED = listOf(
  `publish published pub post unpublish release released visible available show hide live embargo
  schedule scheduled launch golive`,
)
/** Names of a schedule. */
export const SCHEDULES = listOf('schedule scheduled golive')

/** The beginning or the end of the time in which a text is for everyone: `publish_down`, but not `start_date`. */
export const BOUNDS = listOf('up down start starts end ends begin stop')
/** States of publication that may have a beginning and an end. */
export const BOUNDED = listOf('publish published publishing publication unpublish visible visibility display')

/** Words for the moment at which a text disappears. */
export const ENDS = listOf('until till end ends down stop')
/** Words for the removal of a text, which also is a moment at which it disappears. */
export const REMOVALS = listOf('delete deletion remove removal takedown purge')

/** Parts of a page. Hiding one of them withholds nothing that we publish. */
export const PARTS = listOf(
  `toc table contents title date dates author authors comments comment share sharing header footer
  sidebar nav navbar navigation menu image images cover thumbnail summary excerpt meta metadata
  breadcrumb breadcrumbs bread crumbs related ads description tags reading time words word count edit
  button buttons link links pagination pager banner hero anchor anchors number numbers numbering math
  mathjax katex mermaid pinned sticky logo icon theme style css js script scripts mode heading
  headings subtitle byline license copyright likes views counter analytics prev next section sections
  layout search sitemap social card profile pic bio avatar caption font copy code line lines lightbox
  zoom donate newsletter subscribe lead intro full taxonomies badges badge label labels cookies cache minify
  sort order back top last modified adsense highlight resources`,
)

/** Fillers between the significant words of a name or a value. */
export const FILLERS = listOf(
  `is a the to be for only yet in of it this still do needs under from on by me us internal work
  progress self content post posts page article entry it item user users nofollow follow`,
)

/** Negations written without a space: `nopublish`, `notListed`. */
const GLUED = /^(?:do)?(?:not|non|no|dont)(.+)$/
const TURNABLE = listOf('index list listing feed feeds rss')

/** Whether a word alone says that a text is not for everyone. */
export function isHidingWord(word: string): boolean {
  const [, turned = ''] = GLUED.exec(word) ?? []
  if (SHOWN.has(turned) || TURNABLE.has(turned) || HIDDEN.has(word)) return true
  return LONG.some((hidden) => word.includes(hidden))
}

/** Whether a whole name is such a word. */
export function isHidingName(whole: string): boolean {
  return HIDDEN.has(whole)
}

/** The words that also count inside longer ones. In other scripts than Latin, every word does. */
const LONG = [...HIDDEN].filter((hidden) => {
  const isShort = hidden.length < SHORTEST_WITHIN && /^[\p{Script=Latin}]+$/u.test(hidden)
  return !isShort && !ALONE.has(hidden)
})
