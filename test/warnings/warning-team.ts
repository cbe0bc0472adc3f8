// A team of two hunters with a target of ten calls a day each in March 2026, a manager, a director above, and a chief above both.
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../src/core/db/client.ts'
import { dailyTotals } from '../../src/numbers/db/activity.sql.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { insertTeam, setDelegate, type TeamRef } from '../../src/org/db/teams.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { setTarget } from '../../src/targets/flows/set-target.ts'
import { unresolvedWarnings } from '../../src/warnings/db/episodes.ts'
import { insertRules } from '../../src/warnings/db/rules.ts'
import { warningEpisodes, warningEvents } from '../../src/warnings/db/warnings.sql.ts'
import { defaultRules } from '../../src/warnings/domain/default-rules.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import type { Signal } from '../../src/warnings/domain/rule-settings.ts'
import type { Rule } from '../../src/warnings/domain/warning.ts'
import { day, standupTeam } from '../checkins/standup/team.ts'
import { testPerson } from '../support/context.ts'
import { factsOf } from '../support/message-facts.ts'

const ZONES = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
export const DRAFT = {
  value: 440,
  split: 'equal',
  weights: new Map(),
  byHand: null,
  role: null,
  monthsByHand: null,
  time: { by: 'days', weights: null },
  reason: '',
} as const

function teamRules({ workspaceId, teamId }: TeamRef, signals: readonly Signal[]): Rule[] {
  return defaultRules(['hunter']).map(({ signal, metric, settings }) => ({
    ...{ workspaceId, teamId, ruleId: crypto.randomUUID(), signal, metricKey: metric },
    ...{ preset: metric ? `${signal} ${metric}` : signal, procedure: DEFAULT_PROCEDURE, muted: [] },
    settings: signal === 'behind-pace' ? { ...settings, leastDays: 3, mornings: 2 } : settings,
    active: signals.includes(signal),
  }))
}

/**
 * The clock stands at the first morning of March; both prompts are at nine in Berlin. Only rules of the `signals` are switched
 * on; the one of pace as a team may set it, so that stories stay short: from the third day on, after two mornings.
 */
export async function warningTeam(
  db: Database,
  of: {
    signals?: Signal[]
    now?: string
    settings?: Partial<TeamSettings>
    /** Beside ben and eva. */
    others?: readonly string[]
  } = {},
) {
  const { signals = ['behind-pace'], now: start = '2026-03-02T07:00:00Z', settings = {}, others = [] } = of
  const team = await standupTeam(db, {
    zones: { ...ZONES, ...Object.fromEntries(others.map((name) => [name, 'Europe/Berlin'])) },
    now: start,
    settings,
  })
  const { workspaceId, teamId, context } = team
  const now = context.clock.now()
  const leads = ['U-boss', 'U-deputy', 'U-director', 'U-chief'].map((userId) =>
    testPerson(workspaceId, userId),
  )
  await savePeople(db, leads, now)
  const chief = { workspaceId, teamId: crypto.randomUUID(), channelId: `C-${crypto.randomUUID()}` }
  const region = { workspaceId, teamId: crypto.randomUUID(), channelId: `C-${crypto.randomUUID()}` }
  await insertTeam(db, { ...chief, managerUserId: 'U-chief', parentTeamId: null }, now)
  await insertTeam(db, { ...region, managerUserId: 'U-director', parentTeamId: chief.teamId }, now)
  await db.update(teams).set({ parentTeamId: region.teamId }).where(eq(teams.teamId, teamId))
  const period = targetPeriod('month', day(start.slice(0, 10)), 1)
  const wanted = {
    teamId,
    metricKey: 'calls',
    period,
    userId: null,
    draft: { ...DRAFT, value: 220 * (2 + others.length) },
  }
  const saved = await setTarget(context, leads[0]!, wanted, { version: 0, sourceKey: crypto.randomUUID() })
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  await insertRules(db, teamRules(team, signals), now)
  const rows = async () =>
    db.select().from(messages).where(eq(messages.workspaceId, workspaceId)).orderBy(messages.createdAt)
  return {
    ...team,
    leads,
    setDelegate: (userId: string) => setDelegate(db, team, userId),
    /** What was made on the days. */
    calls: async (name: string, numbers: Record<string, number>) => {
      const memberId = team.memberId(name)
      const own = Object.entries(numbers).map(([date, calls]) => ({
        ...{ workspaceId, teamId, memberId, date: day(date), totals: { calls } },
      }))
      await db
        .insert(dailyTotals)
        .values(own)
        .onConflictDoUpdate({
          target: [dailyTotals.workspaceId, dailyTotals.memberId, dailyTotals.date],
          set: { totals: sql`excluded.totals` },
        })
    },
    /** Each day at nine and after the close, from one date to the other. */
    mornings: async (from: string, to: string) => {
      for (let date = day(from); Temporal.PlainDate.compare(date, day(to)) <= 0; date = date.add({ days: 1 }))
        for (const time of ['08:00', '10:05']) await team.tickAt(`${date}T${time}:00Z`)
    },
    open: () => unresolvedWarnings(db, [team]),
    episodes: () => db.select().from(warningEpisodes).where(eq(warningEpisodes.workspaceId, workspaceId)),
    events: async () =>
      (
        await db
          .select()
          .from(warningEvents)
          .where(eq(warningEvents.workspaceId, workspaceId))
          .orderBy(warningEvents.at, warningEvents.number)
      ).map(({ reason }) => reason),
    /** Who has got what about warnings, with `delivered` where it would still be shown. */
    told: async () =>
      (await rows())
        .filter(({ kind }) => kind.startsWith('warning'))
        .map(({ toUserId, kind, subject }) =>
          [toUserId, (subject as { note?: string }).note ?? kind].join(' '),
        ),
    /** Sends what waits as it would be sent now, and returns who got what. */
    deliver: async () => {
      const sent: string[] = []
      for (const message of await rows()) {
        if (!message.kind.startsWith('warning') || message.deliveredVersion === message.version) continue
        if (message.state === 'dropped') continue
        const now = context.clock.now()
        const facts = await factsOf(db, message, now)
        const isNew = message.ts === null
        const at = { deliveredVersion: message.version, nextAttemptAt: null }
        await db
          .update(messages)
          .set(
            facts
              ? { ...at, state: 'delivered', ts: message.ts ?? `${now.epochMilliseconds / 1000}` }
              : { ...at, state: 'dropped' },
          )
          .where(eq(messages.messageKey, message.messageKey))
        const { note } = message.subject as { note?: string }
        if (facts) sent.push(`${message.toUserId} ${note ?? (isNew ? 'warning' : 'edit')}`)
      }
      return sent.sort()
    },
  }
}
