// People change their zone, language or name, are deactivated, become guests; the app is told by user_change.
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

/** A deactivated user is in no channel any more; direct messages stay readable for the others. */
function leaveAll(workspace: Workspace, userId: string): void {
  for (const channel of workspace.channels.values())
    if (channel.kind === 'public' || channel.kind === 'private') channel.members.delete(userId)
}

/** A new colleague: the app hears of them by team_join. */
export function announceNewUser(platform: Platform, workspace: Workspace, user: User): void {
  const event = {
    type: 'team_join',
    user: userJson(platform, workspace, user, { locale: true }),
    event_ts: eventTs(platform),
  }
  sendEvent(platform, workspace, { subscription: 'team_join', event })
}
