import type { ZodError } from 'zod'

/** What the API says beside a list: where in it the page is, or where the next one begins. */
export interface ResultInfo {
  readonly count?: number
  readonly cursor?: string
  readonly page?: number
  readonly per_page?: number
  readonly total_count?: number
}

/** A request that the API refuses, as Cloudflare does: with a status, and a code of its own. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number

  /** Takes the status of the answer, and the code and the message of the error in it. */
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The answer to a request that went well. */
export function renderSuccess(result: unknown, resultInfo?: ResultInfo): Response {
  return Response.json({
    success: true,
    errors: [],
    messages: [],
    result,
    ...(resultInfo && { result_info: resultInfo }),
  })
}

/** The answer to a request that did not. */
export function renderRefusal(
  { status, code, message }: Pick<Refusal, 'status' | 'code' | 'message'>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(
    { success: false, errors: [{ code, message }], messages: [], result: null },
    { status, headers },
  )
}

/** One page of a list, as `page` and `per_page` ask for it. */
export function renderPage<Item>(
  items: readonly Item[],
  query: Readonly<Record<string, string>>,
  defaultPerPage: number,
  renderResult: (page: readonly Item[]) => unknown = (page) => page,
): Response {
  const page = Number(query['page'] ?? 1)
  const perPage = Number(query['per_page'] ?? defaultPerPage)
  if (!Number.isInteger(page) || page < 1) throw new Refusal(400, 10_007, 'malformed page argument')
  if (!Number.isInteger(perPage) || perPage < 1) throw new Refusal(400, 10_008, 'malformed per_page argument')
  const shown = items.slice((page - 1) * perPage, page * perPage)
  return renderSuccess(renderResult(shown), {
    page,
    per_page: perPage,
    count: shown.length,
    total_count: items.length,
  })
}

/** What is wrong with a request first of all. */
export function renderIssue(error: ZodError): string {
  const [issue] = error.issues
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`
}
