/** Zones by the hours that they are east of UTC. A name that means several, as IST does, is in none. */
const HOURS: Readonly<Record<string, string>> = {
  '-10': 'HST',
  '-9': 'AKST',
  '-8': 'PST AKDT',
  '-7': 'MST PDT',
  '-6': 'CST MDT',
  '-5': 'EST CDT',
  '-4': 'EDT',
  '0': 'Z UT UTC GMT WET',
  '1': 'CET MEZ BST WEST',
  '2': 'CEST MESZ EET',
  '3': 'EEST MSK',
  '8': 'AWST HKT SGT',
  '9': 'JST KST',
  '10': 'AEST',
  '11': 'AEDT',
  '12': 'NZST',
  '13': 'NZDT',
}

const NAMED: ReadonlyMap<string, number> = new Map(
  Object.entries(HOURS).flatMap(([hours, names]) =>
    names.split(' ').map((name) => [name, Number(hours) * 60] as const),
  ),
)

/**
 * The minutes east of UTC of a zone in a feed: `+0100`, `+1`, `GMT+1`, `EST`. The letters of the military are UTC, since
 * RFC 822 had their signs wrong (RFC 2822 §4.3). Undefined where it may be any.
 */
export function readZone(written: string): number | undefined {
  const zone = written.toUpperCase()
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC?)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone) ?? []
  if (hours === undefined) return /^[A-Z]$/.test(zone) ? 0 : NAMED.get(zone)
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
