import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

/** Keys that other tools or people write, of which none speaks of keeping anything back. */
const LINES: readonly string[] = [
  ...[
    'link: https://elsewhere.site/a',
    'external_url: https://elsewhere.site/b',
    'externalUrl: https://elsewhere.site/c',
  ],
  ...[
    'canonical: https://elsewhere.site/d',
    'canonical_url: https://elsewhere.site/e',
    'source: https://elsewhere.site/f',
  ],
  ...[
    'layout: post',
    'weight: 7',
    'toc: true\nmath: true',
    'menu: main',
    'series: [Walks]',
    'type: posts',
    'template: article.html',
  ],
  ...[
    'by: Ada Rossi',
    'subtitle: Below the title',
    'mood: calm',
    'rating: 5',
    'featured-image: https://pictures.site/z.jpg',
    'pin: true',
  ],
  ...[
    'comments: true',
    'isCJKLanguage: true',
    'cascade:\n  mood: calm',
    'sitemap:\n  priority: 0.7',
    'extra:\n  mood: calm',
    'spoiler: The end.',
  ],
  ...[
    'sidebar: left',
    'eleventyNavigation:\n  key: Walks',
    'tags: [post, posts]',
    'excerpt_separator: <!--more-->',
    'lang: en\nref: one',
  ],
]

/** Articles with the keys of other tools, and with sections by folder and by key. */
export function otherToolsKeys(pen: Pen): readonly WrittenFile[] {
  const keyed = LINES.map((line, index) =>
    articleFile(`tools/${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`, line], pen.text()),
  )
  const toml = [1, 2, 3].map((number) => ({
    path: `tools/toml-${number}.md`,
    content: `+++\ntitle = "${pen.title()}"\ndate = 2025-05-0${number}T10:00:00+02:00\n[taxonomies]\ntags = ["Stone"]\n[extra]\nsection = "Walks"\n+++\n${pen.text()}\n`,
  }))
  const sections = ['Politics', 'politics', 'Città', '政治', 'A/B'].map((section, index) =>
    articleFile(
      `deep/er/section-${index}.md`,
      [`title: ${pen.title()}`, `date: ${pen.day()}`, `section: ${section}`],
      pen.text(),
    ),
  )
  const folders = ['Deep Folder/one.md', '2024/05/two.md', 'été/three.md', 'index-of/index.md'].map((path) =>
    articleFile(path, [`title: ${pen.title()}`, `date: ${pen.day()}`], pen.text()),
  )
  const yaml = [
    articleFile('tools/dots.md', [`title: ${pen.title()}`, `date: ${pen.day()}`], pen.text()).content,
  ].map((content) => ({ path: 'tools/dots.md', content: String(content).replace('\n---\n', '\n...\n') }))
  return [...keyed, ...toml, ...sections, ...folders, ...yaml]
}
