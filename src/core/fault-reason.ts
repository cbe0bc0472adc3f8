// Says in one line what went wrong, for the log: without what people wrote, which faults of the database carry along.

/** Postgres' class of faults that quote the value they stumbled over. */
const DATA_EXCEPTION = /^22/
const LONGEST = 300

/** A failed query is told by what the database said of it: around that stand its text and all its parameters. */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'something was thrown that is no error'
  if (fault.cause instanceof Error) return reasonOf(fault.cause)
  const { code } = fault as { code?: unknown }
  // An error of several (an address that was tried twice) has no words of its own.
  const [said = ''] = (fault.message || String(code ?? fault.name)).split('\n')
  const unquoted = DATA_EXCEPTION.test(String(code)) ? said.replace(/"[^"]*"?/g, '"…"') : said
  return unquoted.slice(0, LONGEST)
}
