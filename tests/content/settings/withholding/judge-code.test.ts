import { describe, expect, it } from 'vitest'
import { judgeCode } from '../../../../src/content/settings/withholding/judge-code.ts'

const judge = (code: string) => judgeCode('posts/posts.11tydata.js', code, 'posts/posts.11tydata.json')

/** Code that keeps something back, or of which nobody can tell without running it. */
const SUSPECT: readonly string[] = [
  'export default { published: false }',
  'module.exports = { tags: ["a"], "unlisted": true }',
  'module.exports = { eleventyComputed: { permalink: (data) => data.address } }',
  'module.exports = { hideFromEverybody: true }',
  'const d = { layout: "a" }\nd.permalink = false\nmodule.exports = d',
  'const d = {}\nd["permalink"] = false\nmodule.exports = d',
  'const d = {}\nd.permalink=false',
  'const permalink = false\nexport default { permalink }',
  'export const permalink = false',
  'export const permalink = process.env.PUBLIC ? undefined : false',
  'export let draft = true',
  'exports.permalink = false',
  'exports.permalink = () => false',
  'export function permalink() { return false }',
  'module.exports = { permalink() { return false } }',
  'module.exports = { get permalink() { return false } }',
  'module.exports = { permalink /* none */ : false }',
  'module.exports = { ["permalink"]: false }',
  'module.exports = { ["per" + "malink"]: false }',
  'module.exports = { ["per"+"malink"]: false }',
  'module.exports = { [`perma` + `link`]: false }',
  'module.exports = {\n*permalink() { yield false }\n}',
  'module.exports = { [key]: false }',
  'data[key] = false',
  'module.exports = { "perma\\u006cink": false }',
  'module.exports = { p\\u0065rmalink: false }',
  "module.exports = JSON.parse('{\"perma' + 'link\": false}')",
  'module.exports = Object.fromEntries([["perma" + "link", false]])',
  'Object.defineProperty(d, "permalink", { value: false })',
  'module.exports = require("../common.js")',
  'const { permalink } = require("./common.js")\nmodule.exports = { permalink }',
  'import computed from "./computed.js"\nexport default { eleventyComputed: computed }',
  'const computed = make()\nmodule.exports = { eleventyComputed: computed }',
  'export { permalink } from "./common.js"',
  'export * from "./common.js"',
  'export default { ...common, layout: "post" }',
  '/* a note\n */ module.exports = { permalink: false }',
  '/* a note */ module.exports = { permalink: false }',
  'export default { permalink: (data) => (data.draft ? false : undefined) }',
]

/** Code that hands down what a theme needs. */
const PLAIN: readonly string[] = [
  'export default {\n\ttags: [\n\t\t"posts"\n\t],\n\t"layout": "layouts/post.njk",\n};',
  'export default { draft: false, permalink: "/posts/{{ page.fileSlug }}/" }',
  'module.exports = { hideToc: true, comments: false }',
  'require("dotenv").config()\nmodule.exports = { layout: "post" }',
  "require('dotenv');\nmodule.exports = { layout: 'post' };",
  'import "dotenv/config"\nexport default { layout: "post" }',
  'export const layout = "post"\nexport const tags = ["posts", "feed"]',
  'const data = {\n  layout: "post",\n  tags: "posts",\n}\nmodule.exports = data',
  '// Posts are public, and have a permalink of their own.\nmodule.exports = { layout: "post" }',
  '/**\n * The permalink is that of the file.\n */\nexport default { layout: "post" }',
  'module.exports = () => ({ layout: "post", eleventyComputed: { title: (data) => data.title.trim() } })',
  'module.exports = { tags: ["rss", "feed"], author: { name: "Ada" } }',
]

describe('judgeCode()', () => {
  it.each(SUSPECT)('stops at %j', (code) => {
    expect(judge(code)).toMatchObject([{ severity: 'stop', path: 'posts/posts.11tydata.js', line: 1 }])
  })

  it.each(PLAIN)('passes over %j', (code) => {
    expect(judge(code)).toEqual([])
  })
})
