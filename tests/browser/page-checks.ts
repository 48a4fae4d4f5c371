/** What is evaluated in a page: how far it can be moved sideways. */
export const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** To its end and back, with all that would be loaded late on the way. */
export const SCROLL_THROUGH = `(async () => {
  scrollTo(0, document.body.scrollHeight)
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([...document.images].map((image) => image.decode()))
  scrollTo(0, 0)
  // What was shifted is told after the frame in which it was.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
})()`

/** Before a page is loaded: gathers what is shifted in `shifts`. */
export const WATCH_SHIFTS = `globalThis.shifts = []
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    // What the browser moves within a player of its own is no part of the page.
    const moved = sources.flatMap(({ node }) => (node ? [node.outerHTML?.slice(0, 80)] : []))
    if (moved.length > 0) globalThis.shifts.push([value, ...moved])
  }
}).observe({ type: 'layout-shift', buffered: true })`

/** Once axe is there: each violation, and the elements that are in it. */
export const RUN_AXE = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))`
