// Installs the app into a workspace, which gives it a bot user and a token, and takes it out again.
import type { App, Installation } from './app.ts'
import { addUser } from './users.ts'
import { makeId, type PlatformState, type Workspace } from './workspace.ts'

/**
 * Installed a second time it keeps its token and gains scopes; after it was removed it comes back as the same bot user
 * with a new token.
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

/** Who the app will be in this workspace, once it is installed. */
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

/** The first token is told by the workspace alone, so that a restarted sandbox knows the bot again. */
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
