// Loads what a person may know about the language model: which requests held their data, and for whom it can be switched off.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { loadTeams } from '../../org/db/teams.ts'
import { mayChangeSettings, mayChangeWorkspace } from '../../org/domain/org-permissions.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { namedTeams } from '../../org/flows/named-teams.ts'
import {
  type MonthUsage,
  type RequestCursor,
  requestsAbout,
  type SentRequest,
  usageSince,
} from '../db/requests.ts'
import { loadModelSettings, offTeams } from '../db/settings.ts'
import { monthBefore, type Prices } from '../domain/usage.ts'

export interface PrivacyView {
  /** False: no key is set. */
  isSetUp: boolean
  isOff: boolean
  /** In how many of the reader's teams it is off. */
  offIn: 'none' | 'some' | 'all'
  /** A page of those that held the reader's data. */
  requests: readonly SentRequest[]
  /** The latest requests, with none before them. */
  first: boolean
  /** Null: none is older. */
  next: RequestCursor | null
  teams: readonly { teamId: TeamId; name: string; isOff: boolean }[]
  /** For an admin alone. */
  costs: { months: readonly MonthUsage[]; monthlyTokens: number | null; prices: Prices | null } | null
}

const ON_PAGE = 10
const MONTHS_SHOWN = 12
const TEAMS_SHOWN = 10

/** `after`: the last request of the page before. */
export async function showPrivacy(
  context: Context,
  who: Person,
  after: RequestCursor | null = null,
): Promise<PrivacyView> {
  const { db, clock, model } = context
  const { workspaceId } = who
  const now = clock.now()
  const actor = await actorOf(db, who, now)
  const settings = await loadModelSettings(db, workspaceId)
  const found = await requestsAbout(db, who, after, ON_PAGE + 1)
  const requests = found.slice(0, ON_PAGE)
  const off = await offTeams(db, workspaceId)
  const own = [...new Set([...actor.memberOf, ...actor.manages, ...actor.actsFor])]
  const ownOff = own.filter((teamId) => off.has(teamId)).length
  const ids = [...new Set([...actor.manages, ...actor.actsFor])]
    .filter((teamId) => may(actor, mayChangeSettings, { workspaceId, teamId }))
    .slice(0, TEAMS_SHOWN)
  const teams = [
    ...(
      await loadTeams(
        db,
        ids.map((teamId) => ({ workspaceId, teamId })),
      )
    ).values(),
  ]
  const isAdmin = may(actor, mayChangeWorkspace, { workspaceId })
  const from = monthBefore(now, MONTHS_SHOWN - 1)
  return {
    ...{ isSetUp: model !== undefined, isOff: settings.isOff },
    offIn: ownOff === 0 ? 'none' : ownOff < own.length ? 'some' : 'all',
    ...{ requests, first: after === null },
    next: found.length > requests.length ? requests.at(-1)! : null,
    teams: (await namedTeams(db, workspaceId, teams, now)).map(({ teamId, name, channelName }) => ({
      ...{ teamId, name: name ?? channelName ?? '', isOff: off.has(teamId) },
    })),
    costs: isAdmin
      ? {
          months: await usageSince(db, workspaceId, from),
          monthlyTokens: settings.monthlyTokens ?? model?.limits?.monthlyTokens ?? null,
          prices: model?.limits?.prices ?? null,
        }
      : null,
  }
}
