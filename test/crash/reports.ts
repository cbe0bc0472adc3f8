// Simulates the weekly report of a crash test: members fill it in, edit it and are late; who leads them opens the digest.
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import { REPORT } from '../../src/checkins/reports/slack/ids.ts'
import { WEEKLY_REPORT } from '../../src/org/domain/team.ts'
import { OVERVIEW } from '../../src/overview/slack/ids.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import type { Timeline } from './timeline.ts'
import { TEAMS, type WorldMember, type WorldTeam } from './world.ts'

type ReportPhase = 'prompt' | 'remind' | 'close' | 'late'
export const REPORT_PHASES: readonly { phase: ReportPhase; at: string; calm: number }[] = [
  { phase: 'prompt', at: '16:00:01', calm: 0.9 },
  { phase: 'remind', at: '17:30:01', calm: 0.3 },
  { phase: 'close', at: '18:00:01', calm: 0.3 },
  { phase: 'late', at: '20:00:01', calm: 0.3 },
]
/** Of filling it in, and of editing what is in. */
const HABITS: Readonly<Record<ReportPhase, { answers: number; edits: number }>> = {
  prompt: { answers: 0.6, edits: 0 },
  remind: { answers: 0.5, edits: 0.4 },
  close: { answers: 0.3, edits: 0 },
  late: { answers: 0.6, edits: 0 },
}
/** As long as half of the kills take, so that they hit the report. Counted only while a bot runs. */
export const REPORT_PHASE_MS = 2500
const TRIES = 4
const PATIENCE_MS = 1500
const CALM_PATIENCE_MS = 12_000

interface Desk {
  fleet: Fleet
  user: UserSession
  rep: WorldMember
  team: WorldTeam
  random: Random
  journal: Journal
  timeline: Timeline
}

/** With how long its member waits for the card. */
type PatientDesk = Desk & { patienceMs: number }

export interface Reporters {
  act(phase: ReportPhase, date: Temporal.PlainDate, isCalm: boolean): Promise<void>
}

export function createReporters(
  sandbox: Sandbox,
  fleet: Fleet,
  randomFor: (name: string) => Random,
  journal: Journal,
  timeline: Timeline,
): Reporters {
  const desks = TEAMS.flatMap((team) =>
    team.reps.map((rep): Desk => {
      const random = randomFor(`report ${rep.name}`)
      return { fleet, user: sandbox.user(rep.name), rep, team, random, journal, timeline }
    }),
  )
  return {
    act: async (phase, date, isCalm) => {
      const patienceMs = isCalm ? CALM_PATIENCE_MS : PATIENCE_MS
      const leading = phase === 'late' ? TEAMS.map((team) => openDigest(sandbox, team, date, timeline)) : []
      await Promise.all([...desks.map((desk) => report({ ...desk, patienceMs }, phase, date)), ...leading])
    },
  }
}

const refOf = (team: WorldTeam, date: Temporal.PlainDate) =>
  JSON.stringify({ team: team.teamId, checkin: WEEKLY_REPORT, date: date.toString() })

async function report(desk: PatientDesk, phase: ReportPhase, date: Temporal.PlainDate): Promise<void> {
  const { fleet, random, journal, rep } = desk
  const [wait, answers, edits] = [random() * 800, random(), random()]
  await fleet.upFor(wait)
  const isIn = journal.reports.some(
    (one) => one.acknowledged && one.memberId === rep.memberId && one.date === date.toString(),
  )
  const { [phase]: habits } = HABITS
  if (isIn ? edits < habits.edits : answers < habits.answers) await fillIn(desk, date)
}

/** Submits the same report again until it is accepted. */
async function fillIn(desk: PatientDesk, date: Temporal.PlainDate): Promise<void> {
  const { fleet, user, rep, team, random, journal, timeline, patienceMs } = desk
  if (user.modal.isOpen) user.modal.close({ all: true })
  const opened = await user
    .dm()
    .click({ actionId: REPORT.open, value: refOf(team, date) }, { timeoutMs: patienceMs })
    .then(() => user.modal.opened('', PATIENCE_MS))
    .then(() => user.modal.view.callbackId === REPORT.form)
    .catch(() => false)
  if (!opened) return
  const token = `${rep.name} week ${journal.reports.length} of ${date}`
  await user.modal.fill({ 'section:plan': token })
  for (let tries = 0; tries < TRIES && user.modal.isOpen; tries += 1) {
    const attempt = { memberId: rep.memberId, date: date.toString(), token, acknowledged: false }
    journal.reports.push(attempt)
    timeline.note(`${rep.name} submits “${token}”`)
    const result = await user.modal.submit()
    attempt.acknowledged = 'closed' in result
    timeline.note(`${rep.name} is told about “${token}”: ${JSON.stringify(result).slice(0, 200)}`)
    if (attempt.acknowledged) return
    await fleet.upFor(200 + random() * 500)
  }
}

/** What is shown there changes nothing. */
async function openDigest(
  sandbox: Sandbox,
  team: WorldTeam,
  date: Temporal.PlainDate,
  timeline: Timeline,
): Promise<void> {
  const button = { actionId: OVERVIEW.reports, value: refOf(team, date) }
  await sandbox
    .user(team.manager)
    .dm()
    .click(button, { timeoutMs: PATIENCE_MS })
    .then(() => timeline.note(`${team.manager} opens the reports of ${date}`))
    .catch(() => {})
}
