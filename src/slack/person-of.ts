// Converts a user, as Slack describes one in an answer or an event, to a person of the workspace.
import { z } from 'zod'
import { nearestLocale } from '../core/i18n/locale.ts'
import type { Person } from '../core/person.ts'
import { cleanText } from '../core/text.ts'

/** Slack's limit for a display name. */
const NAME_LENGTH = 80
const SLACKBOT = 'USLACKBOT'

const text = z.string().nullish()
const flag = z.boolean().nullish()

/** The fields that are read of a user; an event has the same ones as `users.info`. */
export const SlackUser = z.object({
  id: text,
  team_id: text,
  name: text,
  real_name: text,
  profile: z.object({ display_name: text }).nullish(),
  tz: text,
  /** Missing where it was not asked for. */
  locale: text,
  deleted: flag,
  is_bot: flag,
  is_admin: flag,
  is_owner: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  enterprise_user: z.object({ enterprise_id: text, teams: z.array(z.string()).nullish() }).nullish(),
  /** When the profile was last changed, in seconds since 1970. */
  updated: z.number().nullish(),
})
export type SlackUser = z.infer<typeof SlackUser>

/** A user of an Enterprise organisation is in several workspaces; `team_id` may name any of them or the organisation. */
export function isOf({ team_id, enterprise_user }: SlackUser, teamId: string): boolean {
  const { enterprise_id, teams } = enterprise_user ?? {}
  return [team_id, enterprise_id, ...(teams ?? [])].includes(teamId)
}

/** Null: the user belongs to another workspace and is visible through a shared channel. */
export function personOf(workspaceId: string, user: SlackUser): Person | null {
  if (!user.id || user.is_stranger) return null
  if (user.team_id && !isOf(user, workspaceId)) return null
  return {
    workspaceId,
    userId: user.id,
    name: nameOf(user) ?? user.id,
    zone: supportedZone(user.tz),
    locale: nearestLocale(user.locale),
    isBot: user.is_bot === true || user.id === SLACKBOT,
    isAdmin: user.is_admin === true || user.is_owner === true,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
    deactivated: user.deleted === true,
  }
}

/** The first name that is not blank after cleaning: a display name can be any text. */
function nameOf({ profile, real_name, name }: SlackUser): string | undefined {
  return [profile?.display_name, real_name, name]
    .map((one) => cleanText(one ?? '', NAME_LENGTH))
    .find((one) => one !== '')
}

/** UTC where this runtime does not know the zone: Slack's IANA data may be newer. */
function supportedZone(zone: string | null | undefined): string {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone ?? 'UTC')
    return zone ?? 'UTC'
  } catch {
    return 'UTC'
  }
}
