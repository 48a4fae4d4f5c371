import type { WordsOfALanguage } from './words-of-a-language.ts'

export const PORTUGUESE: WordsOfALanguage = {
  subjects: [
    'A ponte velha',
    'O mercado coberto',
    'O teatro municipal',
    'O porto',
    'O caminho do rio',
    'A biblioteca pequena',
  ],
  predicates: [
    'abre outra vez',
    'muda de cor',
    'fica onde estava',
    'precisa de mais luz',
    'ainda espera uma resposta',
    'volta a funcionar',
  ],
  closings: [
    'depois de três semanas de chuva',
    'antes do verão',
    'com a ajuda dos vizinhos',
    'como a câmara tinha prometido',
    'sem fazer barulho',
    'desde terça-feira de manhã',
  ],
  sentence: '{s} {p} {c}.',
  title: '{s} {p}',
  tags: ['Educação', 'Cidade', 'São João'],
}
