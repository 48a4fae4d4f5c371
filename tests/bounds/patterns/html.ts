import { fill, fillNumbered } from '../fill.ts'
import type { HostilePattern } from '../hostile-pattern.ts'
import { publishText } from '../publish-seeds.ts'

/** One piece of HTML, repeated. */
const REPEATED: readonly string[] = [
  '<div>',
  '<b>',
  '<a href=x>',
  '<p>',
  '<li>',
  '<td>',
  '<br>',
  '<br>\n',
  '<b></i>',
  '<h1>',
  '<h2>a</h2>',
  '<i>a</i> ',
  '<q>',
  '<sup>',
  '<code>',
  '<pre>\n',
  '<svg>',
  '<script>',
  '<script></script>',
  '<style>',
  '<title>',
  '<a b',
  '<a =',
  "<a b='",
  '<!-- ',
  '&lt',
  '&#x41;',
  '&#x1F600;',
  '&nosuch;',
  '<table><tr><td>',
  '<table><tr><td>a</table>',
  '<ul><li>a',
  '<img src=a.png>',
  '<figure><img src=http://a/b><figcaption>',
]

const SHAPED: readonly HostilePattern[] = [
  shaped('hard line ends deep within lists', (bytes) => `${'<ul><li>a'.repeat(50)}${fill(bytes, 'a<br>')}`),
  shaped('elements that are never opened', (bytes) => fill(bytes / 2, '<div>') + fill(bytes / 2, '</p>')),
  shaped('elements that are closed far away', (bytes) => fill(bytes / 2, '<b>') + fill(bytes / 2, '</i>')),
  shaped('as many closed as opened', (bytes) => fill(bytes / 2, '<div>') + fill(bytes / 2, '</div>')),
  shaped(
    'two kinds, opened and closed crosswise',
    (bytes) => fill(bytes / 2, '<b><i>') + fill(bytes / 2, '</b></i>'),
  ),
  shaped('a srcset of commas', (bytes) => `<img src="http://a/b" srcset="x${','.repeat(bytes)}">`),
  shaped('a srcset of spaces', (bytes) => `<img src="http://a/b" srcset="x${' '.repeat(bytes)}y">`),
  shaped('a srcset of commas and spaces', (bytes) => `<img src="http://a/b" srcset="${fill(bytes, ' ,')}">`),
  shaped('a srcset of digits', (bytes) => `<img src="http://a/b" srcset="x ${'1'.repeat(bytes)}">`),
  shaped(
    'a srcset of candidates',
    (bytes) => `<img src="http://a/b" srcset="${fill(bytes, 'http://a/b 1x,')}">`,
  ),
  shaped(
    'a srcset of lost pictures',
    (bytes) => `<img src="http://a/b" srcset="${fillNumbered(bytes, (number) => `p${number}.png 1x,`)}">`,
  ),
  shaped('a class of spaces', (bytes) => `<code class="${' '.repeat(bytes)}x">a</code>`),
  shaped('a class of words', (bytes) => `<code class="${fill(bytes, 'a ')}">a</code>`),
  shaped('a language of subtags', (bytes) => `<p lang="en${fill(bytes, '-a')}!">a</p>`),
  shaped('an id of letters', (bytes) => `<p id="${'a'.repeat(bytes)}">a</p>`),
  shaped('many ids', (bytes) => fillNumbered(bytes, (number) => `<p id=i${number}>a`)),
  shaped('many attributes', (bytes) => `<p ${fillNumbered(bytes, (number) => `a${number} `)}>a`),
  shaped('one attribute again and again', (bytes) => `<p ${fill(bytes, 'a=b ')}>a`),
  shaped('a long value of references', (bytes) => `<p title="${fill(bytes, '&amp;')}">a`),
  shaped('an address of spaces', (bytes) => `<a href="${' '.repeat(bytes)}x">a</a>`),
  shaped('an address of marks', (bytes) => `<a href="x${fill(bytes, '%CC%81%CC%A3')}">a</a>`),
  shaped('an address of colons', (bytes) => `<a href="${fill(bytes, 'a+')}">a</a>`),
  shaped('an address of backslashes', (bytes) => `<a href="http:${fill(bytes, '\\')}">a</a>`),
  shaped('an address of steps up', (bytes) => `<a href="http://a/${fill(bytes, 'a/../')}">a</a>`),
  shaped('mail of spaces', (bytes) => `<a href="mailto:${fill(bytes, ' ')}x">a</a>`),
  shaped('code of blanks', (bytes) => `<p><code>a${' '.repeat(bytes)}b</code>`),
  shaped('code of blanks and lines', (bytes) => `<p><code>a${fill(bytes, ' \n ')}b</code>`),
  shaped('code of backticks', (bytes) => `<p><code>a${'`'.repeat(bytes)}</code>`),
  shaped('a line of blanks', (bytes) => `<p>a${' '.repeat(bytes)}b`),
  shaped('a line of hard spaces', (bytes) => `<p>a${fill(bytes, '\u00A0')}b`),
  shaped('hard line ends within', (bytes) => `<p>a${fill(bytes, '<br>')}b`),
  shaped('hard line ends and blanks', (bytes) => `<p>a${fill(bytes, '<br> ')}b`),
  shaped('blanks within marks', (bytes) => fill(bytes, '<b> </b>')),
  shaped('marks next to letters', (bytes) => fill(bytes, 'a<b>!</b>a')),
  shaped('underscores', (bytes) => `<p>${fill(bytes, '_a')}`),
  shaped('signs to escape', (bytes) => `<p>${fill(bytes, '\\*[|')}`),
  shaped('a heading of hashes', (bytes) => `<h2>${'#'.repeat(bytes)}a</h2>`),
  shaped('a heading of line ends', (bytes) => `<h2>a${fill(bytes, '<br>')}b</h2>`),
  shaped(
    'a table with one wide row',
    (bytes) => `<table><tr>${fill(bytes / 2, '<td>')}</tr>${fill(bytes / 2, '<tr></tr>')}</table>`,
  ),
  shaped('a table of rows without cells', (bytes) => `<table>${fill(bytes, '<tr></tr>')}</table>`),
  shaped(
    'tables within tables',
    (bytes) => fill(bytes / 2, '<table><tr><td>') + fill(bytes / 2, '</td></tr></table>'),
  ),
  shaped('lists within lists', (bytes) => fill(bytes / 2, '<ul><li>a') + fill(bytes / 2, '</li></ul>')),
  shaped('lists one after another', (bytes) => fill(bytes, '<ol><li>a</ol>')),
  shaped('a numbered list of items', (bytes) => `<ol>${fill(bytes, '<li>a')}</ol>`),
  shaped(
    'quotes within quotes',
    (bytes) => fill(bytes / 2, '<blockquote>a') + fill(bytes / 2, '</blockquote>'),
  ),
  shaped(
    'inline elements around blocks',
    (bytes) => fill(bytes / 2, '<b><p>a</p>') + fill(bytes / 2, '</b>'),
  ),
  shaped(
    'inline elements deep within',
    (bytes) => fill(bytes / 4, '<b><i>') + 'a'.repeat(bytes / 4) + fill(bytes / 4, '</i></b>'),
  ),
  shaped(
    'notes of many numbers',
    (bytes) => `<ol>${fillNumbered(bytes, (number) => `<li id=fn${number}>a`)}</ol>`,
  ),
  shaped('a note with a long number', (bytes) => `<sup><a id="fn${'1'.repeat(bytes)}">a</a></sup>`),
  shaped('arrows back', (bytes) => `<p><a href=x>${' '.repeat(bytes)}x</a>`),
  shaped('players', (bytes) => fill(bytes, '<audio src=http://a/b.mp3></audio>')),
  shaped('sources of a film', (bytes) => `<video>${fill(bytes, '<source src=http://a/b>')}</video>`),
  shaped(
    'pictures with descriptions of blanks',
    (bytes) => `<img src=http://a/b alt="a${' '.repeat(bytes)}b">`,
  ),
  shaped('many paragraphs of nothing', (bytes) => fill(bytes, '<p> </p>')),
  shaped('one sentence without an end', (bytes) => `<p>${fill(bytes, 'word ')}`),
  shaped('many sentences in one paragraph', (bytes) => `<p>${fill(bytes, 'A word. ')}`),
  shaped('many stops', (bytes) => `<p>${fill(bytes, 'a.')}`),
  shaped('stops and closing quotes', (bytes) => `<p>a.${fill(bytes, '"')}`),
  shaped('stops, spaces and closing quotes', (bytes) => `<p>a.${fill(bytes, '\u00A0»')}x`),
  shaped('stops that end no sentence', (bytes) => `<p>${fill(bytes, 'A. ')}`),
  shaped('stops before long words', (bytes) => `<p>${fill(bytes / 2, 'U.S. ')}${'a'.repeat(bytes / 2)}`),
  shaped('stops before spaces', (bytes) => `<p>${fill(bytes, 'a.  ')}`),
  shaped('marks of exclamation', (bytes) => `<p>${fill(bytes, '。')}`),
  shaped('quotes that open', (bytes) => `<p>${fill(bytes, '«a. ')}`),
  shaped('the same heading as the title', (bytes) => `<h1>${fill(bytes, 'a ')}</h1>a`),
  shaped('many top headings', (bytes) => fill(bytes, '<h1></h1>')),
]

function shaped(name: string, make: (bytes: number) => string): HostilePattern {
  return { name, make, run }
}

async function run(text: string): Promise<unknown> {
  return publishText('2026-01-01-a.html', text)
}

/** What may be made expensive in HTML, the whole way from the file to feeds and pages. */
export const HTML_PATTERNS: readonly HostilePattern[] = [
  ...REPEATED.map((piece) => shaped(JSON.stringify(piece), (bytes) => fill(bytes, piece))),
  ...SHAPED,
]
