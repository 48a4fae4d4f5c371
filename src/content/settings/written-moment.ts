/** A moment as somebody wrote it, whether or not there is such a day or time. */
export interface WrittenMoment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly time?: WrittenTime
  /** Minutes east of UTC. */
  readonly offsetMinutes?: number
}

/** A time of day. */
export interface WrittenTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** The zones that RFC 822 §5.1 names, in minutes east of UTC. */
const ZONES: ReadonlyMap<string, number> = new Map<string, number>([
  ...(['Z', 'UT', 'UTC', 'GMT'] as const).map((name) => [name, 0] as const),
  ...([
    ['EST', -300],
    ['EDT', -240],
    ['CST', -360],
    ['CDT', -300],
  ] as const),
  ...([
    ['MST', -420],
    ['MDT', -360],
    ['PST', -480],
    ['PDT', -420],
  ] as const),
])

/** Reads `+01:00`, `+0100`, `+01`, `Z`, `GMT`, `EST`: minutes east of UTC. */
export function parseOffset(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/.exec(zone) ?? []
  if (hours === undefined) return ZONES.get(zone.toUpperCase())
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
