import { z } from 'zod'
import type { Task, TaskKind, TaskResults } from './tasks.ts'

/** What a thread is sent: an order with a number, by which its answer is known. */
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

/** What a thread answers: what came of the order, a mistake of the user, or an error. */
export type ThreadAnswer = z.infer<typeof answer>

/** Reads a message from a thread. Throws where it is no answer. */
export function parseAnswer(message: unknown): ThreadAnswer {
  return answer.parse(message)
}

/** Whether a message is an order. Only `Crew` sends any, and an order of a kind is of its type there. */
export function isRequest(message: unknown): message is ThreadRequest {
  return request.safeParse(message).success
}

/** Whether an answer is to an order of this kind. Only `Hand` makes results, and those of a kind are of its type there. */
export function isDone<Kind extends TaskKind>(
  answer: ThreadAnswer,
  kind: Kind,
): answer is ThreadAnswer & { readonly results: TaskResults[Kind][] } {
  return answer.outcome === 'done' && answer.kind === kind
}
