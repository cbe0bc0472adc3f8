// Adapts the Postgres driver: prepared statements, transactions with settings of their own, and two faults that became wrong answers.
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'

/** Postgres ends what takes longer; 0: no limit. */
export interface Limits {
  statementTimeoutMillis: number
  /** Between two statements of a transaction: so long a frozen process may keep others from the rows that it has locked. */
  idleInTransactionMillis?: number
  /** For a whole transaction, with Postgres 17 and newer. */
  transactionMillis?: number
}

/** Statements with more parameters are bulk statements of varying length: preparing each would only fill memory. */
const MAX_PREPARED_PARAMETERS = 50
const ISOLATION = 'isolation level read committed'
const FIRST_WITH_TRANSACTION_TIMEOUT = 17

/** Serialization failure and deadlock: nothing was saved, and the same again may succeed. */
const CONFLICTS = ['40001', '40P01']
const MAX_ATTEMPTS = 5
const FIRST_PAUSE_MS = 20

/**
 * Where the server lost a prepared statement, the driver binds the parameters a second time, as text: `true` had become 't', and
 * then 'f', so that conditions were turned round.
 */
export const BOOLEAN = {
  to: 16,
  from: [16],
  serialize: (value: unknown) => (value === true || value === 't' ? 't' : 'f'),
  parse: (text: string) => text === 't',
}

/**
 * The driver sends nothing else before the answer. A pooler gives the connection away at the end of a statement, although the
 * driver may have sent the first part of the next one.
 */
const ALONE = { onexecute: () => false }

/** Each transaction says its own settings, because a pooler may not keep a session's; it is tried again after a conflict. */
export function adapt(
  sql: postgres.Sql,
  limits: Limits,
  { pipelined }: { pipelined: boolean },
): postgres.Sql {
  const { begin } = sql
  const beginOnce = async (work: Work): Promise<unknown> => {
    let isOver = false
    try {
      return await begin(ISOLATION, (tx) => {
        // Not awaited: it is sent along with the first statement, and its failure fails the transaction.
        void tx
          .unsafe(settingsOf(limits, Number.parseInt(String(sql.parameters.server_version), 10)))
          .execute()
        return untilOver(
          work,
          adaptClient(tx, () => isOver),
          () => isOver,
        )
      })
    } finally {
      isOver = true
    }
  }
  sql.begin = ((work: Work) => afterConflicts(() => beginOnce(work))) as typeof begin
  return adaptClient(sql, () => false, pipelined ? {} : ALONE)
}

type Work = (tx: postgres.TransactionSql) => unknown

/**
 * Where the server ended the connection, the driver would go on with what is left of the transaction, its commit included, on a
 * closed connection, which ends the process, or on one that others use by then. Never settles in this case.
 */
async function untilOver(work: Work, tx: postgres.TransactionSql, isOver: () => boolean): Promise<unknown> {
  try {
    return await work(tx)
  } catch (fault) {
    // The driver rejects the statement first, and the transaction just after it.
    await setImmediate()
    throw fault
  } finally {
    if (isOver()) await new Promise(() => {})
  }
}

function settingsOf(limits: Limits, version: number): string {
  const { statementTimeoutMillis, idleInTransactionMillis = 0, transactionMillis = 0 } = limits
  const settings = [
    `statement_timeout = ${statementTimeoutMillis}`,
    'lock_timeout = 0',
    `idle_in_transaction_session_timeout = ${idleInTransactionMillis}`,
    ...(version >= FIRST_WITH_TRANSACTION_TIMEOUT ? [`transaction_timeout = ${transactionMillis}`] : []),
  ]
  return settings.map((setting) => `set local ${setting}`).join('; ')
}

async function afterConflicts<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt()
    } catch (fault) {
      if (attempts === MAX_ATTEMPTS || !isConflict(fault)) throw fault
      // Random, so that two that met do not meet again.
      await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** attempts)
    }
  }
}

function isConflict(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return CONFLICTS.includes(String((fault as { code?: unknown }).code)) || isConflict(fault.cause)
}

/**
 * Drizzle sends unprepared statements: each is parsed and planned again, takes two round trips, and cannot be pipelined. A
 * prepared one takes one round trip and can be pipelined; a submit then needs about two thirds of the CPU time
 * (docs/performance.md).
 */
function adaptClient<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
  isOver: () => boolean,
  more: object = {},
): Client {
  const { unsafe } = client
  client.unsafe = (statement, parameters = [], options) => {
    if (isOver()) throw new Error('The transaction was ended by the database.')
    const prepare = parameters.length > 0 && parameters.length <= MAX_PREPARED_PARAMETERS
    return withoutHoles(unsafe(statement, parameters, { ...more, ...options, prepare }))
  }
  return client
}

/**
 * After an error in the middle of a result the driver counts on: the connection's next result begins with as many holes, and
 * its first row looks as if it were not there.
 */
function withoutHoles<Query extends object>(query: Query): Query {
  const pending = query as unknown as { resolve(rows: unknown[]): void }
  const { resolve } = pending
  pending.resolve = (rows) => {
    if (rows.length > 0 && !(0 in rows)) rows.splice(0, Number(Object.keys(rows)[0]))
    resolve(rows)
  }
  return query
}
