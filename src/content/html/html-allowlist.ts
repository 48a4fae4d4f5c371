/**
 * The elements and attributes that an article's HTML may have: those that feed readers keep, by the lists of feedparser
 * and of the W3C validator. No scripts and forms, and no styling: readers and pages have their own style.
 */
export const ALLOWED_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ['href', 'title'],
    abbr: ['title'],
    audio: ['controls', 'src'],
    b: [],
    bdi: [],
    bdo: [],
    blockquote: ['cite'],
    br: [],
    caption: [],
    cite: [],
    code: ['class'],
    dd: [],
    del: ['cite', 'datetime'],
    details: ['open'],
    dfn: ['title'],
    div: [],
    dl: [],
    dt: [],
    em: [],
    figcaption: [],
    figure: [],
    h2: [],
    h3: [],
    h4: [],
    h5: [],
    h6: [],
    hr: [],
    i: [],
    img: ['src', 'srcset', 'sizes', 'alt', 'title', 'width', 'height'],
    ins: ['cite', 'datetime'],
    kbd: [],
    li: ['value'],
    mark: [],
    ol: ['start', 'reversed', 'type'],
    p: [],
    picture: [],
    pre: [],
    q: ['cite'],
    rp: [],
    rt: [],
    ruby: [],
    s: [],
    samp: [],
    section: [],
    small: [],
    span: ['class'],
    source: ['src', 'srcset', 'sizes', 'media', 'type'],
    strong: [],
    sub: [],
    summary: [],
    sup: [],
    table: [],
    tbody: [],
    td: ['align', 'colspan', 'rowspan'],
    tfoot: [],
    th: ['align', 'colspan', 'rowspan', 'scope'],
    thead: [],
    time: ['datetime'],
    tr: [],
    u: [],
    ul: [],
    var: [],
    video: ['controls', 'src', 'poster', 'width', 'height'],
    wbr: [],
  }),
)

/** On every element: its language and direction, and its id, which links lead to. */
export const ALLOWED_EVERYWHERE: readonly string[] = ['id', 'lang', 'dir']

/** The values that some attributes may have. `class` may only name the language of code or mark TeX. */
export const ATTRIBUTE_VALUES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    align: /^(?:left|center|right)$/,
    class: /^(?:language-[\w+#.-]+|math)$/,
    colspan: /^\d{1,3}$/,
    dir: /^(?:ltr|rtl|auto)$/,
    height: /^\d{1,5}$/,
    lang: /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{1,8})*$/,
    rowspan: /^\d{1,3}$/,
    scope: /^(?:row|col|rowgroup|colgroup)$/,
    // The numbering of a list, or a media type.
    type: /^(?:[1aAiI]|[a-z]+\/.+)$/is,
    start: /^-?\d{1,9}$/,
    value: /^-?\d{1,9}$/,
    width: /^\d{1,5}$/,
  }),
)

/** The elements that replace others. A block stays a block, so that words do not run together. */
export const STAND_INS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acronym: 'abbr',
    address: 'div',
    article: 'div',
    aside: 'div',
    center: 'div',
    fieldset: 'div',
    footer: 'div',
    form: 'div',
    header: 'div',
    hgroup: 'div',
    main: 'div',
    menu: 'ul',
    nav: 'div',
    strike: 's',
    tt: 'code',
  }),
)

/** The parents that an element must have. Elsewhere it becomes a `<div>`. */
export const PARENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    caption: ['table'],
    dd: ['dl'],
    dt: ['dl'],
    figcaption: ['figure'],
    li: ['ul', 'ol'],
    source: ['picture', 'audio', 'video'],
    summary: ['details'],
    tbody: ['table'],
    td: ['tr'],
    tfoot: ['table'],
    th: ['tr'],
    thead: ['table'],
    tr: ['table', 'thead', 'tbody', 'tfoot'],
  }),
)

/** Elements whose content is not text of the article. It is dropped with them. */
export const DROPPED_WITH_CONTENT: ReadonlySet<string> = new Set([
  ...['applet', 'canvas', 'datalist', 'embed', 'frameset', 'iframe', 'math', 'noembed', 'noframes'],
  ...[
    'noscript',
    'object',
    'option',
    'plaintext',
    'script',
    'select',
    'style',
    'svg',
    'template',
    'textarea',
    'title',
    'xml',
    'xmp',
  ],
])

/** Dropped elements that a writer will miss. Each gives a warning. */
export const MISSED: ReadonlySet<string> = new Set([
  'applet',
  'canvas',
  'embed',
  'form',
  'frameset',
  'iframe',
  'math',
  'object',
  'script',
  'svg',
])
