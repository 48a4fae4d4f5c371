/** The function words of a language, in lower case; elided ones have their apostrophe (`dell'`). Each set has one role. */
export interface FunctionWords {
  /** They link a noun to the one before it: `presidente della Camera`. */
  readonly genitives: ReadonlySet<string>
  /** They begin a phrase that completes the words before it. */
  readonly prepositions: ReadonlySet<string>
  /** They begin a phrase of time, means or manner, which a sentence does not need. */
  readonly adjuncts: ReadonlySet<string>
  /**
   * They limit the statement before them, or name its source: `tranne`, `secondo`. A cut before them changes the
   * meaning.
   */
  readonly qualifiers: ReadonlySet<string>
  /** They begin a subordinate clause. */
  readonly subordinators: ReadonlySet<string>
  readonly conjunctions: ReadonlySet<string>
  /** Articles, possessives, demonstratives, numerals and other words that need the word after them. */
  readonly leaning: ReadonlySet<string>
  /** Frequent finite verbs. Each shows that there is a clause. */
  readonly verbs: ReadonlySet<string>
  /** All of these words except the verbs. */
  readonly all: ReadonlySet<string>
}

interface Lists {
  readonly genitives: string
  readonly prepositions: string
  readonly adjuncts: string
  readonly qualifiers: string
  readonly subordinators: string
  readonly conjunctions: string
  readonly leaning: string
  readonly verbs: string
}

const ITALIAN: Lists = {
  genitives: "di del dello della dei degli delle dell' d'",
  prepositions:
    "a ad al allo alla ai agli alle all' da dal dallo dalla dai dagli dalle dall' in nel nello nella nei negli nelle nell' con col coi su sul sullo sulla sui sugli sulle sull' per tra fra verso contro senza presso sopra sotto oltre circa come",
  adjuncts:
    'attraverso durante dopo mentre mediante tramite entro grazie nonostante malgrado lungo davanti accanto insieme intanto dove',
  qualifiers:
    'se secondo tranne salvo eccetto solo soltanto ma però purché qualora finché prima quasi forse anziché piuttosto invece qualche',
  subordinators: "che chi cui quando perché poiché quanto dove mentre affinché ch' quale quali",
  conjunctions: 'e ed o od né sia oppure anche nonché',
  leaning:
    "il lo la i gli le l' un uno una un' mio tuo suo sua suoi sue nostro nostra loro questo questa questi queste quest' quello quella quelli quelle quel quei quell' ogni alcuni alcune altri altre altra altro due tre quattro cinque sei sette otto nove dieci più meno molto molti molte tanti troppo non si ci ne vi mi ti c' s' n' così già ancora sempre nuovo nuova nuovi nuove primo prima grande gran ex oltre tutti tutte tutto tutta almeno",
  verbs:
    "ha hanno ho abbiamo aveva avevano avrà avranno avrebbe ebbe è sono era erano sarà saranno sarebbe sarebbero fu furono può possono potrà potranno potrebbe deve devono dovrà dovranno dovrebbe vuole vogliono viene vengono va vanno fa fanno dà dice dicono resta restano torna tornano sta stanno c'è non si",
}

const ENGLISH: Lists = {
  genitives: 'of',
  prepositions:
    'in on at for from with without by about into onto over under against between among towards toward to near across around as than',
  adjuncts: 'after during while following through throughout despite amid via alongside thanks',
  qualifiers:
    'if unless except only but although though until before according reportedly allegedly rather instead not barring',
  subordinators: 'that which who whom whose when where because since while whether what how',
  conjunctions: 'and or nor both either neither',
  leaning:
    'the a an my your his her its our their this that these those every each some any all no more most less least very not one two three four five six seven eight nine ten new first other another he she it they we you i there so too also still just nearly almost about',
  verbs:
    'is are was were be been has have had will would can could may might must shall should does do did said says say wins won makes made gets got goes went takes took becomes became',
}

const FRENCH: Lists = {
  genitives: "de du des d'",
  prepositions: 'à au aux en dans sur pour par avec sans vers chez contre entre sous parmi jusque comme',
  adjuncts: 'pendant durant après lors grâce malgré afin tandis via depuis dès',
  qualifiers:
    'si selon sauf mais hormis excepté seulement uniquement avant quoique bien cependant plutôt faute',
  subordinators: "que qui qu' dont où quand lorsque lorsqu' parce puisque comment quoi",
  conjunctions: 'et ou ni soit ainsi',
  leaning:
    "le la les l' un une mon ma mes ton son sa ses notre nos votre leur leurs ce cet cette ces c' chaque plusieurs quelques deux trois quatre cinq six sept huit neuf dix plus moins très ne n' pas se s' y il elle ils elles on nous vous je j' m' t' nouveau nouvelle nouveaux nouvelles premier première autre autres tout toute tous toutes",
  verbs:
    'a ont ai avait avaient aura auront aurait est sont était étaient sera seront serait fut peut peuvent pourra pourrait doit doivent devra devrait va vont fait font dit veut veulent vient reste ne',
}

const GERMAN: Lists = {
  genitives: 'des der von vom',
  prepositions:
    'in im ins an am auf aus bei beim mit ohne nach zu zum zur für über unter vor zwischen gegen um durch bis seit als wie',
  adjuncts: 'während trotz wegen dank mithilfe mittels angesichts infolge nachdem',
  qualifiers: 'wenn falls laut aber außer nur sondern obwohl bevor sofern zufolge statt nicht',
  subordinators: 'dass ob weil welche welcher welches damit sodass wo was wer',
  conjunctions: 'und oder sowie weder noch',
  leaning:
    'der die das den dem des ein eine einen einem einer eines kein keine keinen mein dein sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem unser unsere dieser diese dieses diesen diesem jeder jede jedes mehr weniger sehr zwei drei vier fünf sechs sieben acht neun zehn neue neuen neuer neues erste ersten er sie es wir ich man sich auch noch so im am zum zur alle allen',
  verbs:
    'ist sind war waren hat haben hatte hatten wird werden wurde wurden würde kann können konnte muss müssen musste soll sollen sollte will wollen wollte darf dürfen gibt bleibt kommt geht sagt sagte',
}

const SPANISH: Lists = {
  genitives: 'de del',
  prepositions: 'a al en con sin por para sobre hacia entre contra ante bajo desde hasta como',
  adjuncts: 'durante tras mediante gracias mientras después pese luego vía',
  qualifiers: 'si según salvo excepto sólo solo pero aunque sino antes quizás menos siempre',
  subordinators: 'que quien quienes cuyo cuya cual cuales donde cuando porque cómo qué',
  conjunctions: 'y e o u ni así',
  leaning:
    'el la los las lo un una unos unas mi tu su sus nuestro nuestra este esta estos estas ese esa esos esas aquel aquella cada varios varias otro otra otros otras dos tres cuatro cinco seis siete ocho nueve diez más menos muy no se le les me te nos nuevo nueva nuevos nuevas primer primera gran ya también todos todas todo toda',
  verbs:
    'ha han he había habían habrá es son era eran será serán sería fue fueron está están estaba puede pueden podrá podría debe deben deberá va van hace hacen dice dicen quiere tiene tienen hay no se',
}

const PORTUGUESE: Lists = {
  genitives: 'de do da dos das',
  prepositions:
    'a ao aos à às em no na nos nas num numa com sem por pelo pela pelos pelas para sobre entre contra sob desde até como',
  adjuncts: 'durante após mediante graças enquanto depois apesar via',
  qualifiers: 'se segundo salvo exceto só apenas mas embora senão antes talvez menos',
  subordinators: 'que quem cujo cuja qual quais onde quando porque',
  conjunctions: 'e ou nem assim',
  leaning:
    'o a os as um uma uns umas meu minha seu sua seus suas nosso nossa este esta estes estas esse essa esses essas aquele aquela cada vários várias outro outra outros outras dois duas três quatro cinco seis sete oito nove dez mais menos muito não se lhe me te nos novo nova novos novas primeiro primeira grande já também todos todas todo toda',
  verbs:
    'há tem têm tinha tinham terá é são era eram será serão seria foi foram está estão estava pode podem poderá poderia deve devem deverá vai vão faz fazem diz quer não',
}

const BY_LANGUAGE = new Map(
  Object.entries({ it: ITALIAN, en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH, pt: PORTUGUESE }).map(
    ([language, lists]): [string, FunctionWords] => [language, functionWords(lists)],
  ),
)
const NONE = functionWords({
  genitives: '',
  prepositions: '',
  adjuncts: '',
  qualifiers: '',
  subordinators: '',
  conjunctions: '',
  leaning: '',
  verbs: '',
})

/** Returns the function words of a language (a BCP 47 tag). The sets are empty for an unsupported language. */
export function functionWordsOf(language: string | undefined): FunctionWords {
  return BY_LANGUAGE.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? NONE
}

function functionWords({ verbs, ...lists }: Lists): FunctionWords {
  const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').filter((word) => word !== ''))
  return {
    genitives: set(lists.genitives),
    prepositions: set(lists.prepositions),
    adjuncts: set(lists.adjuncts),
    qualifiers: set(lists.qualifiers),
    subordinators: set(lists.subordinators),
    conjunctions: set(lists.conjunctions),
    leaning: set(lists.leaning),
    verbs: set(verbs),
    all: set(Object.values(lists).join(' ')),
  }
}
