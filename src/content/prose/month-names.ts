/**
 * The months in six languages, folded (see `foldWord`), with their usual abbreviations. The names from Intl vary
 * between versions.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  it: [
    'gennaio gen genn',
    'febbraio feb febb',
    'marzo mar',
    'aprile apr',
    'maggio mag magg',
    'giugno giu',
    'luglio lug',
    'agosto ago',
    'settembre set sett',
    'ottobre ott',
    'novembre nov',
    'dicembre dic',
  ],
  en: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ],
  fr: [
    'janvier janv',
    'fevrier fev fevr',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'aout',
    'septembre sept',
    'octobre oct',
    'novembre nov',
    'decembre dec',
  ],
  de: [
    'januar janner jan',
    'februar feb',
    'marz maerz mar mrz',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sep sept',
    'oktober okt',
    'november nov',
    'dezember dez',
  ],
  es: [
    'enero ene',
    'febrero feb',
    'marzo mar',
    'abril abr',
    'mayo may',
    'junio jun',
    'julio jul',
    'agosto ago',
    'septiembre setiembre sep sept set',
    'octubre oct',
    'noviembre nov',
    'diciembre dic',
  ],
  pt: [
    'janeiro jan',
    'fevereiro fev',
    'marco mar',
    'abril abr',
    'maio mai',
    'junho jun',
    'julho jul',
    'agosto ago',
    'setembro set',
    'outubro out',
    'novembro nov',
    'dezembro dez',
  ],
}

const ENGLISH = monthTable(NAMES['en'] ?? [])
const ALL = monthTable(Object.values(NAMES).flat())

/**
 * Returns the number, from 1, of the month that a word names in any of the six languages. Case and accents do not
 * matter. Undefined for other words.
 */
export function monthNumber(word: string): number | undefined {
  return ALL.get(foldWord(word))
}

/** The same for English only, in which the month may precede the day. */
export function englishMonthNumber(word: string): number | undefined {
  return ENGLISH.get(foldWord(word))
}

function monthTable(months: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    months.flatMap((names, index) =>
      names.split(' ').map((name): [string, number] => [name, (index % 12) + 1]),
    ),
  )
}

/** Folds a word: lower case, without accents. */
function foldWord(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
