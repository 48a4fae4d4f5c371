import type { Pen } from '../pen.ts'
import { avif, gif, jpegWithPlace, pngWithText, webpWithPlace } from '../picture-bytes.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const BODIES: readonly string[] = [
  ...['![A bridge](1.jpg)', '![](1.png)', '![One](1.webp "A title")', '![Two](1.gif)', '![Three](1.avif)'],
  ...[
    '![gone](gone.png)\n\n![good](2.png)',
    '<img src="" data-src="2.jpg" alt="lazy">',
    '<img srcset="2.jpg 1x, 3.jpg 2x" alt="set">',
  ],
  ...['<img loading="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="3.png" alt="late">'],
  ...['![dot](data:image/png;base64,iVBORw0KGgo=)', '![drawn](drawing.svg)', '<img src="3.jpg" width="40">'],
  ...['<picture><source srcset="3.webp" type="image/webp"><img src="3.jpg" alt="both"></picture>'],
  ...[
    '<figure><img src="4.jpg" alt="a"><figcaption>Below it</figcaption></figure>',
    '![a](4.jpg) ![b](4.png) ![c](4.webp)',
  ],
  ...[
    '![there](https://pictures.site/a.jpg)',
    '![plain](http://pictures.site/b.jpg)',
    '![space](my%20picture.png)',
    '![accent](caf%C3%A9.png)',
  ],
  ...[
    '![rooted](/pictures/5.jpg)',
    '![drawn too](drawing.svg) ![good](1.png)',
    '![up](../pictures/5.png)',
    '[![linked](5.webp)](https://news.site/)',
    '<video src="film.mp4" poster="5.gif"></video>',
  ],
]

/** Settings that name the picture of an article; the file is dated and titled besides. */
const LINES: readonly string[] = [
  ...[
    'image: 6.jpg',
    'image: { url: 6.png, alt: A stone }',
    'heroImage: 6.webp\nheroImageAlt: A stone',
    'cover: https://pictures.site/c.jpg',
  ],
  ...[
    'featured_image: /pictures/6.gif',
    'images: [7.jpg, 7.png]',
    'image: false',
    'thumbnail: 7.webp',
    'og_image: 7.gif\nimage_alt: Seven',
  ],
  ...[
    'cover:\n  image: 8.jpg\n  alt: Eight',
    'extra:\n  image: 8.png',
    'header:\n  image: 8.webp',
    'image: drawing.svg',
  ],
]

/** Articles with pictures of every kind: local ones that tell where they were taken, dead, lazy, inline and drawn ones. */
export function pictures(pen: Pen): readonly WrittenFile[] {
  const shown = BODIES.map((body, index) =>
    articleFile(
      `pictures/shown-${index}.md`,
      [`title: ${pen.title()}`, `date: ${pen.day()}`],
      `${pen.paragraph()}\n\n${body}\n\n${pen.paragraph()}`,
    ),
  )
  const named = LINES.map((line, index) =>
    articleFile(
      `pictures/named-${index}.md`,
      [`title: ${pen.title()}`, `date: ${pen.day()}`, line],
      pen.text(),
    ),
  )
  return [...shown, ...named, ...files()]
}

function files(): readonly WrittenFile[] {
  const numbered = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((mark) => [
    { path: `pictures/${mark}.jpg`, content: jpegWithPlace(20 + mark, 30, mark) },
    { path: `pictures/${mark}.png`, content: pngWithText(20 + mark, 30, mark) },
    { path: `pictures/${mark}.gif`, content: gif(20 + mark, 30, mark) },
    { path: `pictures/${mark}.webp`, content: webpWithPlace(20 + mark, 30, mark) },
    { path: `pictures/${mark}.avif`, content: avif(20 + mark, 30, mark) },
  ])
  return [
    ...numbered,
    { path: 'pictures/my picture.png', content: pngWithText(9, 9, 91) },
    { path: 'pictures/café.png', content: pngWithText(9, 9, 92) },
    {
      path: 'pictures/drawing.svg',
      content: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
    },
    { path: 'icon.png', content: pngWithText(64, 64, 93) },
  ]
}
