// How a lower feature tells higher ones what it changed, in the same transaction, without knowing who reacts.
import type { Context, Reaction } from './context.ts'
import type { Transaction } from './db/client.ts'

/** Names one kind of change, and the facts that come with it. */
export interface Change<Facts> {
  readonly name: string
  /** For the compiler alone: pairs the name with its facts. */
  readonly facts?: Facts
}

export const defineChange = <Facts>(name: string): Change<Facts> => ({ name })

/** What a feature does when a lower one announces the change. A reaction that throws undoes the change. */
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
