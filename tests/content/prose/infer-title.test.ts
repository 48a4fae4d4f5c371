import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferTitle } from '../../../src/content/prose/infer-title.ts'
import { isBalanced } from '../../../src/content/prose/title-marks.ts'
import { anyLanguage, anyText } from './any-text.ts'

const date = { year: 2025, month: 12, day: 25 }

/** A long first sentence, and where an editor would end it. */
const CUTS: readonly (readonly [string, string, string])[] = [
  [
    'it',
    'Il Comune di Bologna ha deciso di aumentare le corse serali degli autobus nei quartieri periferici a partire dal prossimo mese di settembre e di ridurre il prezzo degli abbonamenti.',
    'Il Comune di Bologna ha deciso di aumentare le corse serali degli autobus nei quartieri periferici',
  ],
  [
    'it',
    'Un incendio ha distrutto nella notte tre capannoni dell’area industriale di Marghera, senza provocare feriti ma costringendo all’evacuazione di circa duecento residenti.',
    'Un incendio ha distrutto nella notte tre capannoni dell’area industriale di Marghera',
  ],
  [
    'it',
    '«Non ci fermeremo davanti a nulla», ha dichiarato il presidente della cooperativa, annunciando la costruzione di una nuova centrale idroelettrica sulle Alpi marittime entro due anni.',
    '«Non ci fermeremo davanti a nulla», ha dichiarato il presidente della cooperativa',
  ],
  [
    'it',
    'Roma, Milano, Napoli, Torino e Palermo hanno firmato un protocollo comune per la gestione dei rifiuti urbani che prevede la costruzione di cinque nuovi impianti entro il 2030.',
    'Roma, Milano, Napoli, Torino e Palermo hanno firmato un protocollo comune per la gestione dei rifiuti urbani',
  ],
  [
    'it',
    'Il dott. Rossi e la sig.ra Bianchi hanno aperto a Prato, in via S. Antonio 12, un ambulatorio gratuito per le persone che non possono permettersi le cure dentistiche private.',
    'Il dott. Rossi e la sig.ra Bianchi hanno aperto a Prato, in via S. Antonio 12, un ambulatorio gratuito',
  ],
  [
    'it',
    'Chi pagherà il conto della transizione ecologica nelle aree industriali del Mezzogiorno, dove migliaia di lavoratori rischiano il posto entro la fine del decennio?',
    'Chi pagherà il conto della transizione ecologica nelle aree industriali del Mezzogiorno?',
  ],
  [
    'en',
    'The city council of Leeds has approved a plan to build 1,200 new homes on the site of the former railway yard, despite objections from residents who fear more traffic.',
    'The city council of Leeds has approved a plan to build 1,200 new homes on the site of the former railway yard',
  ],
  [
    'fr',
    'La ministre de la Culture a inauguré à Marseille un nouveau musée consacré à l’histoire de la navigation en Méditerranée, construit sur l’ancien site des chantiers navals.',
    'La ministre de la Culture a inauguré à Marseille un nouveau musée consacré à l’histoire de la navigation',
  ],
  [
    'de',
    'Die Landesregierung will den Ausbau der Windkraft beschleunigen, weil die Klimaziele nach Ansicht der zuständigen Behörden sonst nicht mehr rechtzeitig erreicht werden können.',
    'Die Landesregierung will den Ausbau der Windkraft beschleunigen',
  ],
  [
    'pt',
    'O presidente da Câmara do Porto anunciou que a nova linha de metro vai abrir ao público no início do próximo ano, depois de vários atrasos provocados pela falta de materiais.',
    'O presidente da Câmara do Porto anunciou que a nova linha de metro vai abrir ao público',
  ],
  [
    'zh',
    '北京市政府今天宣布，将在未来五年内投资超过一百亿元人民币用于改善城市公共交通系统，包括新建六条地铁线路、更新两千辆电动公交车以及在主要道路上增设自行车专用道。',
    '北京市政府今天宣布，将在未来五年内投资超过一百亿元人民币用于改善城市公共交通系统',
  ],
  [
    'ar',
    'أعلنت وزارة التعليم اليوم عن خطة جديدة لتطوير المدارس الريفية في جميع أنحاء البلاد، وتشمل الخطة بناء مئتي فصل دراسي وتدريب آلاف المعلمين خلال السنوات الثلاث المقبلة.',
    'أعلنت وزارة التعليم اليوم عن خطة جديدة لتطوير المدارس الريفية في جميع أنحاء البلاد',
  ],
]

describe('inferTitle()', () => {
  it('is the first sentence without its final stop', () => {
    expect(inferTitle('Il Po è in piena. Piove.')).toBe('Il Po è in piena')
    expect(inferTitle('Il Po è in piena! Piove.')).toBe('Il Po è in piena!')
    expect(inferTitle('“Il Po è in piena.” Piove.')).toBe('“Il Po è in piena”')
    expect(inferTitle('Chiude la Rossi S.p.A.', { language: 'it' })).toBe('Chiude la Rossi S.p.A.')
  })

  it('drops the date phrase and begins with a capital', () => {
    expect(inferTitle('Il 25 dicembre 2025, la neve è caduta.', { date })).toBe('La neve è caduta')
    expect(inferTitle('Roma, 25 dicembre 2025. La neve cade.', { date })).toBe('La neve cade')
    expect(inferTitle('«il 25 dicembre 2025 nevica.', { date })).toBe('«Nevica»')
  })

  it('keeps a date that is not the article’s', () => {
    expect(inferTitle('Il 24 agosto 2016 la terra tremò.', { date })).toBe('Il 24 agosto 2016 la terra tremò')
  })

  it('leaves a word with capitals of its own alone', () => {
    expect(inferTitle('iPhone rubati a Lodi.')).toBe('iPhone rubati a Lodi')
  })

  it('closes a quote that goes on after the sentence', () => {
    expect(inferTitle('Il premier: «Niente tasse. Lo prometto», e via.')).toBe('Il premier: «Niente tasse»')
  })

  it.each(CUTS)('cuts a long sentence where an editor would (%s)', (language, sentence, title) => {
    expect(inferTitle(`${sentence} Segue altro.`, { language })).toBe(title)
  })

  it('leaves out a name between commas where a whole clause fits then', () => {
    const sentence =
      'La sindaca di Ravenna, Paola Gatti, ha presentato in consiglio comunale il nuovo piano per la mobilità ciclabile, che prevede quaranta chilometri di piste.'
    expect(inferTitle(sentence, { language: 'it' })).toBe(
      'La sindaca di Ravenna ha presentato in consiglio comunale il nuovo piano per la mobilità ciclabile',
    )
  })

  it('leaves out a role before a name where a whole sentence fits then', () => {
    const sentence =
      'L’attaccante brasiliano João Pedro Silva è stato operato ieri al ginocchio destro nella clinica universitaria di Pavia e dovrà restare fermo per mesi.'
    expect(inferTitle(sentence, { language: 'it' })).toBe(
      'João Pedro Silva è stato operato ieri al ginocchio destro nella clinica universitaria di Pavia',
    )
  })

  it('leaves out a first phrase that only tells when', () => {
    const sentence =
      'Dopo una lunga notte di trattative a Palazzo Chigi, il governo e i sindacati hanno raggiunto un’intesa sul rinnovo del contratto dei trasporti.'
    expect(inferTitle(sentence, { language: 'it' })).toBe(
      'Il governo e i sindacati hanno raggiunto un’intesa sul rinnovo del contratto dei trasporti',
    )
  })

  it('never leaves out who says it', () => {
    const sentence =
      'Secondo gli inquirenti, il direttore della filiale avrebbe sottratto oltre 200.000 euro dai conti di alcuni clienti anziani, falsificando le firme.'
    expect(inferTitle(sentence, { language: 'it' })).toMatch(/^Secondo gli inquirenti, .* 200\.000 euro$/)
  })

  it('marks a cut before an exception, and one within a phrase', () => {
    const exception =
      'Il ministro dell’Economia ha detto che la riforma fiscale non comporterà aumenti delle tasse per le famiglie, tranne che per quelle con redditi alti.'
    expect(inferTitle(exception, { language: 'it' })).toMatch(/ aumenti delle tasse…$/)
    const split =
      'Der Stadtrat von Leipzig hat am Donnerstag nach langer Debatte den Bau einer neuen Straßenbahnlinie zwischen dem Hauptbahnhof und dem Seengebiet beschlossen.'
    expect(inferTitle(split, { language: 'de' })).toMatch(/ einer neuen Straßenbahnlinie…$/)
  })

  it('never ends within a name', () => {
    const sentence = `${'Una delegazione molto numerosa di '.repeat(2)}tecnici ha visitato la Corea del Nord`
    for (let more = 0; more < 30; more += 1) {
      const title = inferTitle(`${'x'.repeat(more)} ${sentence} e le isole vicine.`, { language: 'it' })
      expect(title).not.toMatch(/Corea(?: del)?…?$/)
    }
  })

  it('takes time in proportion to the text', () => {
    for (const text of [
      'parola '.repeat(50_000),
      '漢'.repeat(100_000),
      'a, '.repeat(50_000),
      '(«'.repeat(50_000),
    ]) {
      expect(inferTitle(text, { language: 'it' }).length).toBeLessThanOrEqual(110)
    }
  })

  it('gives one balanced line of 1 to 110 characters for any prose', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const title = inferTitle(text, { date, ...(language && { language }) })
        expect(title.length).toBeLessThanOrEqual(110)
        expect(title).not.toMatch(/\n|\s$|^\s/)
        if (/[\p{L}\p{N}]/u.test(text)) expect(isBalanced(title)).toBe(true)
        expect(title === '').toBe(text.trim() === '')
      }),
    )
  })
})
