// Lets a lower feature announce a change to higher features in the same transaction, without knowing them.
import type { Context, Reaction } from './context.ts'
import type { Transaction } from './db/client.ts'

/** One kind of change: its name, and the type of its facts. */
export interface Change<Facts> {
  readonly name: string
  /** Only for type inference; never set. */
  readonly facts?: Facts
}

export type FactsOf<Of> = Of extends Change<infer Facts> ? Facts : never

export const defineChange = <Facts>(name: string): Change<Facts> => ({ name })

/** Registers a feature's reaction to a change. A reaction that throws rolls the transaction back. */
export const reactTo = <Facts>(
  change: Change<Facts>,
  react: (tx: Transaction, context: Context, facts: Facts) => Promise<void>,
): Reaction => ({ change: change.name, react })

/** Runs every reaction, one after the other in the order of the features. */
export async function announce<Facts>(
  tx: Transaction,
  context: Context,
  change: Change<Facts>,
  facts: Facts,
): Promise<void> {
  for (const reaction of context.contributions.reactions)
    if (reaction.change === change.name) await reaction.react(tx, context, facts as never)
}
