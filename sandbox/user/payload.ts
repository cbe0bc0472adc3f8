// The parts that all interaction payloads share.
import type { Outcome } from '../delivery/delivery.ts'
import type { Json } from '../json.ts'
import type { Channel } from '../state/entities.ts'
import type { UserContext } from './user-context.ts'

export function commonPayload({ platform, workspace, user }: UserContext): Json {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: workspace.id },
    api_app_id: platform.app.id,
    token: platform.app.verificationToken,
    team: { id: workspace.id, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** Without interactivity in the manifest, nothing is delivered. */
export async function deliverInteraction({ platform }: UserContext, payload: Json): Promise<Outcome> {
  if (!platform.app.manifest.interactivity) return { acked: false, reason: 'no_connection', retry: false }
  return platform.delivery.deliver({ kind: 'interactive', payload, retryAttempt: 0, retryReason: '' })
}

/** Payloads name only public channels; others have a generic name. */
export function channelNameFor(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage'
  return channel.kind === 'public' ? channel.name : 'privategroup'
}

/** The error that the user sees when the app did not ack. */
export function failureSentence(reason: string): string {
  if (reason === 'no_connection') return 'dispatch_failed'
  return reason === 'timeout' ? 'operation_timeout' : 'http_client_error'
}
