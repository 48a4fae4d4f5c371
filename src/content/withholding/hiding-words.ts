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
  приватн секретн 草稿 隐藏 隱藏 私密 下書き 非公開 非公开 초안 비공개 مسودة خاص טיוטה פרטי پیش‌نویس خصوصی`,
)

/** Of words with fewer letters, and of those that stand in harmless longer ones, only the whole word counts. */
const SHORTEST_WITHIN = 5
const ALONE = listOf(`members archived deleted secret pending prive privé caché`)

/** Names that say it only where nothing is named beside them: internal links are for everybody. */
const WHOLE = listOf(`internal isinternal internalonly internaluse internaluseonly`)

/** Verbs that keep back what is named beside them, unless that is only a part of a page: `hideFromFeed`, `hideToc`. */
const HIDING_VERBS = listOf(
  `hide hides hiding exclude excluded excludes disable disabled disables skip skipped ignore ignored
  omit omitted suppress suppressed remove removed block blocked deny disallow unlink withdraw
  withdrawn retract retracted`,
)

/** Words that turn another round: `notPublic`, `no_index`. */
const NEGATIONS = listOf(`no not non dont never without`)

/** Words that say of a text that it is for everybody: switched off, they keep it back. */
const SHOWN = listOf(
  `public publish published publishing publication visible visibility listed released live online
  approved reviewed searchable indexed active enabled available ready syndicate syndicated pubblico
  pubblica pubblicato pubblicata visibile veröffentlicht öffentlich sichtbar publié publie publicado
  publicada público publico visível`,
)

/** Verbs that say so of what is named beside them. */
const SHOWING_VERBS = listOf(`show shown display displayed include included render rendered generate output`)

/** Where a text is to be seen. */
const PLACES = listOf(
  `feed feeds rss atom home homepage index list lists listing listings posts public publicly site blog
  collection collections archive archives everyone everybody`,
)

/** Words that tell when a text is for everybody: `embargoUntil`, `publish_on`, `available-from`. */
const MOMENTS = listOf(`until till from after before on at`)
const TIMED = listOf(`publish unpublish release visible available show hide live embargo schedule`)

/** What is only a part of a page: to leave it out keeps nothing back that we publish. */
const PARTS = listOf(
  `toc table contents title date dates author authors comments comment share sharing header footer
  sidebar nav navbar navigation menu image images cover thumbnail summary excerpt meta metadata
  breadcrumb breadcrumbs bread crumbs related ads description tags reading time words word count edit
  button buttons link links pagination pager banner hero anchor anchors number numbers numbering math
  mathjax katex mermaid pinned sticky logo icon theme style css js script scripts mode heading
  headings subtitle byline license copyright likes views counter analytics prev next section sections
  layout search sitemap social card profile pic bio avatar caption font copy code line lines lightbox
  zoom donate newsletter subscribe lead intro full taxonomies badges cookies cache minify sort order`,
)

/** Words between those that count, in a name or a value of several. */
const FILLERS = listOf(
  `is a the to be for only yet in of it this still do needs under from on by me us internal work
  progress self content post page article`,
)

/** The words of a name, in lower case: `hideFromFeed`, `hide_from_feed` and `Hide-From-Feed` have the same three. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.replaceAll(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ').toLowerCase()
  return parted.match(/[\p{L}\p{M}\p{N}\u200C]+/gu) ?? []
}

/** What the name of a key says of the text, by its words. */
export type NameMeaning = 'hidden' | 'shown' | 'timed' | 'nothing'

/** What a key of this name is about: keeping back, showing to everybody, when to show, or none of these. */
export function meaningOfName(name: string): NameMeaning {
  const words = wordsOf(name)
  const has = (some: ReadonlySet<string>) => words.some((word) => some.has(word))
  if (words.length === 0) return 'nothing'
  const whole = words.join('')
  if (words.some(isHidingWord) || isHidingWord(whole) || WHOLE.has(whole)) return 'hidden'
  const isAbout = has(PLACES) || has(SHOWN)
  if (has(TIMED) && has(MOMENTS) && !has(PLACES)) return 'timed'
  const isOfPart = !isAbout && has(PARTS)
  if (isOfPart) return 'nothing'
  if (has(HIDING_VERBS)) return 'hidden'
  if (has(NEGATIONS)) return isAbout ? 'hidden' : 'nothing'
  if (has(SHOWN)) return 'shown'
  const rest = words.filter((word) => !FILLERS.has(word) && !SHOWING_VERBS.has(word))
  const isShowing = has(SHOWING_VERBS) ? rest.length === 0 || has(PLACES) : rest.length === 1 && has(PLACES)
  return isShowing ? 'shown' : 'nothing'
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

/** Values of several plain words that together say it. */
const REVIEWS =
  /^(?:in[ _-]?review|needs?[ _-]?review|under[ _-]?review|to[ _-]?review|internal|never|do[ _-]?not[ _-]?publish|not[ _-]?(?:public|published|ready|listed))$/iu

function isHidingWord(word: string): boolean {
  return [...HIDDEN].some((hidden) => word === hidden || (isWithin(hidden) && word.includes(hidden)))
}

function isWithin(hidden: string): boolean {
  const isShort = hidden.length < SHORTEST_WITHIN && /^[\p{Script=Latin}]+$/u.test(hidden)
  return !isShort && !ALONE.has(hidden)
}
