import type { WordsOfALanguage } from './words-of-a-language.ts'

export const GERMAN: WordsOfALanguage = {
  subjects: [
    'Die alte Brücke',
    'Die Markthalle',
    'Das Stadttheater',
    'Der Hafen',
    'Der Weg am Fluss',
    'Die Bücherei',
  ],
  predicates: [
    'öffnet wieder',
    'bekommt eine neue Farbe',
    'bleibt an ihrem Ort',
    'braucht mehr Licht',
    'wartet noch auf eine Antwort',
    'findet neue Freunde',
  ],
  closings: [
    'nach drei Wochen Regen',
    'vor dem Sommer',
    'mit Hilfe der Nachbarn',
    'wie der Rat versprochen hatte',
    'ganz ohne Lärm',
    'seit Dienstagmorgen',
  ],
  sentence: '{s} {p} {c}.',
  title: '{s} {p}',
  tags: ['Ärzte', 'Straße', 'Übermorgen'],
}
