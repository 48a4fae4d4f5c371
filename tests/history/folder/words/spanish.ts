import type { WordsOfALanguage } from './words-of-a-language.ts'

export const SPANISH: WordsOfALanguage = {
  subjects: [
    'El puente viejo',
    'El mercado cubierto',
    'El teatro municipal',
    'El puerto',
    'El camino del río',
    'El horno de la plaza',
  ],
  predicates: [
    'abre de nuevo',
    'cambia de color',
    'sigue en su lugar',
    'necesita más luz',
    'espera todavía una respuesta',
    'vuelve a funcionar',
  ],
  closings: [
    'después de tres semanas de lluvia',
    'antes del verano',
    'con la ayuda de los vecinos',
    'como había prometido el alcalde',
    'sin hacer ruido',
    'desde el martes por la mañana',
  ],
  sentence: '{s} {p} {c}.',
  title: '{s} {p}',
  tags: ['Año nuevo', 'Ciudad', 'Niños'],
}
