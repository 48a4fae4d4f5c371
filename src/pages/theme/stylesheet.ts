/** The colours of both schemes. Every text has a contrast of at least 4.5 to 1 to its background (WCAG 1.4.3). */
export const COLOURS = {
  light: {
    paper: '#fffdf8',
    ink: '#1c1a17',
    quiet: '#625b51',
    rule: '#d8d1c4',
    accent: '#9b1c1f',
    tint: '#f7f2e8',
  },
  dark: {
    paper: '#161412',
    ink: '#e9e3d9',
    quiet: '#aaa297',
    rule: '#3d3831',
    accent: '#f29a8e',
    tint: '#211e1a',
  },
} as const

/**
 * The stylesheet of every page: typography first, in system fonts. It recognises the kind of a page by the class of
 * `<main>`, and uses `inline` and `block` instead of left and right, so that it works for languages of both directions.
 */
export const STYLESHEET = `:root {
  color-scheme: light dark;
  ${properties(COLOURS.light)}
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, "Noto Serif", serif;
  --sans: system-ui, sans-serif;
  --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, monospace;
  --measure: 36rem;
}
@media (prefers-color-scheme: dark) {
  :root { ${properties(COLOURS.dark)} }
}

/* The page */
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; scroll-padding-block: 1rem; }
body {
  margin: 0; min-block-size: 100vh; display: flex; flex-direction: column;
  padding-inline: clamp(1.1rem, 5vw, 3rem);
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 var(--serif); overflow-wrap: anywhere;
}
main { flex: 1; inline-size: 100%; margin-inline: auto; padding-block: 2.5rem 4rem; outline: none; }
.list, .absence { max-inline-size: 44rem; }
.reading { max-inline-size: var(--measure); }
.front, .masthead, .colophon { inline-size: 100%; max-inline-size: 72rem; margin-inline: auto; }
.front { padding-block-start: 2rem; }
/* Arabic letters are joined, and are neither moved apart nor together. */
[dir=ltr] { --wide: .06em; --tight: -.02em; }
[dir=rtl] { --wide: 0; --tight: 0; }

h1, h2, h3, h4, h5, h6 { margin: 2em 0 .5em; line-height: 1.2; text-wrap: balance; }
h1 { margin: 0; font-size: clamp(1.85rem, 1.3rem + 2.2vw, 2.6rem); line-height: 1.14; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
p { margin: 0 0 1em; text-wrap: pretty; }
a { color: inherit; text-decoration: underline 1px; text-decoration-color: var(--accent); text-underline-offset: .18em; }
a:hover { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 1px; }
img, video { max-inline-size: 100%; block-size: auto; }
img { background: var(--tint); }
sup, sub { font-size: .75em; line-height: 0; }
code, pre, kbd, samp { font: .875em/1.5 var(--mono); }
.unseen:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; inset-block-start: -10rem; inset-inline-start: 1rem; padding: .6em 1em; background: var(--ink); color: var(--paper); font-family: var(--sans); z-index: 1; }
.skip:focus { inset-block-start: 1rem; }

/* What is said beside the text */
.masthead nav, .kicker, .byline, .translations, .facts, .colophon, .pager, .directory, .readers, .addresses, .player, .downloads, .note {
  font: .8125rem/1.5 var(--sans);
}
.kicker { margin: 0 0 .5rem; color: var(--accent); font-weight: 600; letter-spacing: var(--wide); text-transform: uppercase; }
.kicker a { text-decoration: none; }
.kicker a:hover { text-decoration: underline; }
.byline, .translations, .facts, .colophon, .note { color: var(--quiet); }
/* In an article of another direction these keep to the side that the article is read from. */
.byline, .translations li { text-align: -webkit-match-parent; text-align: match-parent; }
.byline a, .facts a, .directory a { text-decoration-color: var(--rule); }
.standfirst { margin: .8rem 0 0; color: var(--quiet); font-size: clamp(1.05rem, 1rem + .4vw, 1.2rem); line-height: 1.45; }

/* Head and foot of the page */
.masthead { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1.5rem; padding-block: 1.1rem .9rem; border-block-end: 1px solid var(--ink); }
.masthead p { margin: 0; font-size: 1.2rem; font-weight: 700; line-height: 1.2; }
.masthead a { text-decoration: none; }
.masthead a:hover { text-decoration: underline; }
.masthead.front { display: block; padding-block: clamp(1.5rem, 5vw, 3.5rem) 0; border: 0; text-align: center; }
.masthead.front h1 { font-size: clamp(2.6rem, 1.2rem + 7vw, 5.5rem); line-height: 1.05; letter-spacing: var(--tight); }
.masthead.front p { margin-block-start: .8rem; color: var(--quiet); font-size: 1.1rem; font-style: italic; font-weight: 400; }
.masthead.front nav { margin-block-start: 1.4rem; border-block: 3px double var(--ink); }
.masthead ul { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 1.6rem; margin: 0; padding: .4rem 0; list-style: none; }
.masthead li a { display: block; padding-block: .25rem; }
.masthead li a::first-letter { text-transform: uppercase; }
.masthead li:last-child a { color: var(--accent); font-weight: 600; }
.colophon { padding-block: 1.2rem 2rem; border-block-start: 1px solid var(--rule); }
.colophon p { margin: 0 0 .3rem; }

/* Lists of articles */
.articles { margin: 0; padding: 0; list-style: none; }
.articles > li { padding-block: 1.5rem; border-block-start: 1px solid var(--rule); text-align: start; }
.articles h3 { margin: 0 0 .45rem; font-size: 1.3rem; line-height: 1.24; }
.articles h3 a { text-decoration: none; }
.articles h3 a:hover { text-decoration: underline; text-decoration-thickness: 2px; }
.articles h3 a:visited { color: var(--quiet); }
.summary { margin: 0 0 .6rem; line-height: 1.5; }
.articles .byline { margin: 0; }
.articles img { inline-size: 100%; block-size: auto; aspect-ratio: 3 / 2; object-fit: cover; }
.articles .pictured { display: grid; grid-template-columns: 1fr 6rem; column-gap: 1.1rem; }
.articles .pictured > * { grid-column: 1; }
.articles .pictured > img { grid-column: 2; grid-row: 1 / span 2; margin-block: .2rem .6rem; }
.pictured > .summary, .pictured > .byline { grid-column: 1 / -1; }

/* The front page: the newest article at its largest */
.front .articles > li:first-child { padding-block-start: 0; border: 0; }
.front .articles > li:first-child h3 { margin-block-end: .7rem; font-size: clamp(1.85rem, 1.3rem + 2.2vw, 2.6rem); line-height: 1.12; }
.front .articles > li:first-child .summary { max-inline-size: 42rem; font-size: 1.125rem; }
.front .articles > li:first-child { display: block; }
.front .articles > li:first-child img { margin-block: 0 .8rem; }

/* Lists below one another */
.list > h2 { margin: 2.5rem 0 .8rem; font-size: 1.05rem; }
.list header { margin-block-end: 2rem; }

/* How to subscribe */
.subscribe { display: grid; gap: 1rem 2.5rem; padding: 1.4rem 1.5rem 1.5rem; background: var(--tint); }
.subscribe h2 { grid-column: 1 / -1; margin: 0; font-size: 1.05rem; }
.subscribe p { font-size: .95rem; line-height: 1.5; }
/* A grid: what a link is called does not move it, however little of the page has come when it is first shown. */
.readers { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .5rem; margin: 0; padding: 0; list-style: none; }
.readers li:last-child { grid-column: 1 / -1; }
.readers a { display: block; padding: .45em .9em; text-align: center; border: 1px solid var(--quiet); border-radius: 99px; text-decoration: none; }
.readers a:hover { border-color: var(--accent); }
.addresses { margin: 0; }
.addresses dt { font-weight: 600; }
.addresses dd { margin: .1rem 0 .8rem; }
.addresses code { user-select: all; -webkit-user-select: all; overflow-wrap: anywhere; }

/* Ways onward */
.pager { display: flex; justify-content: space-between; gap: 1rem; padding-block: 1.2rem; border-block-start: 1px solid var(--rule); }
.pager .older, .front .pager a { margin-inline-start: auto; }
.directory { margin-block-start: 2rem; padding-block-start: 1.5rem; border-block-start: 3px double var(--ink); }
.directory section { margin-block-end: 1.2rem; }
.directory h3 { margin: 0 0 .3rem; font-size: .8125rem; }
.directory ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0; padding: 0; list-style: none; }
.directory li a { display: block; padding-block: .2rem; }

/* An article */
.reading h1 + .byline, .reading .standfirst + .byline { margin-block: 1.1rem 0; }
.reading article > header { margin-block-end: 2rem; }
.translations { margin-block-start: .4rem; }
.translations ul { margin: 0; padding: 0; list-style: none; }
.lead-picture { margin-block: 0 2rem; }
.lead-picture img { display: block; inline-size: 100%; }
.lead-picture img:not([width]) { aspect-ratio: 3 / 2; object-fit: cover; }
.text { line-height: 1.65; hyphens: auto; hanging-punctuation: first last; }
.text > :first-child { margin-block-start: 0; }
.text p { margin-block-end: 1.1em; }
.text blockquote { margin: 1.5em 0; padding-inline-start: 1.2rem; border-inline-start: 3px solid var(--accent); font-size: 1.1em; line-height: 1.5; }
.text figure { margin: 2rem 0; }
.text figcaption { margin-block-start: .5rem; color: var(--quiet); font: .8125rem/1.5 var(--sans); }
.text hr { margin: 2.5rem auto; inline-size: 6rem; border: 0; border-block-start: 1px solid var(--quiet); }
.text li { margin-block-end: .3em; }
.text pre { overflow-x: auto; padding: 1rem; background: var(--tint); hyphens: none; }
.text :not(pre) > code { padding: .1em .3em; background: var(--tint); hyphens: none; }
.text audio { inline-size: 100%; }
.text section { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); font-size: .875rem; }
.wide { overflow-x: auto; margin-block: 1.5rem; }
table { border-collapse: collapse; font: .875rem/1.45 var(--sans); hyphens: none; }
caption { padding-block-end: .5rem; text-align: start; font-weight: 600; }
th, td { padding: .45rem .9rem .45rem 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: top; overflow-wrap: normal; }
thead th { border-block-end-color: var(--ink); }
.player { margin: 0 0 2rem; padding: 1rem 1.2rem; background: var(--tint); }
.player audio, .player video { display: block; inline-size: 100%; margin-block: .7rem; }
.player video { aspect-ratio: 16 / 9; background: #000; }
.player figcaption { font-weight: 600; }
.player span, .player p { margin: 0; color: var(--quiet); font-weight: 400; }
.downloads { margin: 2rem 0 0; padding: 1rem 1.2rem; background: var(--tint); list-style: none; }
.facts { margin-block-start: 3.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); }
.facts dl { margin: 0; }
.facts dl > div { display: flex; flex-wrap: wrap; gap: 0 .9rem; margin-block-end: .3rem; }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }

/* Nothing here */
.absence { padding-block-start: 12vh; }
.absence .kicker { font-size: 1rem; }
.absence h1 { margin-block-end: 1rem; }
.absence ul { padding: 0; list-style: none; }

@media (min-width: 48em) {
  html { font-size: 118.75%; }
  .articles .pictured, .front .articles > .pictured { display: grid; grid-template: auto auto auto 1fr / 1fr 11rem; column-gap: 2rem; }
  .articles .pictured > * { grid-column: 1; }
  .articles .pictured > img, .front .articles > .pictured > img { grid-column: 2; grid-row: 1 / span 5; margin: 0; }
  .front .articles { display: grid; grid-template-columns: 1fr 1fr; column-gap: 3rem; }
  .front .articles > .pictured { grid-template-columns: 1fr 9rem; }
  .front .articles > li:first-child { grid-column: 1 / -1; padding-block-end: 2.5rem; }
  .front .articles > li.pictured:first-child { display: grid; grid-template-columns: 1fr 1fr; column-gap: 3rem; }
  .front .articles > li:first-child img { margin: 0; }
  .articles h3 { font-size: 1.35rem; }
  .masthead p { font-size: 1.35rem; }
  .directory { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 3rem; }
  .subscribe { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 64em) {
  .lead-picture { margin-inline: -5rem; }
}
@media print {
  :root { color-scheme: light; ${properties({ ...COLOURS.light, paper: '#fff', ink: '#000' })} }
  html { font-size: 11pt; }
  body { padding: 0; }
  .skip, .masthead nav, .player, .downloads, .facts, .pager, .directory, .readers { display: none; }
  .reading, .list { max-inline-size: none; }
  .text a[href^=http]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
  .text pre { white-space: pre-wrap; }
  .wide { overflow: visible; }
  img, pre, blockquote, figure, tr { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
}
`

function properties(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')
}
