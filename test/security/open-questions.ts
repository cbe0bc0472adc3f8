// Opens the questions about a team that wait for somebody's answer, for the security tests.
import { insertJoinRequest } from '../../src/org/db/join-requests.ts'
import { insertLeaveRequest } from '../../src/org/db/leave-requests.ts'
import { saveManagerQuestion, saveParentProposal } from '../../src/org/db/open-questions.ts'
import { setDelegate } from '../../src/org/db/teams.ts'
import type { TestContext } from '../support/context.ts'
import type { Holding, ROLES } from './world.ts'

interface Other {
  teamId: string
  managerUserId: string
}

/** Open are: who manages the team next, whether it goes under another team, and whether that one may have two of its people. */
export async function askAbout(
  { db, clock }: TestContext,
  people: typeof ROLES,
  team: Omit<Holding, 'cascadeVersion'>,
  other: Other,
): Promise<void> {
  const { teamId: otherTeamId, managerUserId: requestedBy } = other
  team.proposedTeamId = otherTeamId
  const [manager] = await db.execute<{ id: string }>(
    `select manager_user_id as id from teams where team_id = '${team.teamId}'`,
  )
  await setDelegate(db, team, people.delegate)
  const asked = { askedUserId: people.director, askedAt: clock.now(), keptBy: null }
  await saveManagerQuestion(db, team, {
    managerUserId: manager!.id,
    since: Temporal.PlainDate.from(team.standupDate),
    ...asked,
  })
  const proposed = { proposedBy: people.admin, proposedAt: clock.now() }
  await saveParentProposal(db, team, { parentTeamId: otherTeamId, ...proposed })
  const wanted = {
    ...{ workspaceId: team.workspaceId, teamId: otherTeamId, homeTeamId: team.teamId, requestedBy },
    ...{ role: 'hunter' as const, askedAt: clock.now() },
    ...{ state: 'waiting' as const, decidedBy: null, decidedAt: null },
  }
  team.joinRequestId = crypto.randomUUID()
  await insertJoinRequest(db, {
    ...{ ...wanted, requestId: team.joinRequestId, userId: team.repUserId },
    ...{ askedUserId: manager!.id, askedTeamId: team.teamId },
  })
  team.passedOnRequestId = crypto.randomUUID()
  await insertJoinRequest(db, {
    ...{ ...wanted, requestId: team.passedOnRequestId, userId: people['another rep'] },
    ...{ askedUserId: people.admin, askedTeamId: null },
  })
  team.leaveRequestId = crypto.randomUUID()
  team.askedLeaveId = crypto.randomUUID()
  const past = Temporal.PlainDate.from(team.standupDate).subtract({ days: 10 })
  await insertLeaveRequest(db, {
    ...{ workspaceId: team.workspaceId, requestId: team.leaveRequestId, leaveId: team.askedLeaveId },
    ...{ userId: people['another rep'], wish: 'record', from: past, to: past, part: 'whole', kind: 'sick' },
    ...{ numberDays: [], homeTeamId: team.teamId, askedUserId: manager!.id, askedTeamId: team.teamId },
    ...{ askedAt: clock.now(), state: 'waiting', decidedBy: null, decidedAt: null },
  })
}
