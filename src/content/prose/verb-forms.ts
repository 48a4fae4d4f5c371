/** Patterns for the verb forms of a language, used in place of a dictionary. */
export interface VerbForms {
  /** A preposition with its infinitive: `di aumentare`. Not the prepositions of purpose. */
  readonly infinitive: RegExp
  /** A gerund. It begins a clause that can be left out. */
  readonly gerund: RegExp
  /** A participle. A title that ends with one is incomplete. */
  readonly participle: RegExp
  /** A verb of saying or thinking. The clause with `che` after it gives the content. */
  readonly saying: RegExp
  /** Whether a verb may have two parts, the second at the end of the clause. */
  readonly split: boolean
}

const NEVER = /(?!)/
const NONE: VerbForms = { infinitive: NEVER, gerund: NEVER, participle: NEVER, saying: NEVER, split: false }

const BY_LANGUAGE: ReadonlyMap<string, VerbForms> = new Map([
  [
    'it',
    {
      infinitive: /^(?!per )\S+ \p{L}+(?:[aei]re|[aei]r(?:l[oaie]|si|ne|ci)|urre|orre|arre)$/u,
      gerund: /^\p{L}{2,}[ae]ndo(?:l[oaie]|si|ne|ci)?$/u,
      participle: /(?:[aiu]t|ett|olt|ess|ert)[aeio]$/u,
      saying:
        /^(?:dett|annunciat|dichiarat|affermat|spiegat|confermat|rivelat|sostenut|aggiunt|sottolineat|riferit|precisat|ammess|assicurat|ribadit|promess|stabilit|decis|chiarit|ricordat|menzionat|dimostrat|scopert|evidenziat|comunicat|scritt|rispost|chiest|mostrat|indicat)o$/u,
      split: false,
    },
  ],
  [
    'en',
    { ...NONE, infinitive: /^to (?!the$|an?$|its$|his$|her$|their$)\p{Ll}+$/u, participle: /(?:ed|ing)$/u },
  ],
  [
    'fr',
    {
      ...NONE,
      saying:
        /^(?:dit|déclar|annonc|affirm|expliqu|confirm|révél|souten|ajout|soulign|précis|admis|assur|promis|indiqu|estim|rappel|montr|averti)/u,
      infinitive: /^(?!pour )\S+ \p{L}+(?:er|ir|re)$/u,
      participle: /(?:ée?s?|ant)$/u,
    },
  ],
  ['de', { ...NONE, split: true }],
  [
    'es',
    {
      infinitive: /^(?!para )\S+ \p{L}+[aeií]r(?:se|l[oae]s?)?$/u,
      gerund: /^\p{L}{2,}(?:ando|iendo|yendo)(?:se|l[oae]s?)?$/u,
      participle: /[ai]d[oa]s?$/u,
      saying:
        /^(?:dijo|dicho|anunci|declar|afirm|explic|confirm|revel|sost|asegur|señal|indic|admiti|record|demostr|inform|advirti|prometi)/u,
      split: false,
    },
  ],
  [
    'pt',
    {
      infinitive: /^(?!para )\S+ \p{L}+[aei]r(?:-\p{L}+)?$/u,
      gerund: /^\p{L}{2,}[aei]ndo(?:-\p{L}+)?$/u,
      participle: /[ai]d[oa]s?$/u,
      saying:
        /^(?:disse|dito|anunci|declar|afirm|explic|confirm|revel|sustent|assegur|indic|admiti|lembr|demonstr|inform|advert|promete)/u,
      split: false,
    },
  ],
])

/** Returns the verb forms of a language (a BCP 47 tag). For an unsupported language they match nothing. */
export function verbFormsOf(language: string | undefined): VerbForms {
  return BY_LANGUAGE.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? NONE
}
