// The users and bots of a workspace, and their JSON.
import type { Json } from '../json.ts'
import type { User } from './entities.ts'
import { makeId, nowSeconds, type PlatformState, type Workspace } from './workspace.ts'

export type UserFacts = { name: string } & Partial<Omit<User, 'updatedSeconds' | 'name'>>

export function addUser(state: PlatformState, workspace: Workspace, facts: UserFacts): User {
  const user: User = {
    id: makeId(state, 'U'),
    realName: facts.name,
    title: '',
    tz: 'Etc/UTC',
    locale: 'en-US',
    isBot: false,
    deleted: false,
    isAdmin: false,
    isOwner: false,
    isRestricted: false,
    isUltraRestricted: false,
    updatedSeconds: nowSeconds(state),
    ...facts,
  }
  workspace.users.set(user.id, user)
  state.changes.announce({ kind: 'user', workspaceId: workspace.id, userId: user.id })
  return user
}

/** By id or by handle (with or without @). */
export function findUser(workspace: Workspace, idOrName: string): User | undefined {
  const name = idOrName.replace(/^@/, '')
  return workspace.users.get(name) ?? [...workspace.users.values()].find((user) => user.name === name)
}

export function userJson(
  state: PlatformState,
  workspace: Workspace,
  user: User,
  options: { locale?: boolean } = {},
): Json {
  const zoned = Temporal.Instant.fromEpochMilliseconds(state.clock.now()).toZonedDateTimeISO(user.tz)
  return {
    id: user.id,
    team_id: workspace.id,
    name: user.name,
    deleted: user.deleted,
    color: '9f69e7',
    real_name: user.realName,
    tz: user.tz,
    tz_label: zoneLabel(user.tz, state.clock.now()),
    tz_offset: zoned.offsetNanoseconds / 1e9,
    profile: {
      title: user.title,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.realName,
      display_name_normalized: user.realName,
      phone: '',
      skype: '',
      status_text: '',
      status_emoji: '',
      status_emoji_display_info: [],
      status_expiration: 0,
      team: workspace.id,
    },
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: false,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isUltraRestricted,
    is_bot: user.isBot,
    is_app_user: false,
    updated: user.updatedSeconds,
    is_email_confirmed: !user.isBot,
    who_can_share_contact_card: 'EVERYONE',
    ...(options.locale ? { locale: user.locale } : {}),
  }
}

/** Cached: creating a formatter is by far the slowest part of a user's JSON. */
const zoneFormats = new Map<string, Intl.DateTimeFormat>()

function zoneLabel(tz: string, instantMs: number): string {
  const format =
    zoneFormats.get(tz) ?? new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' })
  zoneFormats.set(tz, format)
  const parts = format.formatToParts(instantMs)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? tz
}
