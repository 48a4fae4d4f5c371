/**
 * Keys of other tools for the layout and the listing of a page. Ignoring one cannot publish anything by mistake: a key
 * that could withhold a text is never in this table. Names are in lower case. The contents of a map under one of these
 * names are ignored, too.
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
  // Metadata for social networks and search engines
  ...['seo', 'social', 'og', 'opengraph', 'twitter', 'cover', 'images', 'navigation', 'nav', 'breadcrumbs'],
])

/** Keys that name a template. Some tools have a template for drafts. */
const TEMPLATE_KEYS: ReadonlySet<string> = new Set(['type', 'layout', 'template'])

/** Whether a key may be ignored, with any value. */
export function isLayoutKey(name: string): boolean {
  return LAYOUT_KEYS.has(name)
}

/** Metadata for search engines: `seo.noindex` counts like `noindex`. */
const SEEN_THROUGH: ReadonlySet<string> = new Set(['seo'])

/** Whether the contents of an ignored key are judged all the same. */
export function isSeenThrough(name: string): boolean {
  return SEEN_THROUGH.has(name)
}

/** Keys that group articles. Some writers mark drafts with them. */
const GROUP_KEYS: ReadonlySet<string> = new Set([
  ...['tags', 'tag', 'keywords', 'categories', 'category', 'section'],
  ...['taxonomies.tags', 'taxonomies.categories'],
])

/** Whether a key groups articles. */
export function isGroupKey(name: string): boolean {
  return GROUP_KEYS.has(name)
}

/** Whether a key names a template, which may be that of unpublished pages. */
export function isTemplateKey(name: string): boolean {
  return TEMPLATE_KEYS.has(name)
}

/** The names of all keys that may be ignored. */
export const LAYOUT_NAMES: ReadonlySet<string> = LAYOUT_KEYS
