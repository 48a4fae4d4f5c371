import { z } from 'zod'
import type { Task, TaskKind, TaskResults } from './tasks.ts'

/** A message to a thread: a task, and a number that its answer repeats. */
export interface ThreadRequest<Kind extends TaskKind = TaskKind> {
  readonly number: number
  readonly task: Task<Kind>
}

const kind = z.enum(['open', 'read', 'finish', 'render', 'represent'] satisfies TaskKind[])

const request = z.object({ number: z.number(), task: z.looseObject({ kind }) })

const number = z.number()
const answer = z.discriminatedUnion('outcome', [
  z.object({ number, outcome: z.literal('done'), kind, results: z.array(z.unknown()) }),
  z.object({ number, outcome: z.literal('mistake'), message: z.string() }),
  z.object({ number, outcome: z.literal('error'), error: z.unknown() }),
])

/** A thread's answer: results, a user's mistake, or an error. */
export type ThreadAnswer = z.infer<typeof answer>

/** Parses a message from a thread. Throws a ZodError if it is not an answer. */
export function parseAnswer(message: unknown): ThreadAnswer {
  return answer.parse(message)
}

/** Whether a message is a request. Only `WorkerPool` sends them, and its types ensure that the task fits its kind. */
export function isRequest(message: unknown): message is ThreadRequest {
  return request.safeParse(message).success
}

/**
 * Whether an answer has results of this kind of task. Only `TaskExecutor` makes them, and its types ensure that they fit
 * the kind.
 */
export function isDone<Kind extends TaskKind>(
  answer: ThreadAnswer,
  kind: Kind,
): answer is ThreadAnswer & { readonly results: TaskResults[Kind][] } {
  return answer.outcome === 'done' && answer.kind === kind
}
