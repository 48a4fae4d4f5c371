/** How long something plays, as players show it: `4:05`, `1:02:03`. */
export function playingTime(seconds: number): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = twoDigits(whole % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${twoDigits(minutes)}:${rest}`
}

/** How large a file is, in units of a thousand: `850 kB`, `5.2 MB`. `decimalSign` stands before the tenths. */
export function fileSize(bytes: number, decimalSign: string): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  const tenths = Math.round(bytes / 100_000)
  return `${Math.floor(tenths / 10)}${decimalSign}${tenths % 10} MB`
}

/** What people call a kind of file by: the extension of its address, or else what its media type tells. */
export function fileKind(url: string, type: string): string {
  const extension = /\.([A-Za-z\d]{1,5})$/.exec(new URL(url).pathname)?.[1]
  return (
    extension ??
    type
      .split('/')[1]
      ?.split(/[.+;-]/)
      .at(-1) ??
    type
  ).toUpperCase()
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
