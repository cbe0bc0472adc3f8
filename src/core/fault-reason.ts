// Reduces an error to one line for the log, without the user text that database errors can contain.

/** Postgres error class 22 (data exception): its messages quote the offending value. */
const DATA_EXCEPTION = /^22/
const MAX_LENGTH = 300

/** Uses the cause's message where there is one: drizzle wraps it in an error that has the query and its parameters. */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'a value that is not an Error was thrown'
  if (fault.cause instanceof Error) return reasonOf(fault.cause)
  const { code } = fault as { code?: unknown }
  // An AggregateError (an address that was tried twice) has an empty message.
  const [message = ''] = (fault.message || String(code ?? fault.name)).split('\n')
  const unquoted = DATA_EXCEPTION.test(String(code)) ? message.replace(/"[^"]*"?/g, '"…"') : message
  return unquoted.slice(0, MAX_LENGTH)
}
