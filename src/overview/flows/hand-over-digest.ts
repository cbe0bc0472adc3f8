// Hands the last report's digest over when somebody else manages the team: the new one gets it, the former one's says so.
import { reportsOf } from '../../checkins/reports/domain/report-kind.ts'
import { reactTo } from '../../core/changes.ts'
import { localDate } from '../../core/time.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { managerChanged } from '../../org/flows/changes.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import { recipientsOf } from '../../outbox/db/messages.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { digestEdits, digestKeys, reportDateOf } from '../domain/report-digest.ts'
import { digestsFor } from './digest-for.ts'
import { recordSent } from './post-mornings.ts'

const WEEKS = [0, -1]

/** Of this week and the last: where none was posted yet, it goes to whoever leads the team by then. */
export const handOverDigest = reactTo(managerChanged, async (tx, context, { team: ref }) => {
  const now = context.clock.now()
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  const settings = team && (await settingsNow(tx, team, now))
  if (!team || team.archivedAt || !settings) return
  const today = localDate(now, settings.zone)
  const leader = (await leadersNow(tx, [team], now)).get(team.teamId)
  for (const name of reportsOf(settings)) {
    const thisWeek = reportDateOf(settings, name, today)
    for (const weeks of WEEKS) {
      const of = { ...ref, name, date: thisWeek.add({ weeks }) }
      const readers = await recipientsOf(tx, ref.workspaceId, digestKeys(of))
      if (readers.size === 0) continue
      const found = leader ? await digestsFor(tx, [{ ...of, leader }]) : []
      const drafts = found.flatMap(({ draft, isNew }) => (isNew ? [draft] : []))
      await recordSent(tx, context, drafts)
      await enqueueMessage(tx, context, [...digestEdits({ ...of, kind: name }), ...drafts])
      break
    }
  }
})
