import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferTitle } from '../../../src/content/prose/infer-title.ts'
import { type Block, parseRawText } from '../../../src/content/prose/raw-text.ts'
import { summarise } from '../../../src/content/prose/summarise.ts'
import { detectLanguage } from '../../../src/node/files/detect-language.ts'
import { anyText } from './any-text.ts'
import { RAW_TEXTS } from './raw-texts.ts'

describe('an article from raw text', () => {
  it.each(RAW_TEXTS)('has what an editor would give it: $name', ({ text, ...wanted }) => {
    const raw = parseRawText(text)
    const language = detectLanguage(text)
    const hints = { ...(language && { language }), ...(raw.date?.date && { date: raw.date.date }) }
    const title = raw.title ?? inferTitle(raw.lead, hints)
    const paragraphs = raw.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect({
      name: wanted.name,
      date: raw.date?.date && [raw.date.date.year, raw.date.date.month, raw.date.date.day],
      language,
      title,
      outline: raw.blocks.map(outline),
      summary: summarise(paragraphs, { ...hints, title, titleIsInferred: raw.title === undefined }),
    }).toEqual(wanted)
  })
})

describe('parseRawText()', () => {
  const kinds = (text: string): readonly string[] => parseRawText(text).blocks.map(({ kind }) => kind)

  it('says where the date stands in the text', () => {
    expect(parseRawText(' date 2025-12-28 Il Po è in piena.').date).toMatchObject({
      text: '2025-12-28',
      at: 6,
    })
  })

  it('gives an impossible date without its day', () => {
    const { date, blocks } = parseRawText('date 2025-02-30 Il Po è in piena.')
    expect(date).toMatchObject({ text: '2025-02-30', at: 5 })
    expect(date?.date).toBeUndefined()
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'Il Po è in piena.' }])
  })

  it('keeps the word "date" where no date follows it', () => {
    expect(parseRawText('Date retta a chi lo sa. È tardi.').lead).toBe('Date retta a chi lo sa. È tardi.')
  })

  it('takes a short first line for a title, with or without a blank line under it', () => {
    expect(parseRawText('Neve a Bari\n\nÈ la prima volta.').title).toBe('Neve a Bari')
    expect(parseRawText('Neve a Bari\nÈ la prima volta.').title).toBe('Neve a Bari')
    expect(parseRawText('È nevicato a Bari.\n\nÈ la prima volta.').title).toBeUndefined()
  })

  it('takes a short last line for a signature, not a heading', () => {
    expect(kinds('Il mercato riapre domani alle otto.\n\nLa redazione')).toEqual(['paragraph', 'paragraph'])
  })

  it('does not take an introduction or a clause for a heading', () => {
    expect(kinds('Il Po è in piena.\nEcco i dati:\nIl livello è di tre metri.')).toEqual(
      Array(3).fill('paragraph'),
    )
    expect(kinds('Il Po è in piena.\nE tuttavia,\nIl livello cala.')).toEqual(Array(3).fill('paragraph'))
  })

  it('takes a heading above another one that stands apart', () => {
    expect(kinds('Il Po è in piena.\n\nI dati\n\nA Piacenza\n\nIl livello cala.')).toEqual([
      'paragraph',
      'heading',
      'heading',
      'paragraph',
    ])
  })

  it('does not join short paragraphs of one line each', () => {
    expect(
      kinds('La giunta si è riunita questa mattina.\nIl bilancio è stato approvato.\nSi replica lunedì.'),
    ).toEqual(Array(3).fill('paragraph'))
  })

  it('joins wrapped lines at a hyphen without a space, and Chinese ones too', () => {
    expect(parseRawText('Un accordo italo-\nfrancese sui treni.').lead).toBe(
      'Un accordo italo-francese sui treni.',
    )
    expect(parseRawText(`${'图书馆开放'.repeat(6)}\n${'新的儿童阅览室'.repeat(3)}。`).blocks).toHaveLength(1)
  })

  it('reads a single line with a hyphen as a paragraph', () => {
    expect(parseRawText('Disse due parole.\n- Sono stanco.\nPoi tacque.').blocks[1]).toEqual({
      kind: 'paragraph',
      text: '- Sono stanco.',
    })
  })

  it('gives an empty lead for a blank text', () => {
    expect(parseRawText(' \n\n\t')).toEqual({ blocks: [], lead: '' })
  })

  it('loses nothing but white space, the date token and the marks of lists', () => {
    const line = fc.stringMatching(/^[a-zA-Zàèì ,.!?«»“”()]{0,120}$/)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        const { title = '', blocks } = parseRawText(` date 2025-12-28\n${text}`)
        expect(squeeze(title + blocks.map(textOf).join(''))).toBe(squeeze(text))
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        parseRawText(text)
      }),
    )
  })
})

function textOf(block: Block): string {
  return block.kind === 'list' ? block.items.join('') : block.text
}

function outline(block: Block): string {
  if (block.kind === 'list') return `${block.ordered ? '1.' : '-'} ${block.items.join(' | ')}`
  return block.kind === 'heading' ? `# ${block.text}` : block.text.split(' ').slice(0, 4).join(' ')
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}
