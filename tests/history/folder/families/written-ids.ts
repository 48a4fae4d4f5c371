import type { Pen } from '../pen.ts'
import { articleFile, type WrittenFile } from '../written-file.ts'

const IDS: readonly string[] = [
  ...[
    '64f0c1',
    '64f0c1d2e3a4b5c6d7e8f901',
    '"12345"',
    '2024-11-05',
    'my-own-id',
    'my/own/id',
    'My Own Id',
    'été',
    '日本',
  ],
  ...[
    'https://old.site/?p=12',
    'https://old.site/p/é',
    'http://OLD.site/Path/',
    'https://old.site/a b',
    'https://old.site/100%',
  ],
  ...[
    'https://old.site/p?a=1&b=2',
    'https://old.site/%C3%A9',
    'tag:old.site,2019:a-post',
    'TAG:old.site,2019:B',
    'tag:old.site,2019:ü',
  ],
  ...['urn:uuid:0f6b8f6e-2f1d-4c3e-9a57-0b1c2d3e4f50', '0f6b8f6e-2f1d-4c3e-9a57-0b1c2d3e4f51'],
  ...[
    'old.site/no-scheme',
    '/rooted/path',
    'mailto:someone@old.site',
    '"a#fragment"',
    'id with <brackets>',
    'x~2',
  ],
]

/** Articles that tell their own id: URIs, names, Ghost's numbers, and addresses with letters that no URI has. */
export function writtenIds(pen: Pen): readonly WrittenFile[] {
  const ids = IDS.map((id, index) =>
    articleFile(`ids/${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`, `id: ${id}`], pen.text()),
  )
  const otherKeys = ['guid: https://old.site/?p=900', 'uuid: 9e3b', 'guid: "tag:old.site,2018:é"'].map(
    (line, index) =>
      articleFile(`ids/key-${index}.md`, [`title: ${pen.title()}`, `date: ${pen.day()}`, line], pen.text()),
  )
  return [...ids, ...otherKeys]
}
