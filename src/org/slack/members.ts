// `/kpi members`: lists the members of the team by role, and changes them.

import { z } from 'zod'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, SubmitHandler } from '../../slack/requests.ts'
import { mayChangeMembers } from '../domain/org-permissions.ts'
import { changeMembers } from '../flows/change-members.ts'
import { loadMembersFacts } from '../flows/load-members.ts'
import { isAllowedInTeam } from '../flows/resolve-team.ts'
import { inChosenTeam } from './chosen-team.ts'
import { TEAM } from './ids.ts'
import { membersDoneView, membersErrors, membersView, readMembers, readTeamMetadata } from './members-form.ts'
import { resolveTeamOrReply } from './resolve-team-or-reply.ts'

export const membersCommand: CommandHandler = async (call, context) => {
  const team = await resolveTeamOrReply(call, context, mayChangeMembers, TEAM.membersOf)
  if (team) await call.open(membersView(await loadMembersFacts(context, team), call.t))
}

export const membersOfChosen = inChosenTeam(membersCommand, mayChangeMembers)

/** Replaces the modal by the members form of the team in the button's value. */
export const toMembers: ActionHandler = async (call, context) => {
  const { who, t } = call
  const teamId = z.uuid().safeParse(call.value).data
  if (!teamId || !(await isAllowedInTeam(context.db, who, mayChangeMembers, teamId, call.now)))
    return call.replyEphemeral(textMessage(t('team.notAllowed')))
  const ref = { workspaceId: who.workspaceId, teamId }
  await call.update(membersView(await loadMembersFacts(context, ref), t))
}

export const submitMembers: SubmitHandler = async (call, context) => {
  const { who, t } = call
  const teamId = readTeamMetadata(call.metadata)
  if (!teamId) return { kind: 'errors', errors: membersErrors({ ok: false, reason: 'not-allowed' }, t) }
  const read = readMembers(call.state, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const changed = await changeMembers(context, who, teamId, read.value)
  if (!changed.ok) return { kind: 'errors', errors: membersErrors(changed, t) }
  const facts = await loadMembersFacts(context, { workspaceId: who.workspaceId, teamId })
  return { kind: 'update', view: membersDoneView(changed, facts, t) }
}
