import type { Poll, Subscription } from './series.ts'

/** What a reader's polls cost, in bytes of bodies, and what each means spared of a plain 200 at every poll. */
interface Savings {
  readonly sent: number
  readonly plain: number
  readonly notModified: number
  readonly gzip: number
  readonly delta: number
}

const COLUMNS = 'Reader|Form|Requests|200|226|304|304s|Sent|Plain|By gzip|By 304|By delta|All saved'.split(
  '|',
)

/**
 * What each reader's polls came to, as a Markdown table. A 304 spares all of the plain feed; so does a HEAD that no GET
 * follows, and is counted with it. Of a body, gzip spares what it takes off the whole feed, and the delta the rest.
 */
export function renderSavings(subscriptions: readonly Subscription[]): string {
  const rows = subscriptions.map((subscription) => renderRow(subscription))
  return [COLUMNS, COLUMNS.map((_, place) => (place < 2 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function renderRow({ reader, form, polls }: Subscription): readonly string[] {
  const exchanges = polls.flatMap((poll) => poll.exchanges)
  const heads = exchanges.filter(({ method }) => method === 'HEAD').length
  const count = (status: number) => exchanges.filter((exchange) => exchange.status === status).length
  const { sent, plain, notModified, gzip, delta } = polls.map(savingsOf).reduce(add)
  return [
    reader,
    form,
    `${exchanges.length}${heads > 0 ? ` (${heads} HEAD)` : ''}`,
    ...[200, 226, 304].map((status) => String(count(status))),
    percent(count(304), exchanges.length),
    ...[sent, plain, gzip, notModified, delta].map((bytes) => bytes.toLocaleString('en')),
    percent(plain - sent, plain),
  ]
}

function savingsOf({ exchanges, whole }: Poll): Savings {
  const sent = exchanges.reduce((sum, { bytes }) => sum + bytes, 0)
  const answer = exchanges.find(({ method, status }) => method === 'GET' && status !== 304)
  if (answer === undefined) return { sent, plain: whole.plain, notModified: whole.plain, gzip: 0, delta: 0 }
  const coded = answer.answer['content-encoding'] === 'gzip' ? whole.gzip : whole.plain
  return { sent, plain: whole.plain, notModified: 0, gzip: whole.plain - coded, delta: coded - sent }
}

function add(one: Savings, other: Savings): Savings {
  return {
    sent: one.sent + other.sent,
    plain: one.plain + other.plain,
    notModified: one.notModified + other.notModified,
    gzip: one.gzip + other.gzip,
    delta: one.delta + other.delta,
  }
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`
}
