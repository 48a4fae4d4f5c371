import { listOf } from './words-of.ts'

/**
 * Words that say of a text that it is not for everybody, in the languages that we know. A word is found within a longer one
 * where it has five letters or more: `isPrivate`, `unlistedPost`, `bozze`.
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

/** Of words with fewer letters, and of those that stand in harmless longer ones, only the whole word counts. */
const SHORTEST_WITHIN = 5
const ALONE = listOf(
  `members archived deleted secret pending protected locked protect lock prive privé caché`,
)

/** What opens a text: whatever is written there, it is closed. */
export const SECRETS = listOf('password passwd passphrase passcode pwd')

/** What is said about such a thing, and opens nothing: `password_hint`. */
export const HINTS = listOf('hint hints message prompt label placeholder help manager reset policy')

/** People, of whom there may be a list or a number: only switched on do they say whom a text is for. */
export const PEOPLE = listOf('members subscribers patrons sponsors insiders')

/** Whom a text may be for alone: `friends_only`, `audience: staff`, `preview_only`. */
export const AUDIENCES = listOf(
  `members member subscribers subscriber patrons patron sponsors sponsor insiders insider newsletter email mail
  friends family staff team editors editor admins admin owner me us app rss print login registered
  authenticated logged signed employees colleagues nobody noone dev development local localhost preview staging
  test testing`,
)

/** What lets nobody in but some: switched on, or with the names of few, it closes the text. */
export const GATES = listOf(
  `auth authentication authenticated authenticate authorization authorisation authorized authorised login signin
  gate gated secured restrict restricts restriction restrictions subscription membership nda`,
)

/** What tells who is let in: switched off, or with the names of few, it closes the text. */
export const GRANTS = listOf('access permission permissions audience readers viewers')

/** Words that ask for what is named beside them: `login_required`. */
export const DEMANDS = listOf(
  'require requires required need needs must under behind control controls controlled limit limits limited',
)

/** What such a key may tell of it: `access_level`. */
export const ASPECTS = listOf('level levels group groups role roles type mode')

/** What is left to do or to decide, where nothing is named beside it: `paused`, but not `suspended_players`. */
export const STATES = listOf(
  `incomplete stub delist delisted suspended paused inactive rejected declined disapproved takedown quarantined spiked
  shelved parked`,
)

/** States of work that switched off say that a text is not there yet: `finished: false`. */
export const FINISHED = listOf(
  `finished done complete completed final finalized finalised approval proofread signoff signedoff ok okay cleared production
  prod web`,
)

/** Names of keys that tell the state of a text. */
export const STAGES = listOf('state stage workflow status phase')
export const STAGED = listOf('editorial publishing publication review document')

/** Names that say it only where nothing is named beside them: internal links are for everybody. */
export const WHOLE = listOf(
  `internal isinternal internalonly internaluse internaluseonly forinternaluse hold onhold inprogress
  isinprogress acl tlp auth authentication authorization`,
)

/** Names of what opens a text, unless they are in a map of something else: a route has a pass. */
export const OPENERS = listOf('pass pw passkey')

/** What works without a net is for everybody: `offline_first`. */
export const FEATURES = listOf('first mode support capable app cache reading use maps works')

/** Verbs that keep back what is named beside them, unless that is only a part of a page: `hideFromFeed`, `hideToc`. */
export const HIDING_VERBS = listOf(
  'hide hides hiding hidden exclude excluded excludes unlink withdraw withdrawn retract retracted',
)

/** What stands between such a verb and those who are not to see it. */
export const AWAY = listOf('from away')

/** Verbs that do so where a place or nothing is named beside them: `skipFeed`, but not `disableHighlight`. */
export const STOPPING_VERBS = listOf(
  `disable disabled disables skip skipped ignore ignored omit omitted suppress suppressed remove
  removed block blocked deny disallow`,
)

/** Words that turn another round: `notPublic`, `no_index`. */
export const NEGATIONS = listOf('no not non dont never without')

/** Words that say of a text that it is for everybody: switched off, they keep it back. */
export const SHOWN = listOf(
  `public publish published publishing publication visible visibility listed released live online
  approved reviewed searchable indexed indexable active enabled enable available ready syndicate syndicated pubblico
  pubblica pubblicato pubblicata visibile veröffentlicht öffentlich sichtbar publié publie publicado
  publicada público publico visível`,
)

/** Verbs that say so of what is named beside them. */
export const SHOWING_VERBS = listOf(
  'show shown display displayed include included render rendered generate output build',
)

/** Of these, those that say so of a part of a page wherever they stand in a map of its own: `gallery.enabled`. */
export const PARTIAL = listOf('online active enabled enable available ready live')

/** Words that name another place, which is no affair of ours: `publishToMedium`. */
export const ELSEWHERE = listOf('to on via by url')

/** What tells people of a text, and shows it to nobody: `send_email_when_published`. */
export const TELLING_VERBS = listOf('send notify announce tweet toot ping email mail newsletter')

/** Where a text is to be seen. */
export const PLACES = listOf(
  `feed feeds rss atom jsonfeed home homepage index list lists listing listings posts public publicly site blog
  collection collections archive archives everyone everybody`,
)

/** Words that tell when a text is for everybody: `embargoUntil`, `publish_on`, `available-from`, `publish_up`. */
export const MOMENTS = listOf('until till from after before on at date time day for go goes')
export const TIMED = listOf(
  `publish published pub post unpublish release released visible available show hide live embargo
  schedule scheduled launch golive`,
)
export const SCHEDULES = listOf('schedule scheduled golive')

/** Where the time begins or ends in which a text is for everybody: `publish_down`, but not `start_date`. */
export const BOUNDS = listOf('up down start starts end ends begin stop')
export const BOUNDED = listOf('publish published publishing publication unpublish visible visibility display')

/** When a text goes away, however late that is. */
export const ENDS = listOf('until till end ends down stop')
export const REMOVALS = listOf('delete deletion remove removal takedown purge')

/** What is only a part of a page: to leave it out keeps nothing back that we publish. */
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

/** Words between those that count, in a name or a value of several. */
export const FILLERS = listOf(
  `is a the to be for only yet in of it this still do needs under from on by me us internal work
  progress self content post posts page article entry it item user users nofollow follow`,
)

/** What is turned round without a space: `nopublish`, `notListed`. */
const GLUED = /^(?:do)?(?:not|non|no|dont)(.+)$/
const TURNABLE = listOf('index list listing feed feeds rss')

/** Whether a word says by itself of a text that it is not for everybody. */
export function isHidingWord(word: string): boolean {
  const [, turned = ''] = GLUED.exec(word) ?? []
  if (SHOWN.has(turned) || TURNABLE.has(turned) || HIDDEN.has(word)) return true
  return LONG.some((hidden) => word.includes(hidden))
}

/** Whether a name is nothing but such a word. */
export function isHidingName(whole: string): boolean {
  return HIDDEN.has(whole)
}

/** The words that count within longer ones. In other scripts than ours, that is each. */
const LONG = [...HIDDEN].filter((hidden) => {
  const isShort = hidden.length < SHORTEST_WITHIN && /^[\p{Script=Latin}]+$/u.test(hidden)
  return !isShort && !ALONE.has(hidden)
})
