/** The look of every page: a readable measure, the reader's own fonts and colours, light or dark. */
export const STYLESHEET = `:root { color-scheme: light dark; }
body { max-width: 40rem; margin: 0 auto; padding: 1rem; font: 1.125rem/1.6 Georgia, serif; overflow-wrap: break-word; }
header, footer, .byline, .forms { font: 0.9rem/1.5 system-ui, sans-serif; }
h1, h2, h3, h4 { line-height: 1.2; }
img, video { max-width: 100%; height: auto; }
pre, table { display: block; overflow-x: auto; }
.articles { list-style: none; padding: 0; }
`
