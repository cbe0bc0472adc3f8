// Counts each user's unread messages.
import type { Sandbox } from '../sandbox.ts'
import { Conversation } from '../user/conversation.ts'
import { readMrkdwn } from '../user/mrkdwn.ts'
import { UserSession } from '../user/user-session.ts'

export interface Unread {
  workspace: string
  user: string
  channel: string
  count: number
  /** As a notification would show it to them. */
  latest: { ts: string; from: string; text: string } | null
}

export function unreadOf({ platform }: Sandbox): Unread[] {
  return [...platform.workspaces.values()].flatMap((workspace) =>
    [...workspace.unread].flatMap(([key, count]) => {
      const [userId, channelId] = key.split(' ') as [string, string]
      const user = workspace.users.get(userId)
      const channel = workspace.channels.get(channelId)
      if (count === 0 || user === undefined || channel === undefined || user.isBot) return []
      const session = new UserSession(platform, workspace, user)
      const latest = new Conversation(session, channel).sees().findLast((seen) => seen.from !== user.name)
      return {
        workspace: workspace.id,
        user: userId,
        channel: channelId,
        count,
        latest: latest
          ? { ts: latest.ts, from: latest.from, text: readMrkdwn(session, latest.text) || latest.words }
          : null,
      }
    }),
  )
}
