// Puts what sends, renders, finds facts and carries out into the flows that ask for them.
import { setTimeout as sleep } from 'node:timers/promises'
import { giveUpNotices } from './db/notices.ts'
import type { Locale } from './domain/locale.ts'
import type { Context, Log, NoticeRef } from './flows/context.ts'
import { deliverNotice } from './flows/deliver-notice.ts'
import { DUE_HANDLERS } from './flows/due-handlers.ts'
import { FACTS } from './flows/facts/facts.ts'
import { queueNotices } from './flows/queue-notices.ts'
import { runDue } from './flows/run-due.ts'
import type { DeliveryPorts } from './flows/send-notice.ts'
import type { Parts } from './health-look.ts'
import type { Metrics } from './metrics.ts'
import { createAnswers } from './slack/answers.ts'
import { createClient } from './slack/client.ts'
import type { SlackAccess } from './slack/connection.ts'
import { createDirectory } from './slack/directory.ts'
import { plainer } from './slack/messages/plainer.ts'
import { renderNotice } from './slack/messages/render.ts'
import { createPace } from './slack/pace.ts'
import { createMessenger } from './slack/send.ts'

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
