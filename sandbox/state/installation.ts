// Installs the app into a workspace, which gives it a bot user and a token, and takes it out again.
import { botTokenFor, type Installation } from './app.ts'
import { addUser } from './users.ts'
import { makeId, type Workspace, type World } from './workspace.ts'

export function installApp(world: World, workspace: Workspace): Installation {
  const handle = world.app.manifest.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')
  const bot = addUser(world, workspace, { name: handle, realName: world.app.manifest.name, isBot: true })
  workspace.installation = {
    botUserId: bot.id,
    botId: makeId(world, 'B'),
    botToken: botTokenFor(workspace.id),
    scopes: [...world.app.manifest.botScopes],
  }
  return workspace.installation
}

/** The token stops working and the bot leaves every channel. */
export function uninstallApp(workspace: Workspace): void {
  const botUserId = workspace.installation?.botUserId
  workspace.installation = undefined
  if (botUserId === undefined) return
  for (const channel of workspace.channels.values()) channel.members.delete(botUserId)
  const bot = workspace.users.get(botUserId)
  if (bot) bot.deleted = true
}

/** The workspace whose bot token this is. */
export function workspaceOfToken(world: World, token: string): Workspace | undefined {
  return [...world.workspaces.values()].find((workspace) => workspace.installation?.botToken === token)
}
