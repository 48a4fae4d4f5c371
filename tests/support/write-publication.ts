import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { Dice } from './dice.ts'

/** What is written in each language. */
const LOCALES = {
  it: {
    words: 'il porto si apre quando la nebbia lascia il molo e il sindaco torna dal ponte con la banda'.split(
      ' ',
    ),
    headings: ['Che cosa cambia', 'I conti'],
    tags: ['Città', 'Porto', 'Musica'],
  },
  en: {
    words:
      'the harbour opens when the fog leaves the pier and the mayor comes back with the band from town'.split(
        ' ',
      ),
    headings: ['What changes', 'The money'],
    tags: ['harbour', 'Harbour', 'C++', 'Music'],
  },
  ar: {
    words: 'يفتح الميناء عندما يغادر الضباب الرصيف ويعود رئيس البلدية من الجسر مع الفرقة إلى المدينة'.split(
      ' ',
    ),
    headings: ['ما الذي يتغير', 'الحسابات'],
    tags: ['ميناء', 'موسيقى'],
  },
} as const

const CODES = ['it', 'en', 'ar'] as const
const AUTHORS = ['Ada Rossi', 'Bo Li', 'ليلى حداد', 'Müller & Söhne']
const SECTIONS = ['', 'cronaca/', 'culture/', 'long reads/']
const FIRST_DAY = Date.UTC(2025, 0, 1)
const DAY = 86_400_000

/** Writes a folder of so many articles in three languages, with pictures, sound, tags, authors, sections and translations. */
export function writePublication(folder: string, count: number, url: string): void {
  const dice = new Dice(20_260_228)
  const write = (path: string, contents: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  write('site.yaml', renderSite(url))
  write('icon.png', aPainting(96, 96, 3))
  for (let picture = 0; picture < 12; picture++)
    write(`pictures/p${picture}.png`, aPainting(640, 360, picture))
  for (let sound = 0; sound < 4; sound++) write(`sounds/s${sound}.wav`, aTone(sound))
  for (let number = 0; number < count; number++) {
    const section = dice.pick(SECTIONS)
    const up = section === '' ? '' : '../'
    write(`${section}n${number}.md`, renderArticle(number, up, dice))
  }
}

function renderSite(url: string): string {
  return [
    'title: La banda del porto',
    'description: Notizie, a word from the harbour, and more.',
    `url: ${url}`,
    'language: it',
    'timezone: Europe/Rome',
    'author: Redazione',
    'copyright: © 2026 La banda',
    'icon: icon.png',
    'hub: https://hub.example/',
    '',
  ].join('\n')
}

function renderArticle(number: number, up: string, dice: Dice): string {
  const code = CODES[number % CODES.length] ?? 'it'
  const { headings, tags } = LOCALES[code]
  const sentence = () =>
    capitalised(Array.from({ length: 9 }, () => dice.pick(LOCALES[code].words)).join(' '))
  const paragraph = () => Array.from({ length: 5 }, () => `${sentence()}.`).join(' ')
  const date = new Date(FIRST_DAY + number * DAY + 36_000_000).toISOString()
  const picture = `![${sentence()}](${up}pictures/p${(number / 3) % 12}.png)`
  return [
    '---',
    `title: ${JSON.stringify(`${sentence()} ${number}`)}`,
    `date: ${date}`,
    `language: ${code}`,
    `tags: ${JSON.stringify(tags.filter(() => dice.happens(2)))}`,
    `author: ${JSON.stringify(dice.pick(AUTHORS))}`,
    // Three days in a row tell of one thing, each in a language of its own.
    `translationKey: story-${Math.floor(number / CODES.length)}`,
    ...(number % 7 === 0
      ? [`enclosures: [{ url: ${up}sounds/s${number % 4}.wav, title: ${JSON.stringify(sentence())} }]`]
      : []),
    ...(number % 11 === 0 ? ['feed: false'] : []),
    '---',
    '',
    ...(number % 3 === 0 ? [picture, ''] : []),
    paragraph(),
    '',
    `## ${headings[0]}`,
    '',
    paragraph(),
    '',
    number > 0 ? `> ${sentence()}. [${number - 1}](https://en.wikipedia.org/wiki/Harbour)` : '',
    '',
    `## ${headings[1]}`,
    '',
    `| ${sentence()} | ${number} |\n|---|--:|\n| ${sentence()} | ${number * 3} |`,
    '',
    `- ${sentence()}\n- **${sentence()}**\n- \`${number}\``,
    '',
  ].join('\n')
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A PNG of so many pixels that any program can show: bands of colour. */
function aPainting(width: number, height: number, hue: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3
      rows[at] = (hue * 40 + y) & 0xff
      rows[at + 1] = (120 + (x >> 2)) & 0xff
      rows[at + 2] = (200 - hue * 9 + (y >> 1)) & 0xff
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** Half a second of a tone, as WAV. */
function aTone(step: number): Uint8Array {
  const rate = 8000
  const samples = Buffer.alloc(rate / 2)
  for (let at = 0; at < samples.length; at++) {
    samples[at] = 128 + Math.round(60 * Math.sin((at / rate) * 2 * Math.PI * (220 + step * 55)))
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + samples.length, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}
