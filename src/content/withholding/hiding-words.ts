/** The words of a list, with white space between them. */
function listOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/**
 * Words that say of a text that it is not for everybody, in the languages that we know. A word is found within a longer one
 * where it has five letters or more: `isPrivate`, `unlistedPost`, `bozze`.
 */
const HIDDEN = listOf(
  `draft hidden private privacy secret unlisted unpublish unreleased unfinished unapproved confidential
  classified embargo noindex withheld withhold password passwd protected passphrase passcode encrypt paywall
  premium invisible restricted offline pending notready donotpublish dontpublish notpublic
  notpublished expir trashed wip trash todo members subscribers patrons sponsors insiders paid
  archived deleted bozza bozze nascost privat riservat segret nonpubblic sospes entwurf entwürf geheim
  versteckt vertraulich unveröffentlicht gesperrt brouillon privé prive caché masqué secrèt
  confidentiel nonpublié borrador privad ocult confidencial rascunho escondid sigilos черновик скрыт
  приватн секретн pwd nolist locked protect lock 草稿 隐藏 隱藏 私密 下書き 非公開 非公开 초안 비공개 مسودة خاص טיוטה פרטי پیش‌نویس خصوصی`,
)

/** Of words with fewer letters, and of those that stand in harmless longer ones, only the whole word counts. */
const SHORTEST_WITHIN = 5
const ALONE = listOf(
  `members archived deleted secret pending protected locked protect lock prive privé caché`,
)

/** What opens a text: whatever is written there, it is closed. */
const SECRETS = listOf(`password passwd passphrase passcode pwd`)

/** People, of whom there may be a list or a number: only switched on do they say whom a text is for. */
const PEOPLE = listOf(`members subscribers patrons sponsors insiders`)

/** Whom a text may be for alone: `friends_only`, `newsletterOnly`. */
const AUDIENCES = listOf(`newsletter email mail friends family staff team editors admin me us app rss print`)

/** Names that say it only where nothing is named beside them: internal links are for everybody. */
const WHOLE = listOf(
  `internal isinternal internalonly internaluse internaluseonly forinternaluse hold onhold`,
)

/** Verbs that keep back what is named beside them, unless that is only a part of a page: `hideFromFeed`, `hideToc`. */
const HIDING_VERBS = listOf(
  `hide hides hiding hidden exclude excluded excludes unlink withdraw withdrawn retract retracted`,
)

/** Verbs that do so where a place or nothing is named beside them: `skipFeed`, but not `disableHighlight`. */
const STOPPING_VERBS = listOf(
  `disable disabled disables skip skipped ignore ignored omit omitted suppress suppressed remove
  removed block blocked deny disallow`,
)

/** Words that turn another round: `notPublic`, `no_index`. */
const NEGATIONS = listOf(`no not non dont never without`)

/** Words that say of a text that it is for everybody: switched off, they keep it back. */
const SHOWN = listOf(
  `public publish published publishing publication visible visibility listed released live online
  approved reviewed searchable indexed active enabled enable available ready syndicate syndicated pubblico
  pubblica pubblicato pubblicata visibile veröffentlicht öffentlich sichtbar publié publie publicado
  publicada público publico visível`,
)

/** Verbs that say so of what is named beside them. */
const SHOWING_VERBS = listOf(
  `show shown display displayed include included render rendered generate output build`,
)

/** Of these, those that say so of a part of a page wherever they stand in a map of its own: `gallery.enabled`. */
const PARTIAL = listOf(`online active enabled enable available ready live`)

/** Words that name another place, which is no affair of ours: `publishToMedium`. */
const ELSEWHERE = listOf(`to on via by url`)

/** Where a text is to be seen. */
const PLACES = listOf(
  `feed feeds rss atom jsonfeed home homepage index list lists listing listings posts public publicly site blog
  collection collections archive archives everyone everybody`,
)

/** Words that tell when a text is for everybody: `embargoUntil`, `publish_on`, `available-from`. */
const MOMENTS = listOf(`until till from after before on at date time day for go`)
const TIMED = listOf(
  `publish published pub post unpublish release released visible available show hide live embargo
  schedule scheduled`,
)
const SCHEDULES = listOf(`schedule scheduled`)

/** What is only a part of a page: to leave it out keeps nothing back that we publish. */
const PARTS = listOf(
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
const FILLERS = listOf(
  `is a the to be for only yet in of it this still do needs under from on by me us internal work
  progress self content post posts page article entry it item`,
)

/** The words of a name, in lower case: `hideFromFeed`, `hide_from_feed` and `Hide-From-Feed` have the same three. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.replaceAll(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ').toLowerCase()
  return parted.match(/[\p{L}\p{M}\p{N}\u200C]+/gu) ?? []
}

/**
 * What the name of a key says of the text, by its words: that it is kept back (`partly` where the name is of something else
 * too, as `draft_pick` is, so that only a switch or a word can mean it), that it is shown, when it is shown, or nothing.
 */
export type NameMeaning = 'hidden' | 'partly hidden' | 'shown' | 'timed' | 'nothing'

/** What a key of this name is about. `isWithin` tells that it lies in a map that is about something else. */
export function meaningOfName(name: string, isWithin = false): NameMeaning {
  const words = wordsOf(name)
  const has = (...some: readonly ReadonlySet<string>[]) =>
    words.some((word) => some.some((each) => each.has(word)))
  const areAll = (...some: readonly ReadonlySet<string>[]) =>
    words.every((word) => some.some((each) => each.has(word)) || isHidingWord(word))
  if (words.length === 0) return 'nothing'
  const whole = words.join('')
  const isAbout = has(PLACES, SHOWN)
  const isOfPart = !isAbout && has(PARTS)
  if (WHOLE.has(whole) || REVIEWS.test(words.join(' ')) || has(SECRETS)) return 'hidden'
  if (words.at(-1) === 'only' && areAll(AUDIENCES, FILLERS)) return 'hidden'
  const isOneWord = HIDDEN.has(whole)
  if (words.some(isHidingWord) || isHidingWord(whole)) {
    if (isOfPart && has(HIDING_VERBS, SHOWING_VERBS)) return 'nothing'
    const isPlain = isOneWord || areAll(FILLERS, NEGATIONS, PLACES, SHOWN, MOMENTS)
    return isPlain && !has(PEOPLE) ? 'hidden' : 'partly hidden'
  }
  if (has(TIMED) && has(MOMENTS) && !has(PLACES)) return 'timed'
  if (areAll(NEGATIONS, MOMENTS) && has(MOMENTS)) return has(NEGATIONS) ? 'timed' : 'nothing'
  if (has(SCHEDULES) && areAll(SCHEDULES, FILLERS, SHOWN)) return 'timed'
  if (isOfPart) return 'nothing'
  if (has(HIDING_VERBS)) return 'hidden'
  if (has(STOPPING_VERBS)) return isAbout || areAll(STOPPING_VERBS, FILLERS) ? 'hidden' : 'nothing'
  if (has(NEGATIONS)) return isAbout ? 'hidden' : 'nothing'
  if (isWithin && has(PARTIAL, SHOWING_VERBS)) return 'nothing'
  if (has(SHOWN)) {
    const isOfText = areAll(SHOWN, FILLERS, PLACES, SHOWING_VERBS)
    return isOfText || !has(PARTIAL, ELSEWHERE) ? 'shown' : 'nothing'
  }
  const rest = words.filter((word) => !FILLERS.has(word) && !SHOWING_VERBS.has(word))
  const isShowing = has(SHOWING_VERBS) ? rest.length === 0 || has(PLACES) : rest.length === 1 && has(PLACES)
  return isShowing ? 'shown' : 'nothing'
}

/** Words of what has a name or a wording of its own: a film may be called Secret, and a class `hidden`. */
const WORDED = listOf(
  `title subtitle headline heading name label alt caption class classes cssclass cssclasses css license
  film movie song music playing album artist band book place venue location city question q answer a
  ingredients quote slug icon emoji excerpt summary description`,
)

/** Whether the value of a key is a name or a wording, which says nothing of the text. */
export function isWorded(name: string): boolean {
  return wordsOf(name).some((word) => WORDED.has(word))
}

/** Characters. A longer value is prose about something. */
const LONGEST_VALUE = 40

/** Whether a value consists of nothing but words that say of a text that it is not for everybody: `draft`, `in review`. */
export function isHidingValue(value: string): boolean {
  if (value.length > LONGEST_VALUE) return false
  const words = wordsOf(value)
  if (REVIEWS.test(value.trim())) return true
  const isTold = words.every(
    (word) => FILLERS.has(word) || NEGATIONS.has(word) || SHOWN.has(word) || isHidingWord(word),
  )
  const isTurned = words.some((word) => NEGATIONS.has(word)) && words.some((word) => SHOWN.has(word))
  return isTold && (isTurned || words.some(isHidingWord))
}

/** Words by which people mark what is not finished among the tags or sections of it. */
const DRAFTS = listOf(
  `draft drafts unlisted unpublished bozza bozze entwurf entwürfe brouillon brouillons borrador
  borradores rascunho rascunhos черновик черновики 草稿 下書き 초안`,
)

/** Whether a tag, a section or a line by itself marks what is not finished: `draft`, `#draft`, `[Bozza]`. Work in progress may well be published. */
export function isDraftMark(text: string): boolean {
  return text.length <= LONGEST_VALUE && DRAFTS.has(wordsOf(text).join(' '))
}

/** Values of several plain words that together say it. */
const REVIEWS =
  /^(?:in[ _-]?review|needs?[ _-]?review|under[ _-]?review|to[ _-]?review|internal|never|on[ _-]?hold|off[ _-]?the[ _-]?record|do[ _-]?not[ _-]?publish|not[ _-]?(?:public|published|ready|listed))$/iu

function isHidingWord(word: string): boolean {
  return [...HIDDEN].some((hidden) => word === hidden || (isWithin(hidden) && word.includes(hidden)))
}

function isWithin(hidden: string): boolean {
  const isShort = hidden.length < SHORTEST_WITHIN && /^[\p{Script=Latin}]+$/u.test(hidden)
  return !isShort && !ALONE.has(hidden)
}
