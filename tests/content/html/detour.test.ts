import { describe, expect, it } from 'vitest'
import { withoutDetour } from '../../../src/content/html/detour.ts'

const TARGET = 'https://a.example/b?c=d%20e&utm_source=f#g'
const WRITTEN = encodeURIComponent(TARGET)

describe('withoutDetour()', () => {
  it.each([
    `https://www.google.com/url?q=${WRITTEN}&sa=D&source=editors&ust=1&usg=A`,
    `https://www.google.co.uk/url?sa=t&url=${WRITTEN}`,
    `https://l.facebook.com/l.php?u=${WRITTEN}&h=AT0`,
    `https://l.instagram.com/?u=${WRITTEN}&e=AT0`,
    `https://nam02.safelinks.protection.outlook.com/?url=${WRITTEN}&data=05&reserved=0`,
    `https://out.reddit.com/t3_1?url=${WRITTEN}&token=A`,
    `https://www.youtube.com/redirect?event=video_description&q=${WRITTEN}`,
    `https://www.google.com/url?q=${encodeURIComponent(`https://l.facebook.com/l.php?u=${WRITTEN}`)}`,
  ])('leads where %s leads', (url) => {
    expect(withoutDetour(url)).toBe(TARGET)
  })

  it('takes away what the detour itself adds, and nothing else', () => {
    const followed = encodeURIComponent('https://a.example/?fbclid=1&gclid=2')
    expect(withoutDetour(`https://l.facebook.com/l.php?u=${followed}`)).toBe('https://a.example/?gclid=2')
    expect(withoutDetour('https://a.example/?fbclid=1')).toBe('https://a.example/?fbclid=1')
  })

  it.each([
    'https://www.google.com/search?q=https://a.example/',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=/search',
    'https://www.google.com/url',
    'https://google.evil.example/url?q=https://a.example/',
    'https://www.youtube.com/watch?v=1&q=https://a.example/',
    'https://a.example/url?q=https://b.example/',
    'mailto:a@b.example',
    '',
  ])('leaves %s', (url) => {
    expect(withoutDetour(url)).toBe(url)
  })
})
