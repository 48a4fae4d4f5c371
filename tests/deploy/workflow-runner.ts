import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from '../support/run-script.ts'
import type { WorkflowJob, WorkflowStep } from './workflow.ts'

/** How a step ended. One with `uses` is not run: what it would do is done already. */
export interface StepOutcome {
  readonly step: WorkflowStep
  readonly outcome: 'success' | 'failure' | 'skipped'
  readonly output: string
}

/** How a job ended. */
export interface JobOutcome {
  readonly succeeded: boolean
  readonly steps: readonly StepOutcome[]
  /** What is shown of the job on its page, in Markdown. */
  readonly summary: string
  /** What all steps said. */
  readonly log: string
}

/** What a job is run with. */
export interface JobContext {
  /** The checked out repository. */
  readonly workspace: string
  /** A folder of the runner's own. */
  readonly home: string
  /** What GitHub gives every step, and what leads this machine's commands to the stand-ins. */
  readonly environment: Readonly<Record<string, string>>
  /** The value of each expression that may be in an `env`. */
  readonly expressions: Readonly<Record<string, string>>
}

/** Runs the steps of a job as GitHub's runner does on Linux, in bash as it starts it. */
export async function runJob(job: WorkflowJob, context: JobContext): Promise<JobOutcome> {
  const temporary = join(context.home, 'temp')
  mkdirSync(temporary, { recursive: true })
  const summaryFile = join(context.home, 'summary.md')
  const steps: StepOutcome[] = []
  for (const step of job.steps) {
    if (!isDue(step, steps)) steps.push({ step, outcome: 'skipped', output: '' })
    // The packages are there; and npm's registry is not for tests.
    else if (step.run === undefined || step.run === 'npm ci')
      steps.push({ step, outcome: 'success', output: '' })
    else {
      const environment = {
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
        LANG: 'C.UTF-8',
        HOME: context.home,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: summaryFile,
        RUNNER_TEMP: temporary,
        ...context.environment,
        ...evaluate(step.env ?? {}, context.expressions),
      }
      const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`)
      // Nothing of what this process has in its environment, such as npm's settings, is to reach the script.
      const shell = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run]
      const command = ['--ignore-environment', ...variables, ...shell]
      const { status, stdout, stderr } = await run('env', command, {}, context.workspace)
      steps.push({ step, outcome: status === 0 ? 'success' : 'failure', output: stdout + stderr })
    }
  }
  return {
    succeeded: steps.every(({ outcome }) => outcome !== 'failure'),
    steps,
    summary: existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '',
    log: steps.map(({ output }) => output).join(''),
  }
}

/** Whether a step is run after those before it. Throws at a condition that nobody has taught it. */
function isDue({ if: condition }: WorkflowStep, before: readonly StepOutcome[]): boolean {
  if (condition === undefined) return before.every(({ outcome }) => outcome !== 'failure')
  if (condition === "always() && steps.deploy.outcome != 'skipped'")
    return before.find(({ step }) => step.id === 'deploy')?.outcome !== 'skipped'
  throw new Error(`What is ${condition}?`)
}

function evaluate(
  env: Readonly<Record<string, string>>,
  expressions: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
        const value = expressions[expression]
        if (value === undefined) throw new Error(`What is ${expression}?`)
        return value
      }),
    ]),
  )
}
