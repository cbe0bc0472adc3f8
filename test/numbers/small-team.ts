// Inserts a small team for tests directly into the tables: members, metrics and settings.
import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import { adoptMetrics } from '../../src/numbers/db/catalogue.ts'
import { roleMetrics } from '../../src/numbers/db/metrics.sql.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { people, workspaces } from '../../src/org/db/people.sql.ts'
import { leaves, members, teamSettings, teams } from '../../src/org/db/teams.sql.ts'
import type { Member, Role, TeamSettings } from '../../src/org/domain/team.ts'
import { testPerson } from '../support/context.ts'
import { testSettings } from '../support/settings.ts'

const START = Temporal.PlainDate.from('2026-01-05')

const SETTINGS = testSettings({ measure: { kind: 'metric', metric: 'calls' } })

export interface SmallTeam {
  workspaceId: string
  teamId: string
  channelId: string
  members: Member[]
  people: Person[]
  metrics: readonly Metric[]
}

export interface Wish {
  name: string
  role?: Role
  more?: Partial<Person>
}

export async function smallTeam(
  db: Database,
  wishes: readonly Wish[],
  {
    settings = {},
    workspaceId = `T${randomUUID()}`,
  }: { settings?: Partial<TeamSettings>; workspaceId?: string } = {},
): Promise<SmallTeam> {
  const teamId = randomUUID()
  const channelId = `C${teamId}`
  await db
    .insert(workspaces)
    .values({
      workspaceId,
      name: 'Acme',
      botUserId: 'UBOT',
      firstSeenAt: START.toZonedDateTime('UTC').toInstant(),
    })
    .onConflictDoNothing()
  const setAt = START.toZonedDateTime('UTC').toInstant()
  await db.insert(teams).values({ workspaceId, teamId, channelId, managerUserId: 'UBOSS', createdAt: setAt })
  await db.insert(teamSettings).values({
    workspaceId,
    teamId,
    effectiveFrom: START,
    settings: { ...SETTINGS, ...settings },
    setBy: 'UBOSS',
    setAt,
  })
  const persons = wishes.map(({ name, more }) => testPerson(workspaceId, `U${name}`, { name, ...more }))
  await db
    .insert(people)
    .values(
      [...persons, testPerson(workspaceId, 'UBOSS', { name: 'Boss' })].map((one) => ({
        ...one,
        refreshedAt: setAt,
      })),
    )
    .onConflictDoNothing()
  const own: Member[] = wishes.map(({ name, role = 'hunter' }) => ({
    workspaceId,
    teamId,
    memberId: randomUUID(),
    userId: `U${name}`,
    role,
    joinedOn: START,
    leftOn: null,
  }))
  if (own.length > 0) await db.insert(members).values(own)
  const roles = [...new Set<Role>(['hunter', ...own.map(({ role }) => role)])]
  const byKey = new Map<string, Metric>()
  for (const role of roles) {
    const preset = presetFor(role, 'EUR')
    for (const metric of preset) byKey.set(metric.key, metric)
    await db
      .insert(roleMetrics)
      .values(preset.map(({ key }, position) => ({ workspaceId, teamId, role, metricKey: key, position })))
  }
  const all = [...byKey.values()]
  await adoptMetrics(db, { workspaceId, teamId }, all)
  return { workspaceId, teamId, channelId, members: own, people: persons, metrics: all }
}

export async function takeLeave(
  db: Database,
  member: Member,
  from: string,
  to: string,
  recordedAt = '2026-01-05T00:00:00Z',
): Promise<void> {
  await db.insert(leaves).values({
    workspaceId: member.workspaceId,
    leaveId: randomUUID(),
    userId: member.userId,
    fromDate: Temporal.PlainDate.from(from),
    toDate: Temporal.PlainDate.from(to),
    part: 'whole',
    recordedBy: member.userId,
    recordedAt: Temporal.Instant.from(recordedAt),
  })
}
