/** Renders a duration in its largest unit: `3 days`. */
export function describeTime(seconds: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ]
  const [unit, length] = units.find(([, each]) => Math.abs(seconds) >= each) ?? (['second', 1] as const)
  const count = Math.round(Math.abs(seconds) / length)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
