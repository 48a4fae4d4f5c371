import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const LINES: readonly string[] = [
  ...[
    'enclosure: talk.pdf',
    'enclosures: [talk.pdf, "my talk.pdf"]',
    'enclosure: https://sounds.site/one.mp3\nenclosureLength: 12345',
  ],
  ...[
    'enclosure: { url: "https://sounds.site/two.mp3", type: audio/mpeg, length: 54321, title: Two, duration: 1:02:03 }',
  ],
  ...[
    'audio: https://sounds.site/three.mp3\nduration: 754',
    'podcast_file: https://sounds.site/four.mp3\npodcast_bytes: 99',
  ],
  ...['enclosure: https://sounds.site/with%20space.mp3', 'enclosure: "https://sounds.site/with space.mp3"'],
  ...[
    'attachments:\n  - url: https://sounds.site/five.mp3\n    mime_type: audio/mpeg\n    size_in_bytes: 5',
    'enclosure: false',
    'enclosure: my%20talk.pdf',
  ],
]

const BODIES: readonly string[] = [
  ...['<audio src="talk.mp3" controls></audio>', '[the talk](talk.pdf)', '[the talk](my%20talk.pdf)'],
  ...[
    '<audio src="https://sounds.site/six.mp3"></audio>',
    '<video controls><source src="https://films.site/a.mp4"></video>',
  ],
]

/** Articles that come with something to hear, watch or read. */
export function enclosures(pen: Pen): readonly WrittenFile[] {
  const named = LINES.map((line, index) =>
    articleFile(
      `enclosures/named-${index}.md`,
      [`title: ${pen.title()}`, `date: ${pen.day()}`, line],
      pen.text(),
    ),
  )
  const played = BODIES.map((body, index) =>
    articleFile(
      `enclosures/played-${index}.md`,
      [`title: ${pen.title()}`, `date: ${pen.day()}`],
      `${pen.paragraph()}\n\n${body}`,
    ),
  )
  return [...named, ...played, pdf('talk.pdf', 1), pdf('my talk.pdf', 2)]
}

function pdf(name: string, mark: number): WrittenFile {
  return { path: `enclosures/${name}`, content: `%PDF-1.7\n1 0 obj\n<<>>\nendobj\n% ${mark}\n` }
}
