import { parseOffset } from '../content/settings/parse-moment.ts'

/** Zones that RFC 822 does not have, by their hours east of UTC. Names with several meanings, such as IST, are left out. */
const HOURS: Readonly<Record<string, string>> = {
  '-10': 'HST',
  '-9': 'AKST',
  '-8': 'AKDT',
  '0': 'WET',
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
 * Parses a zone of a feed into minutes east of UTC: `+0100`, `+1`, `GMT+1`, `EST`. Military letters count as UTC, because
 * RFC 822 had their signs wrong (RFC 2822 §4.3). Returns undefined if the zone is unknown or ambiguous.
 */
export function readZone(written: string): number | undefined {
  const zone = written.toUpperCase()
  const [, sign, hours, minutes = '0'] = /^(?:GMT|UTC?)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone) ?? []
  if (hours === undefined) return /^[A-Z]$/.test(zone) ? 0 : (NAMED.get(zone) ?? parseOffset(zone))
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
