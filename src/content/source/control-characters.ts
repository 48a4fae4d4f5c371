/**
 * U+007F to U+009F: no XML is ill-formed by them, but nobody can see one, and parsers of YAML and others refuse them. They
 * come from texts in windows-1252 that were taken for Latin-1.
 */
const CONTROL = /[\x7F-\x9F]/
const CONTROLS = /[\x7F-\x9F]/g

/** What the HTML standard takes each from U+0080 on for (§13.2.5.80); a space where it knows no character. */
const MEANT = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** What a control character is published as: the one of windows-1252 that has its number, or nothing. */
export function meantBy(control: string): string {
  return (MEANT[control.charCodeAt(0) - 0x80] ?? '').trim()
}

/** A text with the characters that its control characters stand for. */
export function mapControls(text: string): string {
  return CONTROL.test(text) ? text.replaceAll(CONTROLS, meantBy) : text
}

/** The first control character of a text, if there is one. */
export function findControl(text: string): { readonly control: string; readonly index: number } | undefined {
  const index = text.search(CONTROL)
  return index < 0 ? undefined : { control: text.charAt(index), index }
}

/** Settings as readers are shown them. They are data: nothing is lost on the way through JSON. */
export function mapControlsIn<Settings extends object>(settings: Settings): Settings {
  const text = JSON.stringify(settings)
  return CONTROL.test(text) ? JSON.parse(mapControls(text)) : settings
}
