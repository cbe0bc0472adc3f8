// Lets a person keep the public holidays of another country than their team's: set by themselves or by whoever manages their home team.

import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { homeTeamOf, homeTeamsOf } from '../db/home-teams.ts'
import { userKey } from '../db/leaves.ts'
import { activeMembers } from '../db/members.ts'
import { ownHolidaysOf, saveOwnHolidays } from '../db/own-holidays.ts'
import { findPerson } from '../db/people.ts'
import { settingsNow } from '../db/settings.ts'
import { loadTeam } from '../db/teams.ts'
import type { HolidayPlace } from '../domain/calendar.ts'
import { currentDates } from '../domain/joining.ts'
import { maySetHolidays } from '../domain/org-permissions.ts'
import { may } from '../domain/permissions.ts'
import { actorOf } from './actor.ts'
import { announceCalendar } from './announce.ts'
import { lockedMemberships } from './leave-steps.ts'
import { whoActsFor } from './who-acts-for.ts'

export interface HolidaysFacts {
  /** The team whose members can be chosen. Null: the person's own holidays alone. */
  teamId: TeamId | null
  /** Of the team, or of the person's home team. */
  teamPlace: HolidayPlace
  /** Who keeps other holidays than the team's. */
  own: readonly { userId: UserId; place: HolidayPlace }[]
}

/** `teamId` null: for one's own holidays. Null: the person may not set them. */
export async function loadHolidays(
  { db, clock }: Context,
  who: Person,
  teamId: TeamId | null,
): Promise<HolidaysFacts | null> {
  const { workspaceId, userId } = who
  const now = clock.now()
  const home = teamId ?? (await homeTeamOf(db, who))
  const subject = home && { workspaceId, teamId: home, ...(teamId ? {} : { userId }) }
  if (!subject || !may(await actorOf(db, who, now), maySetHolidays, subject)) return null
  const settings = await settingsNow(db, subject, now)
  if (!settings) return null
  const { holidayCountry: country, holidayRegion: region } = settings
  const people = teamId ? await atHomeIn(db, subject) : [{ workspaceId, userId }]
  const chosen = await ownHolidaysOf(db, people)
  const own = people.flatMap((person) => {
    const place = chosen.get(userKey(person))?.[0]?.place
    return place ? [{ userId: person.userId, place }] : []
  })
  return { teamId, teamPlace: { country, region }, own }
}

async function atHomeIn(q: Queryable, ref: { workspaceId: string; teamId: TeamId }) {
  const members = await activeMembers(q, ref)
  const homes = await homeTeamsOf(q, members)
  return members.filter((member) => homes.get(userKey(member)) === ref.teamId)
}

export type HolidaysChanged = { ok: true; from: Temporal.PlainDate } | { ok: false; reason: 'not-allowed' }

/** Holds from today on, in the person's time zone. `place` null: the team's again. */
export async function changeHolidays(
  context: Context,
  who: Person,
  userId: UserId,
  place: HolidayPlace | null,
): Promise<HolidaysChanged> {
  const { workspaceId } = who
  const person = { workspaceId, userId }
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<HolidaysChanged> => {
    const memberships = await lockedMemberships(tx, who, userId)
    const home = await homeTeamOf(tx, person)
    const actor = await actorOf(tx, who, now)
    const isIn = memberships.some(({ teamId }) => teamId === home)
    if (!home || !isIn || !may(actor, maySetHolidays, { ...person, teamId: home }))
      return { ok: false, reason: 'not-allowed' }
    const zone = (await findPerson(tx, workspaceId, userId))?.zone ?? who.zone
    const from = localDate(now, zone)
    const before = (await ownHolidaysOf(tx, [person])).get(userKey(person))?.[0]?.place ?? null
    if (isDeepStrictEqual(before, place)) return { ok: true, from }
    await saveOwnHolidays(tx, person, { from, place }, { by: who.userId, at: now })
    await recordAudit(tx, context, [
      {
        ...{ ...person, kind: 'holidays-changed', teamId: home, actorUserId: who.userId },
        ...{ screen: home && who.userId === userId ? '/kpi leave' : '/kpi members', before, after: place },
      },
    ])
    await enqueueMessage(tx, context, await told(tx, who, { ...person, home, place, from }, now))
    await announceCalendar(tx, context, memberships, currentDates(now))
    return { ok: true, from }
  })
}

/** For the person and whoever acts for their home team, as far as they did not do it themselves. */
async function told(
  tx: Transaction,
  who: Person,
  of: {
    workspaceId: string
    userId: UserId
    home: TeamId
    place: HolidayPlace | null
    from: Temporal.PlainDate
  },
  now: Temporal.Instant,
): Promise<MessageDraft[]> {
  const { workspaceId, userId, home, place, from } = of
  const team = await loadTeam(tx, workspaceId, home)
  const acting = team && (await whoActsFor(tx, team, now, [userId]))
  const readers = new Set([userId, ...(acting ? [acting] : [])])
  readers.delete(who.userId)
  return [...readers].map((reader) => ({
    ...{ workspaceId, key: `holidays:${userId}:${now}:${reader}`, kind: 'holidays-changed', teamId: home },
    audience: { to: 'person', userId: reader },
    subject: { userId, byUserId: who.userId, place, from: from.toString() },
  }))
}
