// Tells whoever leads a team that was there before there were weekly reports that it can have one: once, planned by the migration.
import type { Queryable } from '../../core/db/client.ts'
import { settingsNow, settingsOfTeamsNow } from '../../org/db/settings.ts'
import { loadTeam, loadTeams } from '../../org/db/teams.ts'
import { WEEKLY_REPORT } from '../../org/domain/team.ts'
import { whoActsFor } from '../../org/flows/who-acts-for.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { Message } from '../../outbox/flows/message-kind.ts'
import type { DueOutcome } from '../../schedule/db/due.ts'
import { done, skipped } from '../../schedule/flows/due-batch.ts'
import type { DueHandler } from '../../schedule/flows/run-due.ts'
import type { ReportOfferFacts } from '../domain/message-facts.ts'

/** As the migration that planned them names them. */
export const REPORT_OFFER = 'report-offer'

export const offerReports: DueHandler = async (tx, items, now, context) => {
  const teams = await loadTeams(tx, items)
  const settings = await settingsOfTeamsNow(tx, [...teams.values()], now)
  const outcomes: DueOutcome[] = []
  const drafts: MessageDraft[] = []
  for (const item of items) {
    const team = teams.get(item.teamId)
    const own = settings.get(item.teamId)
    const userId = team && !team.archivedAt && own ? await whoActsFor(tx, team, now) : null
    outcomes.push(userId ? done(item) : skipped(item, 'team-archived'))
    if (!userId || own?.reports[WEEKLY_REPORT]) continue
    drafts.push({
      ...{ workspaceId: item.workspaceId, key: item.dueKey, kind: REPORT_OFFER },
      ...{ audience: { to: 'person', userId }, teamId: item.teamId, subject: {} },
    })
  }
  await enqueueMessage(tx, context, drafts)
  return outcomes
}

/** Null: the team is gone, or somebody has decided by then. */
export async function loadReportOffer(
  db: Queryable,
  { workspaceId, teamId, ts }: Message<'report-offer'>,
  now: Temporal.Instant,
): Promise<ReportOfferFacts | null> {
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  const settings = team && (await settingsNow(db, team, now))
  if (!team || !settings || (settings.reports[WEEKLY_REPORT] && ts === null)) return null
  return { kind: 'report-offer', teamName: settings.name, channelId: team.channelId }
}
