import { articleFile, type WrittenFile } from '../folder/written-file.ts'
import type { WithheldRow } from './withheld-row.ts'

/** Articles that their folder keeps back, or a file beside them. */
export const FOLDERS_THAT_WITHHOLD: readonly WithheldRow[] = [
  { file: anArticle('drafts/one.md'), outcome: 'stop' },
  { file: anArticle('Drafts/two.md'), outcome: 'stop' },
  { file: anArticle('essays/drafts/three.md'), outcome: 'stop' },
  {
    file: anArticle('hugo/four.md'),
    beside: [{ path: 'hugo/_index.md', content: '---\ntitle: Hugo\ncascade:\n  draft: true\n---\n' }],
    outcome: 'stop',
  },
  {
    file: anArticle('zola/five.md'),
    beside: [{ path: 'zola/_index.md', content: '+++\ntitle = "Zola"\nrender = false\n+++\n' }],
    outcome: 'published',
  },
  {
    file: anArticle('eleventy/six.md'),
    beside: [{ path: 'eleventy/eleventy.json', content: '{ "draft": true }\n' }],
    outcome: 'stop',
  },
  {
    file: anArticle('data/seven.md'),
    beside: [{ path: 'data/seven.11tydata.json', content: '{ "permalink": false }\n' }],
    outcome: 'stop',
  },
  {
    file: anArticle('jekyll/eight.md'),
    beside: [
      {
        path: '_config.yml',
        content: 'defaults:\n  - scope: { path: jekyll }\n    values: { published: false }\n',
      },
    ],
    outcome: 'stop',
  },
]

/** Articles that lack what they were meant to have. */
export const UNFINISHED: readonly WithheldRow[] = [
  {
    file: articleFile('unfinished/empty.md', ['title: Without a word', 'date: 2026-01-02'], ''),
    outcome: 'published',
  },
  {
    file: articleFile(
      'unfinished/comment.md',
      ['title: Only a comment', 'date: 2026-01-02'],
      '<!-- to do -->',
    ),
    outcome: 'published',
  },
  {
    file: articleFile(
      'unfinished/title.md',
      ['title: Episode #12 is out', 'date: 2026-01-02'],
      'What was said.',
    ),
    outcome: 'stop',
  },
]

function anArticle(path: string): WrittenFile {
  const title = `Kept back in ${path.replace('.md', '')}`
  return articleFile(path, [`title: ${title}`, 'date: 2026-01-02'], `What ${path} was written over.`)
}
