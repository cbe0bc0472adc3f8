// Connects the flows to the implementations of their ports: Slack, rendering, due kinds and metrics.

import type { Context, Log } from '../core/context.ts'
import type { Locale } from '../core/i18n/locale.ts'
import { createReaders } from '../org/flows/message-readers.ts'
import { reportDeliveryProblem } from '../org/flows/report-delivery-problem.ts'
import { deliverMessage } from '../outbox/flows/deliver-message.ts'
import type { HeldClaim } from '../outbox/flows/held-claim.ts'
import { renderMessage } from '../outbox/flows/message-kind.ts'
import type { DeliveryPorts } from '../outbox/flows/ports.ts'
import { endFrozenTransactions } from '../schedule/db/end-frozen.ts'
import { runDue } from '../schedule/flows/run-due.ts'
import { createClient } from '../slack/client.ts'
import type { SlackAccess } from '../slack/connection.ts'
import { degrade } from '../slack/degrade.ts'
import { createDirectory } from '../slack/directory.ts'
import { createRateLimiter } from '../slack/rate-limiter.ts'
import { createReplies } from '../slack/replies.ts'
import { createMessenger } from '../slack/send.ts'
import { createTokenGuard } from '../slack/token-guard.ts'
import type { Pacing } from './clock.ts'
import { BOT } from './features.ts'
import type { Parts } from './health-check.ts'
import type { Metrics } from './metrics.ts'
import type { Pruning } from './retention.ts'

export type SlackPorts = ReturnType<typeof createSlackPorts>

export function createSlackPorts(access: SlackAccess, log: Log, { nowMs, sleep }: Pacing) {
  const guard = createTokenGuard()
  const client = createClient(access.botToken, access.apiUrl, log, guard)
  const clientFor = () => client
  return {
    ...{ client, guard },
    directory: createDirectory(clientFor),
    replies: createReplies(clientFor),
    messenger: createMessenger(clientFor, createRateLimiter(nowMs, sleep)),
  }
}

/**
 * Runs one tick, deletes what is no longer kept, and records it in the metrics and for /readyz. True: something that is due is in
 * another replica's hands.
 */
export async function runDueWith(
  context: Context,
  parts: Parts,
  metrics: Metrics,
  pruning: Pruning,
): Promise<boolean> {
  const startedAt = context.clock.now()
  const timer = metrics.tick.startTimer()
  parts.ticking = true
  try {
    const { heldElsewhere, ...counts } = await runDue(context, BOT.dueKinds)
    for (const [state, count] of Object.entries(counts)) metrics.due.inc({ state }, count)
    parts.lastTickAt = startedAt
    if (heldElsewhere > 0) {
      const ended = await endFrozenTransactions(context.db)
      if (ended > 0) context.log.warn({ ended }, 'ended the transactions of a replica that has frozen')
    }
    await pruning.run(context)
    return heldElsewhere > 0
  } finally {
    parts.ticking = false
    timer()
  }
}

/** Creates the function that tries to deliver one message and counts the outcome. */
export function deliverWith(
  context: Context,
  slack: Pick<SlackPorts, 'messenger'>,
  defaultLocale: Locale,
  metrics: Metrics,
) {
  const ports: DeliveryPorts = {
    messenger: slack.messenger,
    content: {
      load: async (db, message, now) => {
        const kind = BOT.messages.get(message.kind)
        if (!kind) throw new Error(`No feature defines the message kind ${message.kind}.`)
        const facts = await kind.load(db, message, now)
        return facts && ((locale) => renderMessage(kind, facts, BOT.translator(locale)))
      },
      degrade,
    },
    readers: createReaders(context, defaultLocale),
    onUndelivered: (tx, message, problem) => reportDeliveryProblem(tx, context, message, problem),
  }
  return async (claim: HeldClaim): Promise<void> => {
    const delivery = deliverMessage(claim, context, ports)
    const count = (outcome: string) => metrics.deliveries.inc({ outcome })
    await delivery.then(count, () => count('unrecorded'))
    await delivery
  }
}
