import type { WordsOfALanguage } from './words-of-a-language.ts'

export const ITALIAN: WordsOfALanguage = {
  subjects: [
    'Il vecchio ponte',
    'Il mercato coperto',
    'Il teatro comunale',
    'Il porto',
    'Il sentiero del fiume',
    'Il forno di piazza',
  ],
  predicates: [
    'riapre al pubblico',
    'cambia colore',
    'resta dov’era',
    'ha bisogno di luce',
    'aspetta ancora una risposta',
    'torna a funzionare',
  ],
  closings: [
    'dopo tre settimane di pioggia',
    'prima dell’estate',
    'con l’aiuto dei vicini',
    'come aveva promesso il sindaco',
    'senza fare rumore',
    'da martedì mattina',
  ],
  sentence: '{s} {p} {c}.',
  title: '{s} {p}',
  tags: ['Città', 'Vita di quartiere', 'Perché'],
}
