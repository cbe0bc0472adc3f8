// Sends an event to the app if it subscribed to it, holds the scope and may see the channel; retries when it is not acked.
import { randomBytes } from 'node:crypto'
import { EVENT_SCOPES } from '../api/event-table.ts'
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import { channelType } from '../state/channels.ts'
import type { Channel } from '../state/entities.ts'
import { tsOf } from '../state/messages.ts'
import type { Workspace } from '../state/workspace.ts'

export interface SlackEvent {
  /** As the manifest subscribes to it: `message.im`, `member_joined_channel`. */
  subscription: string
  event: Json & { type: string }
  /** Where it happened; the app must be in it unless `about` is the app itself. */
  channel?: Channel
  about?: string
}

/** After this much of real time an unacked event comes again; docs.slack.dev /apis/events-api. */
export const RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000]

export function eventTs(platform: Platform): string {
  return tsOf(BigInt(Math.floor(platform.clock.now() * 1000)))
}

/** Returns at once; the delivery runs in the background. */
export function sendEvent(platform: Platform, workspace: Workspace, sent: SlackEvent): void {
  if (!wanted(platform, workspace, sent)) return
  const payload = wrapped(platform, workspace, sent)
  const name = sent.event.type
  const held = platform.faults.take(['delayed_event'], name)
  void attempt(platform, payload, 0, held?.delayMs ?? (held ? 1000 : 0))
  if (platform.faults.take(['duplicate_event'], name)) void attempt(platform, payload, 1, 0)
}

function wanted(
  { app }: Platform,
  workspace: Workspace,
  { subscription, channel, about }: SlackEvent,
): boolean {
  const installation = workspace.installation
  if (installation === undefined || !app.manifest.botEvents.includes(subscription)) return false
  const scopes = scopesOf(subscription, channel)
  if (scopes.length > 0 && !scopes.some((scope) => installation.scopes.includes(scope))) return false
  return (
    channel === undefined || channel.members.has(installation.botUserId) || about === installation.botUserId
  )
}

/** The scope for this kind of channel, for an event that has one for each kind. */
function scopesOf(subscription: string, channel: Channel | undefined): readonly string[] {
  const scopes = EVENT_SCOPES[subscription]
  if (scopes === undefined) throw new Error(`No table says which scope ${subscription} needs.`)
  if (channel === undefined || scopes.length < 2) return scopes
  const prefix = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' }[channelType(channel)]
  return scopes.filter((scope) => scope.startsWith(`${prefix}:`))
}

async function attempt(platform: Platform, payload: Json, number: number, delayMs: number): Promise<void> {
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs).unref())
  const outcome = await platform.delivery.deliver({
    kind: 'events_api',
    payload,
    retryAttempt: number,
    retryReason: number === 0 ? '' : 'timeout',
  })
  const next = platform.retryDelaysMs[number]
  if (!outcome.acked && outcome.retry && next !== undefined)
    await attempt(platform, payload, number + 1, next)
}

function wrapped(platform: Platform, workspace: Workspace, { event }: SlackEvent): Json {
  return {
    token: platform.app.verificationToken,
    team_id: workspace.id,
    context_team_id: workspace.id,
    context_enterprise_id: null,
    api_app_id: platform.app.id,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(6).toString('hex').toUpperCase().slice(0, 10)}`,
    event_time: Math.floor(platform.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: workspace.installation!.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${Buffer.from(JSON.stringify({ et: event.type, tid: workspace.id, aid: platform.app.id })).toString('base64url')}`,
  }
}
