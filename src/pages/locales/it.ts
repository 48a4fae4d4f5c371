import type { Locale } from './locale.ts'

const MONTHS = [
  ...['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno'],
  ...['luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
]

/** The interface in Italian. */
export const it: Locale = {
  skip: 'Vai al contenuto',
  menu: 'Menu principale',
  home: 'Pagina iniziale',
  latest: 'Ultimi articoli',
  articles: 'Articoli',
  noArticles: 'Non è ancora stato pubblicato nulla.',
  older: 'Articoli precedenti',
  newer: 'Articoli successivi',

  by: 'Di',
  updated: 'Aggiornato il',
  otherForms: 'Anche come',
  otherLanguages: 'In altre lingue',
  listen: 'Ascolta',
  watch: 'Guarda',
  download: 'Scarica',
  table: 'Tabella',
  decimalSign: ',',

  subscribe: 'Abbonati',
  subscribeHow:
    'Un lettore di feed ti porta da solo ogni nuovo articolo, senza account e senza indirizzo e-mail. Scegli il tuo, o copiaci dentro un indirizzo.',
  installedReader: 'Un lettore su questo dispositivo',
  feeds: 'Feed',
  archiveHint: 'Questa pagina raccoglie articoli meno recenti.',
  currentFeed: 'Abbonati a quelli nuovi',

  browse: 'Sfoglia',
  kinds: {
    main: 'Feed',
    tag: 'Tema',
    author: 'Autore',
    section: 'Sezione',
    language: 'Lingua',
    archive: 'Archivio',
  },
  plurals: { tag: 'Temi', author: 'Autori', section: 'Sezioni', language: 'Lingue' },
  holds: {
    main: (_, site) => `Tutto ciò che pubblica ${site}, a partire dal più recente.`,
    tag: (name, site) => `Tutto ciò che ${site} pubblica sul tema «${name}», a partire dal più recente.`,
    author: (name, site) => `Tutto ciò che ${site} pubblica di ${name}, a partire dal più recente.`,
    section: (name, site) =>
      `Tutto ciò che esce nella sezione «${name}» di ${site}, a partire dal più recente.`,
    language: (name, site) => `Tutto ciò che ${site} pubblica in questa lingua: ${name}.`,
    archive: (number, site) => `Parte ${number} di tutto ciò che ${site} ha pubblicato.`,
  },

  notFound: 'Pagina non trovata',
  notFoundHint: 'A questo indirizzo non c’è nulla. Forse è scritto male, o non è mai esistito.',
  gone: 'Pagina ritirata',
  goneHint: 'Ciò che era a questo indirizzo è stato ritirato e non tornerà.',

  date: (year, month, day) => `${day === 1 ? '1º' : day} ${MONTHS[month - 1]} ${year}`,
}
