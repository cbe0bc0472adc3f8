// Hands today's morning message over when somebody else manages the team: the new one gets it, the former one's says so.
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import { reactTo } from '../../core/changes.ts'
import type { Transaction } from '../../core/db/client.ts'
import { localDate } from '../../core/time.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam, type TeamRef } from '../../org/db/teams.ts'
import { managerChanged } from '../../org/flows/changes.ts'
import { leadersNow } from '../../org/flows/leaders-now.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { MORNING, morningEdits, morningKeys } from '../domain/morning.ts'
import { recordSent } from './post-mornings.ts'

/** Nothing where it was not posted yet: then it goes to whoever leads the team by then. */
export const handOverMorning = reactTo(managerChanged, async (tx, context, { team: ref }) => {
  const now = context.clock.now()
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  const settings = team && (await settingsNow(tx, team, now))
  if (!team || team.archivedAt || !settings) return
  const date = localDate(now, settings.zone)
  const { readers, free } = await readersOf(tx, ref, date)
  if (readers.length === 0) return
  const leader = (await leadersNow(tx, [team], now)).get(team.teamId)
  const drafts: MessageDraft[] =
    leader && free && !readers.includes(leader)
      ? [
          {
            ...{ workspaceId: ref.workspaceId, key: free, kind: MORNING, teamId: ref.teamId },
            ...{ audience: { to: 'person', userId: leader }, subject: { date: date.toString() } },
          },
        ]
      : []
  if (drafts.length > 0) await recordSent(tx, context, drafts)
  await enqueueMessage(tx, context, [...morningEdits({ ...ref, date, kind: STANDUP_KIND.name }), ...drafts])
})

/** Who got the date's message, and the key of the next one. Null: nobody more gets it. */
async function readersOf(tx: Transaction, { workspaceId, teamId }: TeamRef, date: Temporal.PlainDate) {
  const readers: string[] = []
  for (const key of morningKeys(teamId, date)) {
    const message = await findMessage(tx, { workspaceId, messageKey: key })
    if (!message?.toUserId) return { readers, free: key }
    readers.push(message.toUserId)
  }
  return { readers, free: null }
}
