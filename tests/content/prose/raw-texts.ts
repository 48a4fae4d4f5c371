/** An invented raw text, and what a careful editor would make of it. */
export interface RawTextCase {
  readonly name: string
  readonly text: string
  /** Year, month and day; undefined for a day that does not exist. */
  readonly date: readonly number[] | undefined
  readonly language: string | undefined
  readonly title: string
  /** `# heading`, the first four words of a paragraph, `- items | of | a list`. */
  readonly outline: readonly string[]
  readonly summary: string
}

export const RAW_TEXTS: readonly RawTextCase[] = [
  {
    name: 'a date token, headings between blank lines',
    text: ` date 2025-11-04 La presidente della Regione Liguria, Anna Ferrando, ha consegnato ieri le chiavi di sessanta alloggi popolari alle famiglie sfollate dopo l’alluvione, ricordando il lavoro dei volontari e della Protezione civile.

Nel suo discorso ha definito l’anno trascorso “una prova che nessuno dimenticherà”.

Gli alloggi di Sampierdarena

Secondo l’assessore alla casa, altri 10.000 metri quadrati saranno pronti in primavera. I lavori costano 4,5 milioni di euro.

Che cosa manca ancora?

Restano da finire gli allacci del gas, dice il dott. Merli. Il cantiere riaprirà il 7 gennaio 2026.`,
    date: [2025, 11, 4],
    language: 'it',
    title:
      'La presidente della Regione Liguria, Anna Ferrando, ha consegnato ieri le chiavi di sessanta alloggi popolari',
    outline: [
      'La presidente della Regione',
      'Nel suo discorso ha',
      '# Gli alloggi di Sampierdarena',
      'Secondo l’assessore alla casa,',
      '# Che cosa manca ancora?',
      'Restano da finire gli',
    ],
    summary:
      'Nel suo discorso ha definito l’anno trascorso “una prova che nessuno dimenticherà”. Secondo l’assessore alla casa, altri 10.000 metri quadrati saranno pronti in primavera. I lavori costano 4,5 milioni di euro. Restano da finire gli allacci del gas, dice il dott. Merli.',
  },
  {
    name: 'the date in the first words, headings without blank lines',
    text: `Il 12 ottobre 2025, il sindaco di Matera Carlo Venti ha inaugurato la nuova biblioteca civica nel quartiere Lanera alla presenza di oltre mille persone. La struttura, spiegano i tecnici, è costata meno del previsto.
Gli architetti, sia lucani che pugliesi, hanno conservato la facciata dell’“antico mulino” e aggiunto una sala per 200 lettori.
Un progetto lungo dieci anni
I lavori sono cominciati nel 2015 e si sono fermati due volte per mancanza di fondi, come riferisce il quotidiano locale.
L’impresa ha rispettato le regole di un “severo capitolato”, firmato davanti al prefetto nel marzo del 2023.
Le attività per i ragazzi
Da novembre la biblioteca resterà aperta fino alle 22, con letture ad alta voce e un laboratorio di stampa.`,
    date: [2025, 10, 12],
    language: 'it',
    title: 'Il sindaco di Matera Carlo Venti ha inaugurato la nuova biblioteca civica nel quartiere Lanera',
    outline: [
      'Il 12 ottobre 2025,',
      'Gli architetti, sia lucani',
      '# Un progetto lungo dieci anni',
      'I lavori sono cominciati',
      'L’impresa ha rispettato le',
      '# Le attività per i ragazzi',
      'Da novembre la biblioteca',
    ],
    summary:
      'La struttura, spiegano i tecnici, è costata meno del previsto. Gli architetti, sia lucani che pugliesi, hanno conservato la facciata dell’“antico mulino” e aggiunto una sala per 200 lettori.',
  },
  {
    name: 'a title, then prose',
    text: `Torna la fiera del tartufo

Alba, 11 ottobre 2025 – Da sabato le vie del centro ospitano novanta banchi. «Sarà un’annata buona», dice Rita Bo.

L’ingresso costa 5 euro.`,
    date: [2025, 10, 11],
    language: 'it',
    title: 'Torna la fiera del tartufo',
    outline: ['Alba, 11 ottobre 2025', 'L’ingresso costa 5 euro.'],
    summary:
      'Da sabato le vie del centro ospitano novanta banchi. «Sarà un’annata buona», dice Rita Bo. L’ingresso costa 5 euro.',
  },
  {
    name: 'a title and a line that is only the date',
    text: `Chiude il ponte sul Tanaro
Giovedì 2 ottobre 2025

Il ponte resterà chiuso per tre settimane. Le auto saranno deviate sulla statale.`,
    date: [2025, 10, 2],
    language: 'it',
    title: 'Chiude il ponte sul Tanaro',
    outline: ['Il ponte resterà chiuso'],
    summary: 'Il ponte resterà chiuso per tre settimane. Le auto saranno deviate sulla statale.',
  },
  {
    name: 'a date alone in the first line',
    text: `3 marzo 2025

La cooperativa ha eletto il nuovo consiglio. Ne fanno parte cinque soci.`,
    date: [2025, 3, 3],
    language: 'it',
    title: 'La cooperativa ha eletto il nuovo consiglio',
    outline: ['La cooperativa ha eletto'],
    summary: 'Ne fanno parte cinque soci.',
  },
  {
    name: 'text wrapped at 60 columns, with a heading inside',
    text: `Il 5 maggio 2025 il Comune di Trani ha aperto al pubblico
l'archivio storico, dopo sei anni di restauri. Vi si trovano
oltre 3.000 pergamene e i registri della dogana del porto.

Le pergamene più antiche
Il documento più antico risale al 1131 e porta il sigillo
del vescovo. Gli studiosi lo hanno letto con una luce
speciale, che rende visibile l'inchiostro sbiadito. Tra le
carte ci sono anche lettere private.`,
    date: [2025, 5, 5],
    language: 'it',
    title: "Il Comune di Trani ha aperto al pubblico l'archivio storico, dopo sei anni di restauri",
    outline: ['Il 5 maggio 2025', '# Le pergamene più antiche', 'Il documento più antico'],
    summary:
      "Vi si trovano oltre 3.000 pergamene e i registri della dogana del porto. Il documento più antico risale al 1131 e porta il sigillo del vescovo. Gli studiosi lo hanno letto con una luce speciale, che rende visibile l'inchiostro sbiadito. Tra le carte ci sono anche lettere private.",
  },
  {
    name: 'a bulleted and a numbered list',
    text: `Le regole per la raccolta differenziata a Carpi cambiano dal 1° gennaio 2026. Ecco che cosa si deve sapere:
- la carta si ritira il lunedì
- il vetro si ritira
  ogni due settimane
- la plastica si porta all’isola ecologica

Come si fa domanda
1. Si scarica il modulo.
2. Si firma il modulo.
3) Lo si consegna allo sportello di via Roma.

Chi non ha un computer può telefonare.`,
    date: [2026, 1, 1],
    language: 'it',
    title: 'Le regole per la raccolta differenziata a Carpi cambiano dal 1° gennaio 2026',
    outline: [
      'Le regole per la',
      '- la carta si ritira il lunedì | il vetro si ritira ogni due settimane | la plastica si porta all’isola ecologica',
      '# Come si fa domanda',
      '1. Si scarica il modulo. | Si firma il modulo. | Lo si consegna allo sportello di via Roma.',
      'Chi non ha un',
    ],
    summary: 'Chi non ha un computer può telefonare.',
  },
  {
    name: 'an impossible date',
    text: `Il 31 febbraio 2025 il teatro ha riaperto. La stagione comincia il 3 marzo 2025.`,
    date: undefined,
    language: 'it',
    title: 'Il 31 febbraio 2025 il teatro ha riaperto',
    outline: ['Il 31 febbraio 2025'],
    summary: 'La stagione comincia il 3 marzo 2025.',
  },
  {
    name: 'abbreviations in the first sentence',
    text: `Roma, 4 giugno 2025. Il sig. G. Rossi e la dott.ssa M. La Torre hanno vinto il premio Marconi. È il terzo di fila, cfr. l’albo a p. 12.`,
    date: [2025, 6, 4],
    language: 'it',
    title: 'Il sig. G. Rossi e la dott.ssa M. La Torre hanno vinto il premio Marconi',
    outline: ['Roma, 4 giugno 2025.'],
    summary: 'È il terzo di fila, cfr. l’albo a p. 12.',
  },
  {
    name: 'a question',
    text: `Perché i treni regionali arrivano in ritardo? Lo abbiamo chiesto il 9 aprile 2025 a tre macchinisti. «Mancano i ricambi», dicono.`,
    date: [2025, 4, 9],
    language: 'it',
    title: 'Perché i treni regionali arrivano in ritardo?',
    outline: ['Perché i treni regionali'],
    summary: 'Lo abbiamo chiesto il 9 aprile 2025 a tre macchinisti. «Mancano i ricambi», dicono.',
  },
  {
    name: 'a quote that goes over two sentences',
    text: `2025-07-14 «Abbiamo salvato la fabbrica. Ora tocca a noi», ha detto la delegata degli operai di Terni.`,
    date: [2025, 7, 14],
    language: 'it',
    title: '«Abbiamo salvato la fabbrica»',
    outline: ['«Abbiamo salvato la fabbrica.'],
    summary: '«Abbiamo salvato la fabbrica. Ora tocca a noi», ha detto la delegata degli operai di Terni.',
  },
  {
    name: 'a numbered heading',
    text: `L'11 settembre 2025 la giunta ha approvato il piano del verde urbano di Pesaro.

1. Gli alberi
Saranno piantati duemila lecci lungo i viali.

2. L’acqua
Le fontane useranno acqua piovana.`,
    date: [2025, 9, 11],
    language: 'it',
    title: 'La giunta ha approvato il piano del verde urbano di Pesaro',
    outline: [
      "L'11 settembre 2025 la",
      '# 1. Gli alberi',
      'Saranno piantati duemila lecci',
      '# 2. L’acqua',
      'Le fontane useranno acqua',
    ],
    summary: 'Saranno piantati duemila lecci lungo i viali. Le fontane useranno acqua piovana.',
  },
  {
    name: 'a short text without any heading',
    text: `date: 2025-03-01
Nebbia in pianura`,
    date: [2025, 3, 1],
    language: undefined,
    title: 'Nebbia in pianura',
    outline: ['Nebbia in pianura'],
    summary: '',
  },
  {
    name: 'speech after dashes is no list',
    text: `Il 6 giugno 2025 due pescatori hanno ritrovato una campana di bronzo al largo di Gaeta.
– Pensavamo fosse uno scoglio – racconta il più anziano.
– Invece suonava ancora – aggiunge l’altro.`,
    date: [2025, 6, 6],
    language: 'it',
    title: 'Due pescatori hanno ritrovato una campana di bronzo al largo di Gaeta',
    outline: ['Il 6 giugno 2025', '– Pensavamo fosse uno', '– Invece suonava ancora'],
    summary:
      '– Pensavamo fosse uno scoglio – racconta il più anziano. – Invece suonava ancora – aggiunge l’altro.',
  },
  {
    name: 'English, month before day',
    text: `On December 3, 2025, the harbour board of Whitby approved a plan to replace the old swing bridge with a wider one, despite protests from Mr. Harker and other boat owners who fear months of closure.

What happens next

Work begins in March. The bridge will close for no more than six weeks, the board said.`,
    date: [2025, 12, 3],
    language: 'en',
    title: 'The harbour board of Whitby approved a plan to replace the old swing bridge with a wider one',
    outline: ['On December 3, 2025,', '# What happens next', 'Work begins in March.'],
    summary: 'Work begins in March. The bridge will close for no more than six weeks, the board said.',
  },
  {
    name: 'English, day before month',
    text: `Thursday 4 September 2025 – Dr. Amy Stone has won the county chess title for the fifth time. She is 71. Her next match is in St. Ives.`,
    date: [2025, 9, 4],
    language: 'en',
    title: 'Dr. Amy Stone has won the county chess title for the fifth time',
    outline: ['Thursday 4 September 2025'],
    summary: 'She is 71. Her next match is in St. Ives.',
  },
  {
    name: 'French',
    text: `Le 3 mars 2025, M. Dupuis et la mairie de Sète ont signé un accord sur les quais de la gare maritime. « C’est un bon compromis », dit-il.
Un chantier de deux ans
Les travaux commenceront au printemps et dureront deux ans, selon l’architecte.`,
    date: [2025, 3, 3],
    language: 'fr',
    title: 'M. Dupuis et la mairie de Sète ont signé un accord sur les quais de la gare maritime',
    outline: ['Le 3 mars 2025,', '# Un chantier de deux ans', 'Les travaux commenceront au'],
    summary:
      '« C’est un bon compromis », dit-il. Les travaux commenceront au printemps et dureront deux ans, selon l’architecte.',
  },
  {
    name: 'German',
    text: `Am 3. März 2025 hat die Stadt Görlitz das alte Kaufhaus nach langer Sanierung wieder eröffnet. Rund 400 Gäste kamen, z. B. aus Polen und Tschechien.

Die Geschichte des Hauses

Das Haus wurde 1913 gebaut. Im 2. Weltkrieg blieb es fast unversehrt.`,
    date: [2025, 3, 3],
    language: 'de',
    title: 'Am 3. März 2025 hat die Stadt Görlitz das alte Kaufhaus nach langer Sanierung wieder eröffnet',
    outline: ['Am 3. März 2025', '# Die Geschichte des Hauses', 'Das Haus wurde 1913'],
    summary:
      'Rund 400 Gäste kamen, z. B. aus Polen und Tschechien. Das Haus wurde 1913 gebaut. Im 2. Weltkrieg blieb es fast unversehrt.',
  },
  {
    name: 'Spanish',
    text: `El 8 de abril de 2025, la Sra. Ruiz, directora del museo de Cuenca, presentó una colección de mapas del siglo XVI. ¿De dónde vienen? Nadie lo sabe.`,
    date: [2025, 4, 8],
    language: 'es',
    title: 'La Sra. Ruiz, directora del museo de Cuenca, presentó una colección de mapas del siglo XVI',
    outline: ['El 8 de abril'],
    summary: '¿De dónde vienen? Nadie lo sabe.',
  },
  {
    name: 'Portuguese',
    text: `Na quinta-feira, 5 de junho de 2025, a câmara de Évora aprovou o novo horário dos mercados municipais. Os comerciantes pediam a mudança desde o verão.`,
    date: [2025, 6, 5],
    language: 'pt',
    title: 'A câmara de Évora aprovou o novo horário dos mercados municipais',
    outline: ['Na quinta-feira, 5 de'],
    summary: 'Os comerciantes pediam a mudança desde o verão.',
  },
  {
    name: 'Russian',
    text: `date 2025-02-10 В Казани открылась выставка старинных часов. Посетители увидят двести экспонатов из частных собраний.`,
    date: [2025, 2, 10],
    language: 'ru',
    title: 'В Казани открылась выставка старинных часов',
    outline: ['В Казани открылась выставка'],
    summary: 'Посетители увидят двести экспонатов из частных собраний.',
  },
  {
    name: 'Chinese',
    text: `date 2025-05-20 杭州图书馆昨天开放了新的儿童阅览室。阅览室有三千多本图画书。

开放时间

每天上午九点到下午六点开放，周一休息。`,
    date: [2025, 5, 20],
    language: 'zh',
    title: '杭州图书馆昨天开放了新的儿童阅览室',
    outline: [
      '杭州图书馆昨天开放了新的儿童阅览室。阅览室有三千多本图画书。',
      '# 开放时间',
      '每天上午九点到下午六点开放，周一休息。',
    ],
    summary: '阅览室有三千多本图画书。每天上午九点到下午六点开放，周一休息。',
  },
  {
    name: 'Arabic',
    text: `date 2025-06-02 افتتحت بلدية صفاقس حديقة جديدة قرب الميناء القديم. تضم الحديقة ملعبا ومكتبة صغيرة للأطفال.`,
    date: [2025, 6, 2],
    language: 'ar',
    title: 'افتتحت بلدية صفاقس حديقة جديدة قرب الميناء القديم',
    outline: ['افتتحت بلدية صفاقس حديقة'],
    summary: 'تضم الحديقة ملعبا ومكتبة صغيرة للأطفال.',
  },
  {
    name: 'a date and time in the token',
    text: `date 2025-12-01T08:30+01:00

La seggiovia del Cimone ha riaperto. Le piste sono innevate.`,
    date: [2025, 12, 1],
    language: 'it',
    title: 'La seggiovia del Cimone ha riaperto',
    outline: ['La seggiovia del Cimone'],
    summary: 'Le piste sono innevate.',
  },
  {
    name: 'a first sentence that is longer than a summary',
    text: `Il 20 novembre 2025 la commissione che da quattro anni esamina i progetti per il recupero delle vecchie saline di Cervia, dei magazzini del sale e della torre San Michele ha scelto la proposta di un gruppo di giovani ingegneri di Ravenna, che prevede un parco d’acqua, un museo all’aperto e una pista ciclabile di diciotto chilometri fino al mare. I lavori cominciano in maggio.`,
    date: [2025, 11, 20],
    language: 'it',
    title:
      'La commissione che da quattro anni esamina i progetti per il recupero delle vecchie saline di Cervia…',
    outline: ['Il 20 novembre 2025'],
    summary: 'I lavori cominciano in maggio.',
  },
  {
    name: 'an upper case dateline in brackets',
    text: `TRIESTE (15 GENNAIO 2026) - Il porto ha superato i 60 milioni di tonnellate. È il dato più alto dal 2019.`,
    date: [2026, 1, 15],
    language: 'it',
    title: 'Il porto ha superato i 60 milioni di tonnellate',
    outline: ['TRIESTE (15 GENNAIO 2026)'],
    summary: 'È il dato più alto dal 2019.',
  },
  {
    name: 'a body date that is not the article’s',
    text: `date 2025-10-10 Il 24 agosto 2016 un terremoto distrusse il paese di Amatrice. Oggi riapre la scuola.`,
    date: [2025, 10, 10],
    language: 'it',
    title: 'Il 24 agosto 2016 un terremoto distrusse il paese di Amatrice',
    outline: ['Il 24 agosto 2016'],
    summary: 'Oggi riapre la scuola.',
  },
]
