// Uninstalls the app from a workspace: it receives the events, and its token is revoked.
import { eventTs, sendEvent } from '../delivery/events.ts'
import type { Platform } from '../platform.ts'
import { uninstallApp } from '../state/installation.ts'
import type { Workspace } from '../state/workspace.ts'

export function removeFromWorkspace(platform: Platform, workspace: Workspace): void {
  const botUserId = workspace.installation?.botUserId
  if (botUserId === undefined) return
  const tokens = { oauth: [], bot: [botUserId] }
  sendEvent(platform, workspace, {
    subscription: 'tokens_revoked',
    event: { type: 'tokens_revoked', tokens, event_ts: eventTs(platform) },
  })
  sendEvent(platform, workspace, {
    subscription: 'app_uninstalled',
    event: { type: 'app_uninstalled', event_ts: eventTs(platform) },
  })
  uninstallApp(platform, workspace)
  platform.changes.announce({ kind: 'user', workspaceId: workspace.id, userId: botUserId })
}
