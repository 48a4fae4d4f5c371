import { listOf, wordsOf } from './words-of.ts'

/** Words that mark unfinished texts. "Work in progress" is not among them, because such texts may well be published. */
export const DRAFTS = listOf(
  `draft drafts unlisted unpublished bozza bozze entwurf entwürfe brouillon brouillons borrador
  borradores rascunho rascunhos черновик черновики 草稿 下書き 초안`,
)

/**
 * Words that mark texts that are not for everyone. The German `Privat` is not among them, because it is also an
 * ordinary topic.
 */
export const CLOSED = listOf(
  `private hidden confidential privato riservato confidenziale vertraulich unveröffentlicht privé confidentiel privado
  confidencial приватно конфиденциально 非公開 非公开 비공개 פרטי`,
)

/** What WordPress writes before the title of a password-protected article, in several languages. */
export const GUARDED = listOf('protected protetto geschützt protégé protegido privat')

/** Names of folders for texts that are not published yet, or no longer. An archive is for everyone. */
export const PUT_AWAY = listOf(
  `wip trash deleted secret secrets privat internal cestino papierkorb corbeille papelera lixeira notpublished
  donotpublish workinprogress inprogress`,
)

/** Notices above a text that say that it must not be published. */
const NOTICES: readonly string[] = [
  ...['do not publish', 'don t publish', 'not for publication', 'not to be published', 'not for release'],
  ...['do not distribute', 'not for distribution', 'internal use only', 'for internal use only'],
  ...['strictly confidential', 'private and confidential', 'confidential not for'],
  ...[
    'non pubblicare',
    'da non pubblicare',
    'non diffondere',
    'solo per uso interno',
    'strettamente riservato',
  ],
  ...['nicht veröffentlichen', 'noch nicht veröffentlichen', 'nicht zur veröffentlichung'],
  ...['streng vertraulich', 'nur für den internen gebrauch', 'nur zum internen gebrauch'],
  ...['ne pas publier', 'à ne pas publier', 'ne pas diffuser', 'strictement confidentiel'],
  ...['no publicar', 'no difundir', 'solo para uso interno', 'estrictamente confidencial'],
  ...['não publicar', 'não divulgar', 'не публиковать'],
]

/** Notices that say that it must not be published before a moment, which follows. */
const EMBARGOES: readonly string[] = [
  ...[
    'embargoed until',
    'embargoed till',
    'embargo until',
    'under embargo until',
    'embargo fino',
    'sotto embargo',
  ],
  ...[
    'sperrfrist',
    'embargo bis',
    'sous embargo',
    'embargo jusqu',
    'bajo embargo',
    'embargo hasta',
    'sob embargo',
  ],
]

/** Words between a notice and its moment: `do not publish before 5 May`. */
const BEFORE = listOf('before until till prima fino vor bis avant jusqu antes hasta até')

/** The most words after a notice. A longer line is a sentence about something. */
const MOST_AFTER_NOTICE = 3
const MOST_AFTER_EMBARGO = 8

/** Whether a line consists only of a notice that its text must not be published: `Draft – do not publish yet`. */
export function isNotice(line: string): boolean {
  const words = wordsOf(line)
  const first = words.findIndex((word) => !DRAFTS.has(word) && !CLOSED.has(word))
  const said = [words, words.slice(Math.max(first, 0))]
  return said.some(
    (each) => begins(each, NOTICES, MOST_AFTER_NOTICE) || begins(each, EMBARGOES, MOST_AFTER_EMBARGO),
  )
}

function begins(words: readonly string[], phrases: readonly string[], most: number): boolean {
  return phrases.some((phrase) => {
    const length = phrase.split(' ').length
    const isMomentNext = BEFORE.has(words[length] ?? '')
    return (
      words.length <= length + (isMomentNext ? MOST_AFTER_EMBARGO : most) &&
      words.slice(0, length).join(' ') === phrase
    )
  })
}
