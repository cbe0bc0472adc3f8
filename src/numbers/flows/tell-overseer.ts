// Tells whoever stands above a manager that the manager corrected a number of their own.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { MetricKey } from '../../core/ids.ts'
import { recordRecipients } from '../../org/audit/flows/record-reading.ts'
import { findPerson } from '../../org/db/people.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { may } from '../../org/domain/permissions.ts'
import type { Member } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { whoIsAbove } from '../../org/flows/who-acts-for.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { maySeeNumbersOf } from '../domain/permissions.ts'

/** The manager of the team above, with the numbers; else an admin, without them. Nobody, where the bot knows neither. */
export async function tellOverseer(
  tx: Transaction,
  context: Context,
  member: Member,
  { metricKey, sourceKey }: { metricKey: MetricKey; sourceKey: string },
): Promise<void> {
  const { workspaceId, teamId, memberId, userId } = member
  const now = context.clock.now()
  const team = (await loadTeam(tx, workspaceId, teamId))!
  const overseerId = await whoIsAbove(tx, team, now, [team.managerUserId, userId])
  const overseer = overseerId && (await findPerson(tx, workspaceId, overseerId))
  if (!overseer) return
  if (may(await actorOf(tx, overseer, now), maySeeNumbersOf, { workspaceId, teamId, userId }))
    await recordRecipients(tx, context, {
      ...{ workspaceId, viewers: [overseer.userId] },
      parts: [{ userId, what: 'numbers' }],
    })
  await enqueueMessage(tx, context, [
    {
      ...{ workspaceId, key: `own-corrected:${memberId}:${sourceKey}`, kind: 'own-number-corrected' },
      audience: { to: 'person', userId: overseer.userId },
      // Without a team: where it cannot be delivered, the manager would be told.
      teamId: null,
      subject: { memberId, metricKey, sourceKey },
    },
  ])
}
