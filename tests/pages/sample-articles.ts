import type { Article, Slug } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import { anArticle } from '../support/an-article.ts'

/** The articles of a newspaper for tests, the newest first; all that they show is below `origin`. */
export function sampleArticles(origin: string): readonly [Article, ...Article[]] {
  const photo = (name: string, alt: string) => ({
    url: `${origin}/media/${name}.svg`,
    alt,
    type: 'image/svg+xml',
    width: 1200,
    height: 800,
  })
  const articles: readonly Partial<Article>[] = [
    {
      slug: 'la-biblioteca-civica' as Slug,
      title: 'La biblioteca civica presta il suo milionesimo libro, e lo presta a un bambino',
      summary:
        'Alle nove e dieci del mattino Davide, otto anni, ha chiesto «Il barone rampante». La direttrice ha suonato la campanella che aspettava dal 1962.',
      section: 'Cultura',
      authors: [{ name: 'Ada Rossi', url: 'https://ada.example/' }],
      image: photo('biblioteca', 'La sala di lettura, con le lampade verdi accese'),
    },
    {
      slug: 'tram-linea-sei' as Slug,
      title: 'Il tram della linea sei torna sui binari dopo due anni di cantieri',
      summary: 'Da lunedì una corsa ogni otto minuti; resta chiusa la fermata di piazza Dante.',
      section: 'Città',
      authors: [{ name: 'Bo Li' }],
    },
    {
      slug: 'mercato-coperto' as Slug,
      title: 'Il mercato coperto riapre: «prezzi & qualità», dice il sindaco',
      summary: 'Quaranta banchi, di cui sei nuovi, e una cucina aperta fino a sera.',
      section: 'Città',
      image: photo('mercato', 'I banchi della frutta'),
    },
    {
      slug: 'a-show-in-three-rooms' as Slug,
      title: 'A show in three rooms',
      summary: 'The gallery moves its collection about, and finds a painting that nobody had missed.',
      language: 'en',
      section: 'Cultura',
      authors: [{ name: 'Grace O’Neil' }, { name: 'Ada Rossi' }],
    },
    {
      slug: 'al-maktaba' as Slug,
      title: 'المكتبة تعير كتابها المليون',
      summary: 'في صباح يوم هادئ طلب طفل في الثامنة كتابًا، فدقّت المديرة الجرس.',
      language: 'ar',
    },
    { slug: 'senza-riassunto' as Slug, title: 'Tre righe dal ponte', summary: '', section: 'Città' },
    {
      slug: 'neve' as Slug,
      title: 'La neve arriva presto, e questa volta i cannoni restano spenti',
      summary:
        'Sopra i milleduecento metri ne sono caduti trenta centimetri in una notte. Gli impianti aprono con due settimane di anticipo.',
      section: 'Montagna',
      image: photo('neve', 'Il passo al mattino'),
    },
    {
      slug: 'olio' as Slug,
      title: 'Olio, l’annata più scarsa da dieci anni',
      summary: 'I frantoi del lago hanno lavorato nove giorni in tutto.',
      section: 'Economia',
      authors: [{ name: 'Bo Li' }],
    },
    {
      slug: 'coro' as Slug,
      title: 'Il coro della SOSAT compie cento anni',
      summary: 'Un concerto per ogni decennio, il primo in stazione.',
      section: 'Cultura',
    },
  ]
  const [first = anArticle(), ...others] = articles.map((article, index) =>
    anArticle({
      published: instant(Date.UTC(2025, 11, 28 - index, 8)),
      enclosures: [],
      tags: [],
      ...article,
    }),
  )
  return [first, ...others]
}

/** An article with everything that one can have. */
export function richArticle(origin: string): Article {
  const [first] = sampleArticles(origin)
  return {
    ...first,
    updated: instant(Date.UTC(2025, 11, 30, 17, 30)),
    tags: ['Biblioteche', 'Libri & lettori', 'C++'],
    html: RICH_HTML.replaceAll('ORIGIN', origin),
    markdown: 'Alle nove e dieci del mattino la campanella ha suonato.',
    text: 'Alle nove e dieci del mattino la campanella ha suonato.',
    enclosures: [
      {
        url: `${origin}/media/intervista.mp3`,
        type: 'audio/mpeg',
        length: 5_234_567,
        title: 'L’intervista alla direttrice',
        seconds: 754,
      },
      { url: `${origin}/media/sala.mp4`, type: 'video/mp4', length: 41_000_000 },
      {
        url: `${origin}/media/bilancio.pdf`,
        type: 'application/pdf',
        length: 240_000,
        title: 'Il bilancio del prestito, anno per anno',
      },
    ],
  }
}

/** An article written from right to left. */
export function rightToLeftArticle(origin: string): Article {
  const article = sampleArticles(origin).find(({ language }) => language === 'ar') ?? anArticle()
  return {
    ...article,
    tags: ['كتب'],
    authors: [{ name: 'ليلى حداد' }],
    html: '<p>في صباح يوم هادئ طلب طفل في الثامنة كتابًا، فدقّت المديرة الجرس الذي كان ينتظر منذ عام 1962.</p>\n<blockquote><p>«كنا ننتظر هذا اليوم، ولم نكن نعرف من سيأتي به.»</p></blockquote>\n<p>المكتبة مفتوحة كل يوم من التاسعة إلى السابعة، وعنوانها <bdi dir="ltr">via Roma 55</bdi>.</p>\n<ul><li>مليون كتاب</li><li>ثلاث وستون سنة</li></ul>',
    text: 'في صباح يوم هادئ',
  }
}

const RICH_HTML = `<p>Alle nove e dieci del mattino la campanella ha suonato. Non lo faceva dal giorno in cui fu appesa, il 14 maggio 1962, e nessuno di chi era in sala sapeva che cosa volesse dire. «Vuol dire un milione», ha detto la direttrice, e ha stretto la mano a Davide, otto anni, che teneva sotto il braccio <cite>Il barone rampante</cite>.</p>
<p>Il conto è stato tenuto a mano fino al 1988, su <a href="https://example.com/registri">ventitré registri</a> che si possono ancora sfogliare; da allora lo tiene un calcolatore, che ogni notte lo confronta con le schede<sup><a href="#x--fn1" id="x--fnref1">[1]</a></sup>.</p>
<h2 id="x--che-cosa-si-legge">Che cosa si legge</h2>
<p>I primi dieci titoli fanno da soli un ventesimo dei prestiti. Il resto è una coda lunghissima, in cui più di quarantamila libri sono usciti una volta sola.</p>
<table><caption>I prestiti per decennio</caption><thead><tr><th scope="col">Decennio</th><th scope="col">Prestiti</th><th scope="col">Il più chiesto</th><th scope="col">Quante volte</th></tr></thead><tbody><tr><th scope="row">1962–1971</th><td>61.204</td><td>Il Gattopardo</td><td>412</td></tr><tr><th scope="row">1972–1981</th><td>120.877</td><td>La Storia</td><td>905</td></tr><tr><th scope="row">1982–1991</th><td>188.310</td><td>Il nome della rosa</td><td>1.377</td></tr></tbody></table>
<blockquote><p>Una biblioteca non conta i libri che ha, ma quelli che non ha in casa.</p></blockquote>
<figure><img src="ORIGIN/media/mercato.svg" alt="La campanella sopra il banco" width="1200" height="800"><figcaption>La campanella, dono dei ferrovieri. Foto dell’archivio comunale.</figcaption></figure>
<h3 id="x--come-si-fa">Come si fa la tessera</h3>
<ol><li>Si viene con un documento.</li><li>Si sceglie un libro: <strong>subito</strong>, non c’è da aspettare.</li><li>Lo si riporta entro un mese.</li></ol>
<p>Chi sa programmare può chiedere il catalogo, che risponde a <code>GET /catalogo</code>:</p>
<pre><code class="language-sh">curl --header "Accept: application/json" "https://biblioteca.example/catalogo?titolo=barone&amp;anno=1957&amp;copie=tutte"
</code></pre>
<hr>
<p>Davide ha un mese per leggerlo. Ha detto che gliene basta metà.</p>
<section><ol><li id="x--fn1"><p>Le schede sono 214.000, in 380 cassetti. <a href="#x--fnref1">↩︎</a></p></li></ol></section>`
