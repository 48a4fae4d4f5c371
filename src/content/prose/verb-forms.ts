/** What a language's verbs look like where no dictionary is at hand. */
export interface VerbForms {
  /** A preposition and the infinitive that it belongs to: `di aumentare`. Not those that tell a purpose. */
  readonly infinitive: RegExp
  /** A gerund: with it a clause begins that can be left out. */
  readonly gerund: RegExp
  /** A participle: at the end of a title it lacks what it was going to say. */
  readonly participle: RegExp
  /** A verb of saying or finding: a clause with `che` that follows is what is said. */
  readonly saying: RegExp
  /** Whether the verb of a clause may come in two parts, the second at its very end. */
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

/** The forms of verbs in a language (a BCP 47 tag): none are recognised in one that we do not know. */
export function verbFormsOf(language: string | undefined): VerbForms {
  return BY_LANGUAGE.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? NONE
}
