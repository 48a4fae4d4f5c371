/**
 * Keys of other tools that say how a page looks or where it is listed there: to pass over one can publish nothing. A key
 * that could keep a text back is never among them. In lower case; what lies in a map under one of these names is passed
 * over with it.
 */
const LAYOUT_KEYS: ReadonlySet<string> = new Set([
  // Hugo and its themes
  ...[
    'aliases',
    'iscjklanguage',
    'layout',
    'linktitle',
    'markup',
    'menu',
    'menus',
    'outputs',
    'resources',
    'series',
  ],
  ...[
    'sitemap',
    'target',
    'type',
    'videos',
    'weight',
    'toc',
    'math',
    'comments',
    'showtoc',
    'tocopen',
    'hidesummary',
    'hiddenfromsearch',
    'hiddenfromrelated',
  ],
  ...['searchhidden', 'showreadingtime', 'disableshare', 'hidemeta', 'hidefooter', 'disablehlj', 'cascade'],
  ...['no_list', 'simple_list', 'toc_hide', 'hide_summary'],
  // Zola
  ...[
    'template',
    'page_template',
    'in_search_index',
    'sort_by',
    'paginate_by',
    'insert_anchor_links',
    'generate_feeds',
  ],
  ...['transparent', 'redirect_to', 'authors_page'],
  // Jekyll and its themes
  ...[
    'excerpt_separator',
    'render_with_liquid',
    'redirect_from',
    'sidebar',
    'classes',
    'toc_label',
    'toc_sticky',
  ],
  ...[
    'nav_order',
    'nav_exclude',
    'parent',
    'has_children',
    'read_time',
    'share',
    'related',
    'related_posts',
    'pin',
    'mermaid',
  ],
  ...['categories_slug', 'show_date', 'header', 'footer'],
  // Eleventy
  ...[
    'eleventynavigation',
    'eleventyimport',
    'pagination',
    'permalinkbypassoutputdir',
    'templateengineoverride',
  ],
  ...['dynamicpermalink'],
  // Astro and its themes
  ...[
    'featured',
    'hidetoc',
    'prerender',
    'order',
    'ogtemplate',
    'pagefind',
    'tableofcontents',
    'editurl',
    'banner',
  ],
  // Docusaurus
  ...[
    'hide_title',
    'hide_table_of_contents',
    'toc_min_heading_level',
    'toc_max_heading_level',
    'pagination_next',
  ],
  ...[
    'pagination_prev',
    'sidebar_label',
    'sidebar_position',
    'sidebar_class_name',
    'custom_edit_url',
    'displayed_sidebar',
  ],
  // What pages tell social networks and search engines
  ...['seo', 'social', 'og', 'opengraph', 'twitter', 'cover', 'images', 'navigation', 'nav', 'breadcrumbs'],
])

/** Keys that name a template: some tools have one for drafts. */
const TEMPLATE_KEYS: ReadonlySet<string> = new Set(['type', 'layout', 'template'])

/** Whether a key may be passed over, whatever it says. */
export function isLayoutKey(name: string): boolean {
  return LAYOUT_KEYS.has(name)
}

/** What pages tell search engines: `seo.noindex` is a wish as `noindex` is. */
const SEEN_THROUGH: ReadonlySet<string> = new Set(['seo'])

/** Whether what lies within a key that may be passed over is looked at all the same. */
export function isSeenThrough(name: string): boolean {
  return SEEN_THROUGH.has(name)
}

/** Keys that put an article among others: people mark drafts by them. */
const GROUP_KEYS: ReadonlySet<string> = new Set([
  ...['tags', 'tag', 'keywords', 'categories', 'category', 'section'],
  ...['taxonomies.tags', 'taxonomies.categories'],
])

/** Whether a key puts an article among others. */
export function isGroupKey(name: string): boolean {
  return GROUP_KEYS.has(name)
}

/** Whether a key names a template, which may be that of what is not to be published. */
export function isTemplateKey(name: string): boolean {
  return TEMPLATE_KEYS.has(name)
}

/** The names of all keys that may be passed over. */
export const LAYOUT_NAMES: ReadonlySet<string> = LAYOUT_KEYS
