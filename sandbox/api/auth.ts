// auth.test, auth.teams.list, team.info and apps.connections.open: who the token belongs to, and the URL of a Socket Mode connection.
import type { Platform } from '../platform.ts'
import { type Answer, type Call, grant, refuse } from './answer.ts'
import { countArgument, flagArgument, textArgument } from './arguments.ts'
import { page } from './paging.ts'

export function authTest({ workspace, installation, platform }: Call): Answer {
  return grant({
    url: `https://${workspace.domain}.slack.com/`,
    team: workspace.name,
    user: workspace.users.get(installation.botUserId)!.name,
    team_id: workspace.id,
    user_id: installation.botUserId,
    bot_id: installation.botId,
    app_id: platform.app.id,
    is_enterprise_install: false,
  })
}

/** Lists the workspaces of an org-wide installation; in the sandbox each installation is in one workspace. */
export function authTeamsList({ workspace, args }: Call): Answer {
  const limit = countArgument(args, 'limit', 100)
  if (limit === undefined || limit > 1000) return refuse('invalid_limit')
  const icon = flagArgument(args, 'include_icon') ? { icon: { image_default: true } } : {}
  const found = page(args, [{ id: workspace.id, name: workspace.name, ...icon }], 1000)
  if (!found.ok) return found
  return grant({ teams: found.items, response_metadata: { next_cursor: found.nextCursor } })
}

export function teamInfo({ workspace, args }: Call): Answer {
  const asked = textArgument(args, 'team')
  if (asked !== undefined && asked !== workspace.id) return refuse('team_not_found')
  return grant({
    team: {
      id: workspace.id,
      name: workspace.name,
      domain: workspace.domain,
      url: `https://${workspace.domain}.slack.com/`,
      email_domain: '',
      icon: { image_default: true },
      is_verified: false,
    },
  })
}

export function connectionsOpen(platform: Platform): Answer {
  if (!platform.app.manifest.socketMode) return refuse('forbidden_team')
  return grant({ url: platform.delivery.openTicket() })
}
