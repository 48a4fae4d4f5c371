import { articleFile, type WrittenFile } from './written-file.ts'

/** Articles to each of which something happens that happens to no other, as they are in an edition. */
export function eventfulArticles(edition: number): readonly WrittenFile[] {
  const isBefore = (other: number) => edition < other
  return [
    // A slug that one gives up and another takes, which is still to come.
    anArticle('first-owner', '2025-07-01', [`slug: ${isBefore(4) ? 'passed-on' : 'moved-on'}`]),
    anArticle('second-owner', '2026-08-28', [`slug: ${isBefore(5) ? 'waiting' : 'passed-on'}`]),
    // Taken away until a day to come.
    anArticle('postponed', isBefore(5) ? '2025-07-02' : '2026-06-20'),
    // Two files that exchange their names.
    anArticle('left', '2025-07-03', [], isBefore(3) ? 'left' : 'right'),
    anArticle('right', '2025-07-04', [], isBefore(3) ? 'right' : 'left'),
    anArticle('cased', '2025-07-05', [], isBefore(3) ? 'Cased' : 'cased'),
    // Its writer tells the id that it has.
    anArticle('told-id', '2025-07-06', isBefore(4) ? [] : ['id: tag:news.site,2026:lives/told-id']),
    // Its writer tells another id: it is another article from then on.
    anArticle('other-id', '2025-07-07', isBefore(4) ? [] : ['id: another-id']),
    // Expired, and back.
    anArticle('expired', '2025-07-08', isBefore(4) ? ['expires: 2026-02-01'] : []),
    // Two corrections, the second of which undoes the first.
    anArticle('undone', '2025-07-09', edition === 3 ? ['summary: A word too much.'] : []),
    // A folder with an index becomes a file.
    anArticle('folded', '2025-07-10', [], isBefore(2) ? 'folded/index' : 'folded'),
    // The same words in another kind of file.
    { ...anArticle('retyped', '2025-07-11'), path: `lives/retyped.${isBefore(3) ? 'md' : 'markdown'}` },
    // Scheduled anew before it is shown.
    anArticle(
      'delayed',
      isBefore(3) ? '2026-03-20' : '2026-07-20',
      isBefore(4) ? [] : ['slug: delayed-again'],
    ),
    // Out of the feeds, and in them later.
    anArticle('joins-late', '2025-07-12', isBefore(4) ? ['feed: false'] : []),
  ]
}

function anArticle(
  name: string,
  day: string,
  more: readonly string[] = [],
  file: string = name,
): WrittenFile {
  const text = `What the article called ${name} says has not been changed since it was written, and is long enough to be told from others.`
  return articleFile(`lives/${file}.md`, [`title: The life of ${name}`, `date: ${day}`, ...more], text)
}
