// Installs the app into a workspace, with a bot user and a token, and uninstalls it.
import type { App, Installation } from './app.ts'
import { addUser } from './users.ts'
import { makeId, type PlatformState, type Workspace } from './workspace.ts'

/**
 * A second installation keeps the token and adds scopes. After an uninstall, the app gets the same bot user and a new
 * token.
 * @param scopes what was granted [all that the manifest asks for]
 */
export function installApp(
  state: PlatformState,
  workspace: Workspace,
  scopes: readonly string[] = state.app.manifest.botScopes,
): Installation {
  const { installation, removed } = workspace
  if (installation) {
    installation.scopes = [...new Set([...installation.scopes, ...scopes])]
    return installation
  }
  const { botUserId, botId } = removed ?? addBot(state, workspace)
  workspace.users.get(botUserId)!.deleted = false
  workspace.installation = {
    botUserId,
    botId,
    botToken: freshToken(state.app, workspace.id),
    scopes: [...scopes],
  }
  workspace.removed = undefined
  return workspace.installation
}

/** The bot user that the app has, or will have, in this workspace. */
export function addBot(
  state: PlatformState,
  workspace: Workspace,
  id?: string,
): NonNullable<Workspace['removed']> {
  const { name } = state.app.manifest
  const bot = addUser(state, workspace, {
    name: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ''),
    realName: name,
    isBot: true,
    deleted: true,
    ...(id === undefined ? {} : { id }),
  })
  workspace.removed = { botUserId: bot.id, botId: makeId(state, 'B') }
  return workspace.removed
}

/** The first token depends on the workspace's id only, so that it stays valid when the sandbox is restarted. */
function freshToken(app: App, workspaceId: string): string {
  const first = `xoxb-${workspaceId}-sandbox`
  let token = first
  for (let number = 2; app.revokedTokens.has(token); number += 1) token = `${first}-${number}`
  return token
}

/** The token stops working and the bot leaves every channel. */
export function uninstallApp(state: PlatformState, workspace: Workspace): void {
  const gone = workspace.installation
  if (gone === undefined) return
  workspace.installation = undefined
  workspace.removed = { botUserId: gone.botUserId, botId: gone.botId }
  state.app.revokedTokens.add(gone.botToken)
  for (const channel of workspace.channels.values())
    if (channel.kind === 'public' || channel.kind === 'private') channel.members.delete(gone.botUserId)
  workspace.users.get(gone.botUserId)!.deleted = true
}

/** The workspace whose bot token this is. */
export function workspaceOfToken(state: PlatformState, token: string): Workspace | undefined {
  return [...state.workspaces.values()].find((workspace) => workspace.installation?.botToken === token)
}
