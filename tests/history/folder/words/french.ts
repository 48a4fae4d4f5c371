import type { WordsOfALanguage } from './words-of-a-language.ts'

export const FRENCH: WordsOfALanguage = {
  subjects: [
    'Le vieux pont',
    'Le marché couvert',
    'Le théâtre municipal',
    'Le port',
    'Le chemin de la rivière',
    'Le four du village',
  ],
  predicates: [
    'rouvre ses portes',
    'change de couleur',
    'reste à sa place',
    'manque encore de lumière',
    'attend toujours une réponse',
    'retrouve ses habitués',
  ],
  closings: [
    'après trois semaines de pluie',
    'avant l’été',
    'avec l’aide des voisins',
    'comme le maire l’avait promis',
    'sans faire de bruit',
    'depuis mardi matin',
  ],
  sentence: '{s} {p} {c}.',
  title: '{s} {p}',
  tags: ['Société', 'Vie de quartier', 'Où'],
}
