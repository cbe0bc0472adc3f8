// What org itself does when members of a team change: everyone concerned is told, it is audited, and what was asked about who left ends.
import { reactTo } from '../../core/changes.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { loadTeam } from '../db/teams.ts'
import { membershipChanged } from './changes.ts'
import { endForLeavers } from './join-requests.ts'
import { membershipEvents } from './membership-events.ts'
import { membershipMessages } from './membership-messages.ts'

const tellMembers = reactTo(membershipChanged, async (tx, context, { team: ref, ...change }) => {
  const team = await loadTeam(tx, ref.workspaceId, ref.teamId)
  if (team) await enqueueMessage(tx, context, membershipMessages(team, change, context.clock.now()))
})

const auditMembers = reactTo(membershipChanged, async (tx, context, { team, ...change }) =>
  recordAudit(tx, context, membershipEvents(team, change)),
)

const endPointlessRequests = reactTo(membershipChanged, async (tx, context, { team, left }) =>
  endForLeavers(
    tx,
    context,
    team,
    left.map(({ member }) => member.userId),
  ),
)

export const orgReactions = [tellMembers, auditMembers, endPointlessRequests]
