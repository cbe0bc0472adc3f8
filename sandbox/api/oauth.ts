// oauth.v2.access, oauth.v2.exchange, auth.revoke, apps.uninstall: how an app gets a workspace's token and loses it.

import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { App } from '../state/app.ts'
import { installApp } from '../state/installation.ts'
import { spendCode } from '../state/oauth-codes.ts'
import { removeFromWorkspace } from '../user/uninstall.ts'
import { type Answer, type Call, grant, type Refused, refuse } from './answer.ts'
import { flagArgument, textArgument } from './arguments.ts'

/** Exchanges the code of the install page for the workspace's bot token; docs.slack.dev /authentication/installing-with-oauth. */
export function oauthAccess(platform: Platform, args: Json): Answer {
  const { app } = platform
  const stranger = checkClient(app, args)
  if (stranger) return stranger
  if (args.assertion !== undefined) return refuse('preview_feature_not_available')
  if (args.code_verifier !== undefined) return refuse('pkce_not_allowed')
  const type = textArgument(args, 'grant_type') ?? 'authorization_code'
  if (type === 'refresh_token') return refuse('invalid_refresh_token')
  if (type !== 'authorization_code') return refuse('invalid_grant_type')
  const allowed = spendCode(app, textArgument(args, 'code') ?? '')
  const workspace = platform.workspaces.get(allowed?.workspaceId ?? '')
  if (allowed === undefined || workspace === undefined) return refuse('invalid_code')
  if (textArgument(args, 'redirect_uri') !== allowed.redirectUri) return refuse('bad_redirect_uri')
  const { scopes, botToken, botUserId } = installApp(platform, workspace, allowed.scopes)
  platform.changes.announce({ kind: 'user', workspaceId: workspace.id, userId: botUserId })
  return grant({
    app_id: app.id,
    authed_user: { id: allowed.userId },
    scope: scopes.join(','),
    token_type: 'bot',
    access_token: botToken,
    bot_user_id: botUserId,
    team: { id: workspace.id, name: workspace.name },
    enterprise: null,
    is_enterprise_install: false,
  })
}

/** The sandbox has no token rotation. */
export function oauthExchange({ platform, args }: Call): Answer {
  return checkClient(platform.app, args) ?? refuse('token_rotation_not_enabled')
}

/** An installation has only its bot token: revoking it uninstalls the app. */
export function authRevoke({ platform, workspace, args }: Call): Answer {
  if (flagArgument(args, 'test')) return grant({ revoked: false })
  removeFromWorkspace(platform, workspace)
  return grant({ revoked: true })
}

export function appsUninstall({ platform, workspace, args }: Call): Answer {
  const stranger = checkClient(platform.app, args)
  if (stranger) return stranger
  removeFromWorkspace(platform, workspace)
  return grant()
}

function checkClient(app: App, args: Json): Refused | undefined {
  if (textArgument(args, 'client_id') !== app.clientId) return refuse('invalid_client_id')
  return textArgument(args, 'client_secret') === app.clientSecret ? undefined : refuse('bad_client_secret')
}

/** Client id and secret from HTTP Basic authentication, which may replace the arguments. */
export function basicCredentials(header: string | undefined): Json {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return {}
  const [id, secret] = Buffer.from(encoded, 'base64').toString().split(':').map(decodeURIComponent)
  return { client_id: id, client_secret: secret }
}
