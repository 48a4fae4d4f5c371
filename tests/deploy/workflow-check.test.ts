import MarkdownIt from 'markdown-it'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showControls } from '../../src/node/cli/visible.ts'
import { run } from '../support/run-script.ts'
import { git, Repository } from './repository.ts'
import { workflow } from './workflow.ts'
import { type JobOutcome, runJob } from './workflow-runner.ts'

/** More than GitHub shows. */
const TOO_LARGE = 1_048_576

let repository: Repository

// A site that is published, as far as its ledger goes.
beforeAll(async () => {
  repository = await Repository.start(3)
  const { status, stderr } = await run(
    process.execPath,
    ['scripts/strillone.ts', 'build', '--publish'],
    {},
    repository.author,
  )
  expect(status, stderr).toBe(0)
  await repository.commit('Publish')
  await repository.push()
})

afterAll(() => repository?.stop())

/** Has what the author wrote since the last push checked, as a pull request; afterwards it is as if it had not been. */
async function propose(): Promise<JobOutcome> {
  await repository.commit('Propose')
  const workspace = await repository.checkOutMerge()
  const before = await git(workspace, 'write-tree')
  const outcome = await runJob(workflow.jobs.check, {
    ...{ workspace, home: repository.runnerHome(), expressions: {} },
    environment: { ...repository.environment, GITHUB_REF: 'refs/pull/1/merge' },
  })
  expect([await git(workspace, 'write-tree'), await git(workspace, 'diff')]).toEqual([before, ''])
  expect(await git(workspace, 'ls-files', '--others', '--exclude-standard')).toBe('')
  await repository.pull()
  return outcome
}

/** What the summary shows below its heading, which must be one block of text and nothing else. */
function shownBlock(summary: string): string {
  const [open, heading, close, block, ...rest] = new MarkdownIt({ html: true }).parse(summary, {})
  expect([open?.type, heading?.content, close?.type]).toEqual([
    'heading_open',
    'What subscribers would see',
    'heading_close',
  ])
  expect([block?.type, rest]).toEqual(['code_block', []])
  return block?.content ?? ''
}

describe('the check of a pull request', () => {
  it('tells what subscribers would see of a new article', async () => {
    repository.writeArticle('ponte')
    const { succeeded, summary, log } = await propose()
    const told =
      'new: ponte.md → http://molti.news/articles/ponte\n1 new; subscribers will see 1 unread item\n'
    expect([succeeded, log]).toEqual([true, told])
    expect(shownBlock(summary)).toBe(told)
  })

  it('fails, and says why, where a link leads nowhere', async () => {
    repository.writeArticle('ponte', 'Vedi [il porto](porto.md).')
    const { succeeded, summary } = await propose()
    expect(succeeded).toBe(false)
    expect(shownBlock(summary)).toMatch(/^seeds\/ponte\.md:5:17 stop "porto\.md" leads to no/)
    expect(shownBlock(summary)).toContain('Stopped: 1 thing to look at above; a build would not go on.')
  })

  it('shows text as text, whatever is in it', async () => {
    const name = 'a\n\n`````\n\r`````\r# b\r\n</pre><h1>c.md'
    repository.write(name, 'There is no date.\n')
    repository.writeArticle('ponte', '[Il porto](<````` ~~~~ *b* @redazione.md>)')
    const { log, summary } = await propose()
    expect(log).toContain(showControls(name))
    expect(log).toContain('~~~~%20*b*%20@redazione.md')
    expect(shownBlock(summary)).toBe(log)
  })

  it('shows no more than GitHub takes, and how it ends', async () => {
    const folder = Array.from({ length: 14 }, () => 'porto-'.repeat(40)).join('/')
    for (let number = 0; number < 400; number++)
      repository.write(`${folder}/${number}.md`, 'There is no date.\n')
    const { log, summary } = await propose()
    expect(log.length).toBeGreaterThan(TOO_LARGE)
    expect(Buffer.byteLength(summary)).toBeLessThan(TOO_LARGE)
    expect(shownBlock(summary).slice(-21)).toBe('\nA build would fail.\n')
  })

  it('fails where the ledger would lose an article', async () => {
    const lines = (await repository.read('seeds/ledger.json')).split('\n')
    repository.write('ledger.json', `${lines.filter((line) => !line.includes('articolo-1')).join('\n')}\n`)
    repository.remove('articolo-1.md')
    const { succeeded, summary } = await propose()
    expect(shownBlock(summary)).toMatch(/ledger\.json.* stop .*articolo-1/)
    expect(succeeded).toBe(false)
  })
})
