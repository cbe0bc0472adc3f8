// Puts what sends, renders, finds facts and carries out into the flows that ask for them.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context, Log, NoticeRef } from '../core/context.ts'
import type { Locale } from '../core/i18n/locale.ts'
import { giveUpNotices } from '../outbox/db/messages.ts'
import { deliverNotice } from '../outbox/flows/deliver-message.ts'
import { FACTS } from '../outbox/flows/facts.ts'
import { queueNotices } from '../outbox/flows/queue-notices.ts'
import type { DeliveryPorts } from '../outbox/flows/send-message.ts'
import { DUE_HANDLERS } from '../schedule/flows/due-handlers.ts'
import { runDue } from '../schedule/flows/run-due.ts'
import { createClient } from '../slack/client.ts'
import type { SlackAccess } from '../slack/connection.ts'
import { plainer } from '../slack/degrade.ts'
import { createDirectory } from '../slack/directory.ts'
import { createPace } from '../slack/rate-limiter.ts'
import { renderNotice } from '../slack/render-message.ts'
import { createAnswers } from '../slack/replies.ts'
import { createMessenger } from '../slack/send.ts'
import type { Parts } from './health-check.ts'
import type { Metrics } from './metrics.ts'

export type SlackPorts = ReturnType<typeof createSlackPorts>

export function createSlackPorts(access: SlackAccess, log: Log) {
  const client = createClient(access.botToken, access.apiUrl, log)
  const clientFor = () => client
  return {
    client,
    directory: createDirectory(clientFor),
    answers: createAnswers(clientFor),
    messenger: createMessenger(
      clientFor,
      createPace(() => performance.now(), sleep),
    ),
  }
}

/** One look for what is due, told to the metrics and to /readyz. */
export async function runDueWith(context: Context, parts: Parts, metrics: Metrics): Promise<void> {
  const startedAt = context.clock.now()
  const timer = metrics.tick.startTimer()
  parts.ticking = true
  try {
    const counts = await runDue(context, DUE_HANDLERS)
    for (const [state, count] of Object.entries(counts)) metrics.due.inc({ state }, count)
    parts.lastTickAt = startedAt
  } finally {
    parts.ticking = false
    timer()
  }
}

export function deliverWith(context: Context, slack: SlackPorts, defaultLocale: Locale, metrics: Metrics) {
  const ports: DeliveryPorts = {
    messenger: slack.messenger,
    renderer: { render: renderNotice, plainer },
    facts: FACTS,
    defaultLocale,
  }
  return {
    queueNotices: () => queueNotices(context),
    deliver: async (notice: NoticeRef) => {
      const count = (outcome: string) => metrics.deliveries.inc({ outcome })
      const delivery = deliverNotice(notice, context, ports)
      await delivery.then(count, () => count('fault'))
      await delivery
    },
    giveUp: (notices: readonly NoticeRef[]) => giveUpNotices(context.db, notices, 'gave-up'),
  }
}
