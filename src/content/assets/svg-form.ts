import type { Asset } from '../../model/asset.ts'
import { BoundedParser } from '../html/bounded-parser.ts'

/** In bytes. Longer than the beginning of any SVG, up to the end of its root's start tag. */
const HEAD = 65_536

/** Pixels per unit (CSS Values 4 §6.2). */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
])

/** Recognises an SVG by its root. Returns its form, and its visible size if the root gives it. Undefined for other files. */
export function readSvgForm(
  bytes: Uint8Array,
): Pick<Asset, 'form' | 'type' | 'width' | 'height'> | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD))
  if (!/^\s*</.test(head)) return undefined
  const root = rootOf(head)
  if (root === undefined || !/^(?:svg:)?svg$/.test(root.name)) return undefined
  return { form: 'svg', type: 'image/svg+xml', ...sizeOf(root.attributes) }
}

interface Root {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

function rootOf(head: string): Root | undefined {
  let root: Root | undefined
  const onopentag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    root ??= { name, attributes }
  }
  new BoundedParser({ onopentag }, { xmlMode: true }).end(head)
  return root
}

/** Returns the size that the root gives. If it gives one measure or none, `viewBox` supplies the rest. */
function sizeOf({ width, height, viewBox = '' }: Root['attributes']): Pick<Asset, 'width' | 'height'> {
  const [, , boxWidth = 0, boxHeight = 0] = viewBox
    .trim()
    .split(/[\s,]+/, 4)
    .map(Number)
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined
  const [wide, high] = [pixels(width), pixels(height)]
  if (wide && high) return whole(wide, high)
  if (ratio === undefined) return {}
  if (wide) return whole(wide, wide / ratio)
  return high ? whole(high * ratio, high) : whole(boxWidth, boxHeight)
}

function pixels(written = ''): number | undefined {
  const [, number, unit = ''] = /^\s*\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})([a-z]*)\s*$/.exec(written) ?? []
  const factor = UNITS.get(unit)
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}

function whole(width: number, height: number): Pick<Asset, 'width' | 'height'> {
  const [wide, high] = [Math.round(width), Math.round(height)]
  return Number.isSafeInteger(wide) && Number.isSafeInteger(high) && wide > 0 && high > 0
    ? { width: wide, height: high }
    : {}
}
