// users.getPresence, dnd.*, usergroups.users.list: users are always active, never in do-not-disturb, and in no user group.
import type { Json } from '../json.ts'
import { nowSeconds } from '../state/workspace.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { listArgument, textArgument } from './arguments.ts'
import { refuseArguments } from './check-call.ts'

export function getPresence({ platform, workspace, installation, args }: Call): Answer {
  const id = textArgument(args, 'user') ?? installation.botUserId
  const user = workspace.users.get(id)
  if (user === undefined) return refuseArguments(['invalid user [json-pointer:/user]'])
  const presence = user.deleted ? 'away' : 'active'
  if (id !== installation.botUserId) return grant({ presence })
  const how = { online: true, auto_away: false, manual_away: false, connection_count: 1 }
  return grant({ presence, ...how, last_activity: nowSeconds(platform) })
}

const UNDISTURBED = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 }

export function dndInfo({ workspace, installation, args }: Call): Answer {
  const id = textArgument(args, 'user') ?? installation.botUserId
  return workspace.users.has(id) ? grant({ ...UNDISTURBED, snooze_enabled: false }) : refuse('user_not_found')
}

export function dndTeamInfo({ workspace, args }: Call): Answer {
  const ids = listArgument(args, 'users')
  if (ids.length === 0) return refuse('no_users_provided')
  if (ids.some((id) => !workspace.users.has(id))) return refuse('user_not_visible')
  const users: Json = Object.fromEntries(ids.map((id) => [id, { ...UNDISTURBED }]))
  return grant({ users })
}

export function usergroupsUsersList(): Answer {
  return refuse('no_such_subteam')
}
