// Changes of a user's zone, language, name or status; the app receives user_change.
import { eventTs, sendEvent } from '../delivery/events.ts'
import type { Platform } from '../platform.ts'
import type { User } from '../state/entities.ts'
import { userJson } from '../state/users.ts'
import { nowSeconds, type Workspace } from '../state/workspace.ts'

export type ProfileChange = Partial<
  Pick<
    User,
    | 'name'
    | 'realName'
    | 'tz'
    | 'locale'
    | 'deleted'
    | 'isAdmin'
    | 'isOwner'
    | 'isRestricted'
    | 'isUltraRestricted'
  >
>

export function changeProfile(
  platform: Platform,
  workspace: Workspace,
  user: User,
  change: ProfileChange,
): void {
  Object.assign(user, change, { updatedSeconds: nowSeconds(platform) })
  if (user.deleted) leaveAll(workspace, user.id)
  platform.changes.announce({ kind: 'user', workspaceId: workspace.id, userId: user.id })
  sendEvent(platform, workspace, {
    subscription: 'user_change',
    event: {
      type: 'user_change',
      user: userJson(platform, workspace, user, { locale: true }),
      cache_ts: nowSeconds(platform),
      event_ts: eventTs(platform),
    },
  })
}

/** A deactivated user leaves all channels; the other user keeps the direct message. */
function leaveAll(workspace: Workspace, userId: string): void {
  for (const channel of workspace.channels.values())
    if (channel.kind === 'public' || channel.kind === 'private') channel.members.delete(userId)
}

/** Sends team_join for a new user. */
export function announceNewUser(platform: Platform, workspace: Workspace, user: User): void {
  const event = {
    type: 'team_join',
    user: userJson(platform, workspace, user, { locale: true }),
    event_ts: eventTs(platform),
  }
  sendEvent(platform, workspace, { subscription: 'team_join', event })
}
