// What the world of the tests holds beside its standups: an action item, audit events, and the version of its targets.
import { createAction } from '../../src/actions/flows/create-action.ts'
import { saveAnswer } from '../../src/checkins/db/checkin-answers.ts'
import { keepInsights } from '../../src/checkins/reports/db/insights.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import { recordAudit } from '../../src/org/audit/flows/record-audit.ts'
import { loadTeams, type TeamRef } from '../../src/org/db/teams.ts'
import type { Member } from '../../src/org/domain/team.ts'
import { targetPeriod } from '../../src/targets/domain/target-period.ts'
import { loadCascade } from '../../src/targets/flows/load-cascade.ts'
import { saveWarnings } from '../../src/warnings/db/episodes.ts'
import { insertRules } from '../../src/warnings/db/rules.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { defaultSettings } from '../../src/warnings/domain/rule-settings.ts'
import type { RiskEvidence } from '../../src/warnings/domain/signals/raised-by-hand.ts'
import type { TestContext } from '../support/context.ts'
import { sampleWarning } from '../warnings/sample-warning.ts'

export interface Pair {
  ref: TeamRef
  rep: Person
  manager: Person
}

/** A weekly report that is closed. */
export const giveReport = (
  db: Database,
  { workspaceId, teamId, memberId }: Member,
  date: Temporal.PlainDate,
  results: string,
  answeredAt: Temporal.Instant,
): Promise<void> =>
  saveAnswer(db, {
    ...{ workspaceId, teamId, memberId, kind: 'weekly', date, state: 'answered', answeredAt, revision: 1 },
    ...{ sections: { results }, numbersDate: null, lastSubmitKey: null, drafted: [] },
    firstAnsweredAt: answeredAt,
  })

/** In the audit: leave that the manager recorded for the rep, and a number that they corrected. */
export async function recordWhatManagerDid(
  context: TestContext,
  { ref, rep, manager }: Pair,
  { date, number }: { date: string; number: number },
): Promise<void> {
  const by = { ...ref, actorUserId: manager.userId, userId: rep.userId }
  const corrected = { metric: 'own-1', date: '2026-03-02' }
  await context.db.transaction((tx) =>
    recordAudit(tx, context, [
      {
        ...{ ...by, kind: 'leave-recorded', screen: '/kpi leave' },
        ...{ before: null, after: { from: date, to: date, part: 'whole' } },
      },
      {
        ...{ ...by, kind: 'number-corrected', screen: '/kpi correct' },
        ...{ before: { ...corrected, value: null }, after: { ...corrected, value: number } },
      },
    ]),
  )
}

/** In a weekly report of the member. */
export async function writeInsight(
  { db, clock }: TestContext,
  member: Pick<Member, 'workspaceId' | 'teamId' | 'memberId'>,
  date: Temporal.PlainDate,
  text: string,
): Promise<void> {
  const { workspaceId, teamId, memberId } = member
  const of = { workspaceId, memberId, kind: 'weekly', date }
  await keepInsights(db, of, [{ ...of, teamId, section: 'market', text, writtenAt: clock.now() }], true)
}

/** By the manager to the rep, with somebody of another team who helps. Returns its id. */
export async function giveAction(
  context: TestContext,
  { ref, rep, manager, helper, dueOn }: Pair & { helper: string; dueOn: Temporal.PlainDate },
  text: string,
): Promise<string> {
  const created = {
    ...{ ...ref, ownerUserId: rep.userId, helperUserIds: [helper], createdBy: manager.userId },
    ...{ text, dueOn, origin: { kind: 'person', reference: null } as const },
  }
  const given = await context.db.transaction((tx) => createAction(tx, context, created, '/kpi todo'))
  return given.actionId
}

/** Of the team's targets as they are. */
export async function cascadeVersionOf(
  { db, clock }: TestContext,
  ref: TeamRef,
  monday: Temporal.PlainDate,
): Promise<number> {
  const team = (await loadTeams(db, [ref])).get(ref.teamId)!
  const march = { period: targetPeriod('month', monday, 1), lookBack: 0, lastYear: false }
  const cascade = await loadCascade(db, team, { metricKey: 'own-1', ...march }, clock.now())
  return cascade!.version
}

/** A red warning about the first member, a risk of the team that the second has raised, and a rule of the team's own, which has the team's id. */
export async function openWarnings(
  { db, clock }: Pick<TestContext, 'db' | 'clock'>,
  { workspaceId, teamId }: TeamRef,
  [first, second = first]: readonly Member[],
  text: string,
): Promise<{ episodeId: string; riskId: string }> {
  const raisedBy = second!.userId
  const evidence: RiskEvidence = {
    ...{ probability: 3, impact: 3, score: 9, text, customer: '', expectedOn: null },
    ...{ raisedBy, ratedBy: raisedBy },
  }
  const of = { workspaceId, teamId }
  const warned = sampleWarning({ ...of, memberId: first!.memberId, metricKey: 'own-1' })
  const raised = { signal: 'raised-by-hand', memberId: null, metricKey: '', evidence } as const
  const risk = sampleWarning({ ...of, ...raised }, { level: 'yellow' })
  await db.transaction((tx) => saveWarnings(tx, [warned, risk]))
  const settings = { ...defaultSettings('threshold'), levels: { red: 5 } }
  const rule = { workspaceId, teamId, ruleId: teamId, signal: 'threshold', metricKey: 'own-1' } as const
  const more = { preset: null, settings, procedure: DEFAULT_PROCEDURE, muted: [], active: true }
  await insertRules(db, [{ ...rule, ...more }], clock.now())
  return { episodeId: warned.episodeId, riskId: risk.episodeId }
}
