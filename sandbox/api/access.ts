// Which channels the calling app can see and use, and which scope each kind of channel needs.
import type { Channel, ChannelKind } from '../state/entities.ts'
import { type Call, type Refused, refuse } from './answer.ts'
import { missingScope } from './check-call.ts'

const PREFIX: Readonly<Record<ChannelKind, string>> = {
  public: 'channels',
  private: 'groups',
  im: 'im',
  mpim: 'mpim',
}

export type Found = { ok: true; channel: Channel } | Refused

/** The channel if this app may see it: a private one only as a member. */
export function visibleChannel(call: Call, id: string | undefined): Found {
  const channel = id === undefined ? undefined : call.workspace.channels.get(id)
  if (channel === undefined) return refuse('channel_not_found')
  if (channel.kind !== 'public' && !channel.members.has(call.installation.botUserId))
    return refuse('channel_not_found')
  return { ok: true, channel }
}

/** As {@link visibleChannel}, and the app holds the scope for the kind of channel, such as `channels:read` or `im:history`. */
export function permittedChannel(call: Call, id: string | undefined, verb: 'read' | 'history'): Found {
  const found = visibleChannel(call, id)
  if (!found.ok) return found
  const scope = scopeOf(found.channel.kind, verb)
  return call.installation.scopes.includes(scope) ? found : missingScope(scope, call.installation)
}

export function scopeOf(kind: ChannelKind, verb: 'read' | 'history'): string {
  return `${PREFIX[kind]}:${verb}`
}

/** Parses `types=public_channel,im`; undefined when a type is unknown. */
export function kindsOf(types: string[]): ChannelKind[] | undefined {
  const kinds: Readonly<Record<string, ChannelKind>> = {
    public_channel: 'public',
    private_channel: 'private',
    im: 'im',
    mpim: 'mpim',
  }
  const known = (types.length === 0 ? ['public_channel'] : types).map((type) => kinds[type])
  return known.includes(undefined) ? undefined : (known as ChannelKind[])
}
