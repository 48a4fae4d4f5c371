import type { WordsOfALanguage } from './words-of-a-language.ts'

export const ENGLISH: WordsOfALanguage = {
  subjects: [
    'The old bridge',
    'The harbour',
    'The night market',
    'Our small library',
    'The tram to the hills',
    'The town hall',
  ],
  predicates: [
    'opens again',
    'is painted green',
    'needs more light',
    'has found new friends',
    'was counted twice',
    'stays where it is',
  ],
  closings: [
    'after three weeks of rain',
    'before the summer',
    'with the help of the neighbours',
    'as the council had promised',
    'without any noise',
    'since Tuesday morning',
  ],
  sentence: '{s} {p} {c}.',
  title: '{s} {p}',
  tags: ['Harbour', 'Town life', 'Résumé'],
}
