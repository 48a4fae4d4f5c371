import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** Where the workflow is, from the project's folder. */
export const WORKFLOW_PATH = '.github/workflows/publish.yml'

const stepSchema = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
})

const jobSchema = z.strictObject({
  if: z.string(),
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  permissions: z.record(z.string(), z.string()),
  steps: z.array(stepSchema),
})

const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.string() }) }),
  jobs: z.strictObject({ check: jobSchema, deploy: jobSchema }),
})

/** A step of a job, as GitHub reads it. */
export type WorkflowStep = z.infer<typeof stepSchema>
/** A job, with its steps in their order. */
export type WorkflowJob = z.infer<typeof jobSchema>

/** The workflow as it is written. */
export const workflowText = readFileSync(join(import.meta.dirname, '../..', WORKFLOW_PATH), 'utf8')

/** What is in it. Whatever else a workflow can have is a mistake here until a test has looked at it. */
export const workflow = workflowSchema.parse(parse(workflowText))
