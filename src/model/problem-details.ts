/** The statuses that a site answers with when it has no content to give (RFC 9110 §15.5, §15.6), with their names. */
const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  412: 'Precondition Failed',
  416: 'Range Not Satisfiable',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

/**
 * Problem details as JSON (RFC 9457 §3), with a final line end. The type is `about:blank`, which says no more than the status
 * does, and asks for the status's name as the title (§4.2.1). The members of `further` are extensions (§3.2).
 */
export function renderProblem(
  status: keyof typeof TITLES,
  detail: string,
  further: Readonly<Record<string, unknown>> = {},
): string {
  return `${JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail, ...further })}\n`
}
