// Loads the facts of the message that ends a set-up in the background.
import type { Queryable } from '../../../core/db/client.ts'
import { waitingForTeam } from '../../../org/db/join-requests.ts'
import { activeMembers } from '../../../org/db/members.ts'
import { latestSettings } from '../../../org/db/settings.ts'
import { loadTeam } from '../../../org/db/teams.ts'
import type { Message } from '../../../outbox/flows/message-kind.ts'
import type { SetupFinishedFacts } from '../../domain/setup-finished.ts'

/** Null: the team is gone. */
export async function loadSetupFinished(
  db: Queryable,
  { workspaceId, subject }: Message<'setup-finished'>,
): Promise<SetupFinishedFacts | null> {
  if (subject.teamId === null)
    return { ...subject, teamName: '', people: 0, waiting: [], promptTime: '00:00', checkinName: '' }
  const team = await loadTeam(db, workspaceId, subject.teamId)
  const latest = team && (await latestSettings(db, team))
  if (!latest) return null
  const { name, promptTime, checkinName } = latest.settings
  const { length: people } = await activeMembers(db, team)
  return {
    ...subject,
    teamName: name,
    people,
    waiting: await waitingForTeam(db, team),
    promptTime,
    checkinName,
  }
}
