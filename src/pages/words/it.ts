import type { Words } from '../words.ts'

const MONTHS = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
]

export const it: Words = {
  feeds: 'Feed',
  subscribe: 'Copia uno di questi indirizzi nel tuo lettore di feed:',
  latest: 'Ultimi articoli',
  noArticles: 'Non è ancora stato pubblicato nulla.',
  by: 'Di',
  home: 'Pagina iniziale',
  otherForms: 'Questo articolo come',
  notFound: 'Pagina non trovata',
  notFoundHint: 'A questo indirizzo non c’è nulla. Gli ultimi articoli e i feed sono nella pagina iniziale.',
  gone: 'Pagina ritirata',
  goneHint:
    'Ciò che era a questo indirizzo è stato ritirato. Gli ultimi articoli e i feed sono nella pagina iniziale.',
  date: (year, month, day) => `${day === 1 ? '1º' : day} ${MONTHS[month - 1]} ${year}`,
}
