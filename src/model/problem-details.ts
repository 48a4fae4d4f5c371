/** The statuses of a site's answers without content (RFC 9110 §15.5, §15.6), with their names. */
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
 * Renders problem details as JSON (RFC 9457 §3), with a line end. The type is `about:blank`, which adds nothing to the
 * status and requires the status's name as the title (§4.2.1). The members of `further` are extensions (§3.2).
 */
export function renderProblem(
  status: keyof typeof TITLES,
  detail: string,
  further: Readonly<Record<string, unknown>> = {},
): string {
  return `${JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail, ...further })}\n`
}
