import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dice } from './dice.ts'

/** An article as a test writes it. */
export interface Story {
  readonly slug: string
  readonly title: string
  /** ISO 8601 days. */
  readonly date: string
  readonly updated?: string
  readonly paragraphs: readonly string[]
}

/** All that is published at one time. */
export type Issue = readonly Story[]

const ITALIAN = `il la un una di del della che non per con più anche quando dove ancora sempre città ponte fiume mare
porto treno stazione scuola maestra sindaco consiglio piazza mercato pane forno vigna olio orto neve vento luce notte
mattina domenica strada casa bottega libro carta giornale lettera fotografia voce musica teatro bambini nonna vicino
cammina racconta ricorda aspetta costruisce apre chiude torna cambia cresce antico nuovo piccolo grande lento vuoto`
const ENGLISH = `the a an of to and in that it was with for on as by from about after between again never every city
bridge river sea harbour train station school teacher mayor council square market bread oven vineyard oil garden snow
wind light night morning Sunday street house workshop book paper newspaper letter photograph voice music theatre
children grandmother neighbour walks tells remembers waits builds opens closes returns changes grows old new small`
const LOCALES = [ITALIAN.split(/\s+/), ENGLISH.split(/\s+/)]

/** A story of some 500 words in Italian or English, the same for the same number. */
export function tellStory(number: number, date: string): Story {
  const dice = new Dice(number)
  const words = LOCALES[number % LOCALES.length] ?? []
  const sentence = () => capitalised(`${pickWords(dice, words, 6 + Math.floor(dice.roll() * 14))}.`)
  const paragraph = () => Array.from({ length: 4 + Math.floor(dice.roll() * 4) }, sentence).join(' ')
  return {
    slug: `story-${number}`,
    title: capitalised(`${pickWords(dice, words, 5)} ${number}`),
    date,
    paragraphs: Array.from({ length: 7 }, paragraph),
  }
}

/** What the second of the three issues corrects. */
export const CORRECTED = 'story-5'

/** What stands in a corrected story only. */
export const CORRECTION = 'In an earlier version this named the wrong bridge.'

/**
 * Three publications of one folder: twelve articles; two more, and one of the first corrected; then one more with a date
 * before all others, while another is withdrawn.
 */
export function threeIssues(): readonly [Issue, Issue, Issue] {
  const day = (week: number) => new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString().slice(0, 10)
  const first: Issue = Array.from({ length: 12 }, (_, week) => tellStory(week + 1, day(week)))
  const corrected = first.map((story) => (story.slug === CORRECTED ? correct(story, day(13)) : story))
  const second = [...corrected, tellStory(13, day(12)), tellStory(14, day(13))]
  const third = [...second.filter(({ slug }) => slug !== 'story-3'), tellStory(15, '2025-11-02')]
  return [first, second, third]
}

/** Makes a folder that holds one issue hold another one. What did not change is not touched. */
export function writeIssue(folder: string, issue: Issue, before: Issue): void {
  const names = new Set(issue.map(nameOf))
  for (const name of before.map(nameOf).filter((each) => !names.has(each))) rmSync(join(folder, name))
  for (const story of issue.filter((each) => !before.includes(each))) {
    writeFileSync(join(folder, nameOf(story)), renderStory(story))
  }
}

function nameOf({ slug }: Story): string {
  return `${slug}.md`
}

function renderStory({ title, slug, date, updated, paragraphs }: Story): string {
  const head = [
    `title: ${title}`,
    `slug: ${slug}`,
    `date: ${date}`,
    ...(updated ? [`updated: ${updated}`] : []),
  ]
  return `---\n${head.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`
}

function correct(story: Story, updated: string): Story {
  return { ...story, updated, paragraphs: [...story.paragraphs, CORRECTION] }
}

function pickWords(dice: Dice, words: readonly string[], count: number): string {
  return Array.from({ length: count }, () => dice.pick(words)).join(' ')
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
