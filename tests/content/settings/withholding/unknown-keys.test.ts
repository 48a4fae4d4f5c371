import { describe, expect, it } from 'vitest'
import { withholdingFolder } from './withholding-folder.ts'

const article = (...lines: string[]) =>
  `---\ntitle: A\ndate: 2026-01-01\n${lines.join('\n')}\n---\nThe text.\n`

/** Lines with keys that no table has, by what they speak of. Each stands for its kind. */
const KEPT_BACK: readonly (readonly [kind: string, lines: readonly string[]])[] = [
  [
    'who is let in',
    [
      ...[
        'requires_login: true',
        'login_required: true',
        'needsLogin: true',
        'require_auth: yes',
        'auth: true',
      ],
      ...[
        'authentication: required',
        'authentication: basic',
        'gated: true',
        'is_gated: yes',
        'secured: true',
      ],
      ...['subscription: true', 'subscription: required', 'restrict: true', 'restrict: staff', 'nda: true'],
      ...['under_nda: true', 'access: false', 'access: none', 'access: staff', 'access: logged-in users'],
      ...['access_level: staff', 'access_control: true', 'acl: [staff]', 'permissions: ["read:staff"]'],
      ...['permission: none', 'audience: staff', 'audience: [team, friends]', 'readers: nobody', 'tlp: red'],
      ...[
        'visible_to: staff',
        'published_for: subscribers',
        'show_to: [admin]',
        'publish_to: []',
        'publish_to: none',
      ],
    ],
  ],
  [
    'a few alone',
    [
      ...[
        'subscriber_only: true',
        'memberOnly: true',
        'only_for: staff',
        'only_for: [ada]',
        'only_in_print: true',
      ],
      ...[
        'dev_only: true',
        'local_only: true',
        'previewOnly: true',
        'staging-only: true',
        'logged_in_only: true',
      ],
      ...['registered_users_only: true', 'pass: sesame', 'pw: sesame', 'passkey: sesame'],
    ],
  ],
  [
    'an end',
    [
      ...['visible_until: 2026-02-01', 'show_until: 2025-02-01', 'available_until: 1 February 2026'],
      ...[
        'publish_end: 2026-02-01',
        'publish_down: 2026-02-01',
        'end_publish: 2026-02-01',
        'takedown: 2026-02-01',
      ],
      ...[
        'take_down: 2026-02-01',
        'takedown_date: 2026-02-01',
        'delete_on: 2026-02-01',
        'remove_after: 2026-02-01',
      ],
      ...['removal_date: 2026-02-01', 'unpublishAt: 2026-02-01', 'hide_after: 2025-02-01', 'takedown: true'],
    ],
  ],
  [
    'a beginning',
    [
      ...[
        'publish_up: 2027-02-01',
        'start_publish: 2027-02-01',
        'publish_start: 2027-02-01',
        'golive: 2027-02-01',
      ],
      ...[
        'launch_date: 2027-02-01',
        'goes_live: 2027-02-01',
        'go-live: 2027-02-01',
        'display_start: 2027-02-01',
      ],
      ...['publish: 2027-02-01', 'visible: 2027-02-01', 'public: 2027-02-01'],
    ],
  ],
  [
    'work that is not done',
    [
      ...[
        'finished: false',
        'done: false',
        'complete: no',
        'completed: false',
        'final: false',
        'finalized: false',
      ],
      ...['incomplete: true', 'in_progress: true', 'inProgress: true', 'workInProgress: true', 'stub: true'],
      ...['is_stub: true', 'approval: no', 'approval: pending', 'proofread: false', 'signed_off: false'],
      ...['ok_to_publish: false', 'state: in progress', 'stage: not finished', 'workflow: incomplete'],
      ...['article_state: rejected', 'workflow: not done', 'workflow: work in progress'],
    ],
  ],
  [
    'what was taken back',
    [
      ...[
        'nopublish: true',
        'noPublish: yes',
        'unlist: true',
        'delist: true',
        'delisted: true',
        'notlive: true',
      ],
      ...[
        'suspended: true',
        'paused: true',
        'hideFromGuests: true',
        'exclude_from_google: true',
        'is_inactive: true',
        'rejected: 2026-01-02',
        'spiked: true',
      ],
    ],
  ],
  ['a place', ['production: false', 'prod: false', 'web: false', 'indexable: false', 'publish_to_web: no']],
  [
    'search engines',
    [
      ...['robots: [noindex]', 'robots: { index: false }', 'meta: [{ name: robots, content: noindex }]'],
      ...['head: [[meta, { name: robots, content: "noindex, nofollow" }]]'],
      ...['head:\n  - - meta\n    - name: robots\n      content: noindex'],
    ],
  ],
  ['WordPress’ kinds', ['post_type: draft', 'post_type: private']],
  ['what is merged in YAML', ['base: &base { draft: true }\n<<: *base', '<<: { draft: true }']],
  [
    'letters of another make',
    ['workflow: ｄｒａｆｔ', 'ｐｒｉｖａｔｅＰｏｓｔ: true', '"pri\\u200bvate_post": true'],
  ],
]

/** What public themes and writers have, of which none keeps anything back. */
const ORDINARY: readonly string[] = [
  ...['no_list: true', 'simple_list: true', 'toc_hide: true', 'hide_summary: true', 'related_posts: false'],
  ...[
    'access: wheelchair',
    'access: By bus 12 from the station',
    'access: free',
    'access: true',
    'acl: public',
  ],
  ...[
    'audience: everyone',
    'audience: children',
    'audience: beginners',
    'audience: 1.2 million',
    'tlp: clear',
  ],
  ...['permission: Courtesy of the museum', 'permissions: CC BY 4.0', 'permission_to_land: true'],
  ...[
    'subscription: monthly',
    'subscription: false',
    'membership: 12 € a year',
    'newsletter_subscription: true',
  ],
  ...[
    'login: ada',
    'login_button: true',
    'auth: false',
    'restrictions: No dogs on the beach',
    'restrictions: [dogs]',
  ],
  ...[
    'readers: 3000',
    'viewers: 1.2 million',
    'gate: B12',
    'ski_pass: 50 €',
    'mountain_pass: Stelvio',
    'pass: ""',
  ],
  ...['route: { pass: Stelvio }', 'passengers: 12', 'password_manager: Bitwarden', 'password_hint: a tree'],
  ...[
    'offline_first: true',
    'offline_maps: true',
    'works_offline: true',
    'offline: false',
    'secured_loans: 12',
  ],
  ...[
    'start_date: 2027-05-05',
    'end_date: 2027-05-06',
    'starts: 2027-05-05',
    'ends: 2027-05-06',
    'up: 3',
    'down: 12',
  ],
  ...[
    'event_start: 2027-05-05',
    'until: 2027-05-06',
    'show_end: 22:00',
    'valid_until: 2027-01-01',
    'stop: Bus 12',
  ],
  ...['release_date: 1994-05-05', 'launch_date: 2025-05-05', 'launch: Cape Canaveral', 'live_from: Rome'],
  ...['published_by: Knopf', 'approved_by: the council', 'publish_to: [web, print]', 'publish_to: medium'],
  ...['publish: 2025-01-01', 'production: Warner', 'production_company: A24', 'production_year: 1994'],
  ...[
    'web: https://news.site/ada',
    'website: none',
    'complete: true',
    'completed: 2026-01-01',
    'completed: 80%',
  ],
  ...['done: true', 'finished: 2025-12-24', 'final: 3-1', 'final_score: 3-1', 'game: { finished: false }'],
  ...[
    'player: { suspended: true }',
    'suspended: [Rossi]',
    'suspended_players: [Rossi]',
    'paused: 12',
    'rejected: 14',
  ],
  ...[
    'inactive_volcano: Etna',
    'stub: ticket.png',
    'ticket_stub: ticket.png',
    'incomplete_list: [a]',
    'stage: 12',
  ],
  ...[
    'state: Ohio',
    'state: solid',
    'project_state: paused',
    'construction_stage: in progress',
    'progress: 70',
  ],
  ...['send_email_when_published: false', 'email_when_published: false', 'notify_on_publish: false'],
  ...[
    'newsletter_published: false',
    'send_newsletter: false',
    'tweet_when_live: false',
    'email_subject: Private sale',
  ],
  ...[
    'index: 12',
    'head: [[link, { rel: icon, href: a.png }]]',
    'robots: [index, follow]',
    'robots: noarchive',
  ],
  ...['meta: [{ name: description, content: A private matter }]', 'post_type: post', 'post_type: page'],
  ...['status: reading', 'status: read', 'status: to read', 'status: to-read', 'status: currently reading'],
  ...[
    'status: watched',
    'status: want to play',
    'note: Written in Rome',
    'remove_date: true',
    'hide_date: true',
  ],
  ...[
    'remove_pits: true',
    'requires: [flour, yeast]',
    'required_reading: [Bees]',
    'must_see: true',
    'only: Rome',
  ],
  ...[
    'only_for_fun: true',
    'read_only: false',
    'team: Roma',
    'staff: [Ada, Bo]',
    'staff_pick: true',
    'test: true',
  ],
  ...[
    'editors_choice: true',
    'friends: [Ada]',
    'audience_score: 90',
    'visible_stars: 3000',
    'visibility_km: 10',
  ],
  ...[
    'nothing: true',
    'nonfiction: true',
    'notable: true',
    'noteworthy: true',
    'nobel: true',
    'in_stock: false',
  ],
]

describe.each(KEPT_BACK)('a key that speaks of %s', (_, lines) => {
  it.each(lines)('is a stop, unless it is settled: %s', async (line) => {
    expect((await withholdingFolder(article(line))).stops).not.toEqual([])
    const settled = await withholdingFolder(article(line, 'draft: false'))
    expect(settled).toEqual({ isPublished: true, isInFeeds: true, errors: [], stops: [] })
  })
})

describe('a key that speaks of something else', () => {
  it.each(ORDINARY)('is let be: %s', async (line) => {
    expect(await withholdingFolder(article(line))).toMatchObject({ isPublished: true, errors: [], stops: [] })
  })
})
