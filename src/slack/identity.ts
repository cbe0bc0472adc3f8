// Reads the bot's user and workspace from Slack (auth.test).
import type { WebClient } from '@slack/web-api'
import type { Identity } from './connection.ts'

export async function askIdentity(client: WebClient): Promise<Identity> {
  const { team_id, team, user_id, bot_id } = await client.auth.test()
  if (!team_id || !user_id) throw new Error('auth.test returned no workspace id or no bot user id.')
  return { workspaceId: team_id, workspaceName: team ?? team_id, botUserId: user_id, botId: bot_id ?? '' }
}
