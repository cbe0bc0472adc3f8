// Set-up for a crash test: two teams with the same schedule, in the local Slack and in the database.
import type { Seed } from '../../sandbox/seed.ts'
import type { Database } from '../../src/core/db/client.ts'
import { adoptMetrics } from '../../src/numbers/db/catalogue.ts'
import { roleMetrics } from '../../src/numbers/db/metrics.sql.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { people } from '../../src/org/db/people.sql.ts'
import { members, teamSettings, teams } from '../../src/org/db/teams.sql.ts'
import { planItem } from '../../src/org/domain/next-plan.ts'
import { DEFAULT_REPORT, WEEKLY_REPORT } from '../../src/org/domain/team.ts'
import { REVIEW_OFFER } from '../../src/reviews/domain/plan-review-offer.ts'
import { planDueItems } from '../../src/schedule/db/due.ts'
import { testSettings } from '../support/settings.ts'
import { ABOVE, PARENT, seedBehind, seedLeads } from './falling-behind.ts'

export const ZONE = 'Europe/Berlin'
/** Two hours behind: what warnings say to these people at nine waits until eleven. */
const WEST = 'Atlantic/Azores'
const IN_THE_WEST = ['north0', 'north2', 'south0', 'south1', 'boss-south']
const zoneOfPerson = (name: string): string => (IN_THE_WEST.includes(name) ? WEST : ZONE)
export const WORKSPACE = 'T0CRASH'
/** A Monday; its standup asks for the numbers of the Friday before. */
export const FIRST_DAY = Temporal.PlainDate.from('2026-03-09')
/** The weekly report is on the first day, so that every round has one; it leaves the numbers to the standups. */
const REPORT_DAY = FIRST_DAY
const REPORTS = {
  [WEEKLY_REPORT]: { ...DEFAULT_REPORT, weekday: REPORT_DAY.dayOfWeek, asksNumbers: false },
}
export const isReportDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek === REPORT_DAY.dayOfWeek

/** The last month is offered for review while the weekly report runs. Its date is over, so that no change of a day plans it anew. */
export const OFFER = { date: FIRST_DAY.subtract({ days: 3 }), plainTime: '17:45', month: '2026-02-01' }
/** Before the first day. */
const FOUNDED = Temporal.Instant.from('2026-02-02T06:00:00Z')

export interface WorldTeam {
  teamId: string
  name: string
  channel: string
  channelId: string
  manager: string
  reps: readonly WorldMember[]
}
export interface WorldMember {
  /** Handle in Slack. */
  name: string
  userId: string
  memberId: string
}

const REPS = 6

export const TEAMS: readonly WorldTeam[] = ['north', 'south'].map((name, index) => ({
  teamId: `00000000-0000-4000-8000-00000000000${index + 1}`,
  name,
  channel: name,
  channelId: `C0${name.toUpperCase()}`,
  manager: `boss-${name}`,
  reps: Array.from({ length: REPS }, (_, rep) => ({
    name: `${name}${rep}`,
    userId: `U0${name.toUpperCase()}${rep}`,
    memberId: `00000000-0000-4000-8000-0000000${index + 1}000${rep}`,
  })),
}))
export const MEMBERS: readonly WorldMember[] = TEAMS.flatMap((team) => team.reps)
export const managerId = (team: WorldTeam) => `U0BOSS${team.name.toUpperCase()}`

export const SEED: Seed = {
  workspace: { id: WORKSPACE, name: 'Crash' },
  people: [
    ...TEAMS.flatMap((team) => [
      { name: team.manager, id: managerId(team), realName: `Boss ${team.name}` },
      ...team.reps.map(({ name, userId }) => ({ name, id: userId, realName: name })),
    ]),
    ...ABOVE.map(({ name, userId }) => ({ name, id: userId, realName: name })),
  ].map((person) => ({ ...person, tz: zoneOfPerson(person.name), locale: 'en-GB' })),
  channels: TEAMS.map((team) => ({
    name: team.channel,
    id: team.channelId,
    members: [team.manager, ...team.reps.map(({ name }) => name)],
    withApp: true,
  })),
}

/** Creates both teams as if set up weeks ago; the first day is not planned yet. `warned`: some of their people are behind their targets. */
export async function seedDatabase(db: Database, { warned = false } = {}): Promise<void> {
  const scope = { workspaceId: WORKSPACE }
  const person = { ...scope, locale: 'en', refreshedAt: FOUNDED } as const
  const joinedOn = Temporal.PlainDate.from('2026-02-02')
  const preset = presetFor('hunter', 'EUR')
  await db.transaction(async (tx) => {
    await seedLeads(tx, WORKSPACE, ZONE, FOUNDED)
    for (const [index, team] of TEAMS.entries()) {
      const ofTeam = { ...scope, teamId: team.teamId }
      const { channelId } = team
      const managerUserId = managerId(team)
      await tx.insert(people).values([
        {
          ...{ ...person, userId: managerUserId, name: `Boss ${team.name}` },
          zone: zoneOfPerson(team.manager),
        },
        ...team.reps.map(({ userId, name }) => ({ ...person, userId, name, zone: zoneOfPerson(name) })),
      ])
      await tx
        .insert(teams)
        .values({ ...ofTeam, channelId, managerUserId, parentTeamId: PARENT, createdAt: FOUNDED })
      const asked = { zone: ZONE, zoneRule: 'team' as const }
      const settings = testSettings({ name: team.name, ...asked, wins: 'all', reports: REPORTS })
      const version = { effectiveFrom: joinedOn, settings, setBy: managerUserId, setAt: FOUNDED }
      await tx.insert(teamSettings).values({ ...ofTeam, ...version })
      const own = team.reps.map(({ userId, memberId }) => ({
        userId,
        memberId,
        role: 'hunter' as const,
        joinedOn,
      }))
      await tx.insert(members).values(own.map((member) => ({ ...ofTeam, ...member })))
      await adoptMetrics(tx, ofTeam, preset)
      await tx.insert(roleMetrics).values(
        preset.map(({ key }, position) => ({
          ...ofTeam,
          role: 'hunter' as const,
          position,
          metricKey: key,
        })),
      )
      if (warned) await seedBehind(tx, ofTeam, { reps: team.reps, index }, FOUNDED)
      const offer = {
        ...{ ...ofTeam, dueKey: `${REVIEW_OFFER}:${team.teamId}:${OFFER.date}`, kind: REVIEW_OFFER },
        ...{ memberId: null, date: OFFER.date },
        dueAt: FIRST_DAY.toZonedDateTime({ timeZone: ZONE, plainTime: OFFER.plainTime }).toInstant(),
      }
      await planDueItems(tx, [{ ...ofTeam, ...planItem(team.teamId, FIRST_DAY) }, ...(warned ? [offer] : [])])
    }
  })
}
