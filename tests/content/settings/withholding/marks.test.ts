import { describe, expect, it } from 'vitest'
import { isMarked } from '../../../../src/content/settings/withholding/marks.ts'
import { withholdingFolder } from './withholding-folder.ts'

const PATH = '2026-01-01-a.md'

interface Marked {
  readonly title?: string
  readonly path?: string
  readonly key?: string
  readonly text?: string
}

function published({ title = 'A', path = PATH, key = '', text = 'Text.' }: Marked, settled = '') {
  const settings = [`title: ${JSON.stringify(title)}`, 'date: 2026-01-01', key, settled].filter(Boolean)
  return withholdingFolder(`---\n${settings.join('\n')}\n---\n${text}\n`, path)
}

/** That a mark is a stop, and no more where its writer has looked at it or has kept the article back. */
async function expectMark(marked: Marked): Promise<void> {
  expect((await published(marked)).stops).toHaveLength(1)
  expect(await published(marked, 'draft: false')).toMatchObject({ isPublished: true, stops: [] })
  expect(await published(marked, 'published: false')).toMatchObject({ isPublished: false, stops: [] })
}

async function expectNone(marked: Marked): Promise<void> {
  expect(await published(marked)).toMatchObject({ isPublished: true, errors: [], stops: [] })
}

describe('isMarked()', () => {
  it.each([
    ...['[DRAFT] On bees', '(bozza) On bees', 'DRAFT: On bees', '# BOZZA – Le api', '#draft', '{{draft}}'],
    ...['<!-- draft -->', '#bees #status/draft', `[Entwurf] ${'Bienen '.repeat(40)}`],
    ...['On bees (draft)', 'On bees [Private]', 'Le api {bozza}', `${'Bees '.repeat(40)}(draft)`],
    ...['On bees - draft', 'On bees — DRAFT', 'DO NOT PUBLISH: Bees', 'Do not publish before 5 May 2026'],
    ...[
      'Private and confidential',
      'Nicht veröffentlichen!',
      'EMBARGOED UNTIL 5 MAY',
      'Draft, not for publication',
    ],
  ])('tells that %j marks what is not for everybody', async (title) => {
    expect(isMarked(title)).toBe(true)
    await expectMark({ title })
  })

  it.each([
    ...[
      'The draft',
      'Draft',
      '# Draft',
      'Draft: how horses pull',
      '[Draft horses] and men',
      'DRAFTS OF WINE',
    ],
    ...['#wine', '[WIP] On bees', 'The draft law is out', 'Private equity and me', 'The Wizard of Oz (film)'],
    ...[
      'L.A. Confidential',
      'Not for sale',
      'The law – a draft for all',
      'A hidden valley (and a private one)',
    ],
    ...['Why newspapers do not publish names', 'Do not publish or perish, they say to the young'],
    ...['Non pubblicare mai le foto dei bambini online', 'Under embargo: how Cuba lives'],
  ])('takes %j for a title', async (title) => {
    expect(isMarked(title)).toBe(false)
    await expectNone({ title })
  })
})

describe('a word before a title', () => {
  const LABELLED = [
    ...[
      'Draft: Bees',
      'Private: Bees',
      'Protected: Bees',
      'Entwurf: Bienen',
      'Privat: Bienen',
      'Bozza: le api',
    ],
    ...['Brouillon : les abeilles', 'Borrador: las abejas', 'CONFIDENTIAL: the plan'],
  ]

  it.each(LABELLED)('is a mark in %j', async (title) => {
    await expectMark({ title })
    await expectMark({ text: `# ${title}\n\nText.` })
  })

  it.each(LABELLED)('is none in %j where the text speaks of it', async (title) => {
    const [word = ''] = title.split(/ ?:/)
    await expectNone({ title, text: `All of it is about the word ${word.toLowerCase()}.` })
  })

  it.each([
    'Draft: how the NBA picks',
    'Secret: The last word',
    'Confidential: how spies talk',
    'Bees: Private',
  ])('is none in %j', async (title) => await expectNone({ title }))
})

describe('a mark among the tags and sections', () => {
  it.each([
    ...['tags: [private]', 'tags: [status/draft]', 'tags: ["#status/draft"]', 'tags: "bees, #private"'],
    ...['tags: [draft/bees]', 'tags: [stage/wip]', 'tags: ["status:in review"]', 'tags: [bozza]'],
    ...['categories: [Private]', 'category: Hidden', 'section: Confidential', 'keywords: unlisted'],
  ])('is %s', async (key) => await expectMark({ key }))

  it.each([
    ...['tags: [privacy, private-equity, drafting]', 'tags: [hidden gems, draft-horses]', 'tags: [wip]'],
    ...[
      'categories: [Archive, Secret gardens]',
      'category: Privat',
      'section: Draft beer',
      'tags: [state/ohio]',
    ],
  ])('is none of %s', async (key) => await expectNone({ key }))
})

describe('a mark in the path', () => {
  it.each([
    ...['bozze/a.md', 'posts/Entwürfe/a.md', 'brouillons/2026/a.md', 'a.draft.md', 'DRAFT-a.md'],
    ...[
      'private/a.md',
      'posts/Hidden/a.md',
      'wip/a.md',
      'trash/a.md',
      'unpublished/2026/a.md',
      'cestino/a.md',
    ],
    ...['01-drafts/a.md', '2. Drafts/a.md', 'drafts-2026/a.md', 'my drafts/a.md', 'do not publish/a.md'],
    ...['draft-a.md', 'a-draft.md', '2026-01-01-draft-a.md', 'a_bozza_2.md', 'a (draft).md', 'draft.md'],
    ...['a.private.md', 'a.wip.md'],
  ])('is a stop, unless it is settled: %s', async (path) => await expectMark({ path }))

  it.each([
    ...[
      'v1.2.md',
      'a.de.md',
      'archive/a.md',
      'archives/2020/a.md',
      'private-equity/a.md',
      'hidden-gems/a.md',
    ],
    ...['internal-affairs/a.md', 'work/a.md', 'draftsmen/a.md', 'hidden-figures.md', 'private-eye.md'],
    ...['no-draft.md', 'not-a-draft.md', '66-draft-false.md', 'the-draft-law.md'],
  ])('is none in %s', async (path) => await expectNone({ path }))

  it('is none where the title or the text has the word of the file’s name', async () => {
    await expectNone({ path: 'draft-horses.md', title: 'Draft horses' })
    await expectNone({ path: 'the-nba-draft.md', title: 'Who is drafted first' })
    expect(
      await withholdingFolder('# Horses\n\nA draft horse pulls.\n', '2026-01-01-draft-horses.md'),
    ).toMatchObject({ isPublished: true, stops: [] })
  })
})

describe('a mark above the text', () => {
  const MARKS = [
    ...[
      'DO NOT PUBLISH',
      'CONFIDENTIAL',
      'PRIVATE',
      '**DRAFT**',
      '> DRAFT',
      '> **Draft**',
      '> [!draft]',
      '_bozza_',
    ],
    ...[
      '<!-- private -->',
      '<!-- do not publish -->',
      '🚧 Draft',
      '⚠️ Do not publish',
      ':warning: DRAFT',
      '==Draft==',
    ],
    ...[
      'NON PUBBLICARE',
      'Non pubblicare prima del 5 maggio',
      'VERTRAULICH',
      'Streng vertraulich',
      'RISERVATO',
    ],
    ...['NE PAS PUBLIER', 'CONFIDENTIEL', 'NO PUBLICAR', 'Não publicar', 'SPERRFRIST: 5. Mai 2026, 10 Uhr'],
    ...['Draft, do not publish yet.', 'Not for publication.', '<b>DRAFT</b>', '#bees #draft'],
  ]

  it.each(MARKS)('is %s', async (mark) => await expectMark({ text: `${mark}\n\nText.` }))

  it.each(['**Draft**', 'DRAFT', '> [!private]'])('is %s below a heading', async (mark) => {
    await expectMark({ text: `# Bees\n\n${mark}\n\nText.` })
  })

  it('is a comment above the settings, too', async () => {
    const text = '---\ntitle: A\ndate: 2026-01-01\n---\nText.\n'
    expect((await withholdingFolder(`<!-- DRAFT -->\n${text}`, PATH)).stops).toEqual([
      expect.stringContaining('"<!-- DRAFT -->" stands in the text'),
    ])
    expect((await withholdingFolder(`<!-- a linter -->\n${text}`, PATH)).stops).toEqual([])
  })

  it.each([
    ...[
      'The draft.',
      '**Bees** are here',
      '*Private Peaceful* is a book.',
      '- Private',
      '- draft',
      '# Draft',
      'Draft',
    ],
    ...[
      '<!-- to do -->',
      '<!-- more -->',
      'Private',
      '#bees #wine',
      'CONFIDENCE',
      '> Private is what nobody sees.',
    ],
    ...['Do not publish what you would not say in the market square.', 'Text.\n\nText.\n\n**DRAFT**'],
  ])('is none in %j', async (text) => await expectNone({ text: `${text}\n\nText.` }))
})
