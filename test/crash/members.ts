// Simulates the members of a crash test: they answer, edit and log, retry after errors, and record everything in the journal.
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import type { Timeline } from './timeline.ts'
import { TEAMS, type WorldMember, type WorldTeam } from './world.ts'

export type Phase = 'prompt' | 'remind' | 'close' | 'late'
/** Probabilities in a phase: of submitting an open standup, editing a submitted one, logging a line. */
const HABITS: Readonly<Record<Phase, { answers: number; edits: number; logs: number }>> = {
  prompt: { answers: 0.7, edits: 0.3, logs: 0.3 },
  remind: { answers: 0.6, edits: 0.3, logs: 0.2 },
  close: { answers: 0.3, edits: 0, logs: 0.2 },
  late: { answers: 0.6, edits: 0, logs: 0.2 },
}
const TRIES = 4
const PATIENCE_MS = 1500
const CALM_PATIENCE_MS = 12_000

export interface Member {
  /** Runs all members' actions of this phase; resolves when they are done. */
  act(phase: Phase, date: Temporal.PlainDate, isCalm: boolean): Promise<void>
}

/** Records in `journal` only what members did and were told. */
export function createMembers(
  sandbox: Sandbox,
  fleet: Fleet,
  randomFor: (name: string) => Random,
  journal: Journal,
  timeline: Timeline,
): Member[] {
  return TEAMS.flatMap((team) =>
    team.reps.map((rep) => {
      const desk = {
        fleet,
        rep,
        team,
        user: sandbox.user(rep.name),
        random: randomFor(rep.name),
        journal,
        timeline,
        said: 0,
      }
      return {
        act: (phase: Phase, date: Temporal.PlainDate, isCalm: boolean) => act(desk, phase, date, isCalm),
      }
    }),
  )
}

interface Desk {
  fleet: Fleet
  rep: WorldMember
  team: WorldTeam
  user: UserSession
  random: Random
  journal: Journal
  timeline: Timeline
  /** A counter that makes every typed text unique. */
  said: number
}

async function act(desk: Desk, phase: Phase, date: Temporal.PlainDate, isCalm: boolean): Promise<void> {
  const { random, journal, rep } = desk
  const habits = HABITS[phase]
  const [wait, answers, edits, logs] = [random() * 800, random(), random(), random()]
  await desk.fleet.upFor(wait)
  const isIn = () =>
    journal.answers.some(
      (one) => one.acknowledged && one.memberId === rep.memberId && one.date === date.toString(),
    )
  if (!isIn() && answers < habits.answers) await handIn(desk, date, isCalm ? CALM_PATIENCE_MS : PATIENCE_MS)
  else if (isIn() && edits < habits.edits) await handIn(desk, date, isCalm ? CALM_PATIENCE_MS : PATIENCE_MS)
  if (logs < habits.logs) await logLine(desk, date)
}

/** Opens the form from the newest card of the date; submits the same answer again until it is accepted. */
async function handIn(desk: Desk, date: Temporal.PlainDate, patienceMs: number): Promise<void> {
  const { user, rep, team, journal, timeline, random } = desk
  if (user.modal.isOpen) user.modal.close({ all: true })
  const button = {
    actionId: STANDUP.open,
    value: JSON.stringify({ team: team.teamId, date: date.toString() }),
  }
  const opened = await user
    .dm()
    .click(button, { timeoutMs: patienceMs })
    .then(() => user.modal.opened('', PATIENCE_MS))
    .then(() => user.modal.view.callbackId === STANDUP.form)
    .catch(() => false)
  if (!opened) return
  desk.said += 1
  const token = `${rep.name} line ${desk.said} of ${date}`
  const [calls, visits] = [1 + Math.floor(random() * 60), Math.floor(random() * 8)]
  const numbers = { 'number::calls': String(calls), 'number::visits': String(visits) }
  await user.modal.fill({ ...numbers, ...allDone(user), plan: token })
  for (let tries = 0; tries < TRIES && user.modal.isOpen; tries += 1) {
    const attempt = {
      memberId: rep.memberId,
      date: date.toString(),
      token,
      calls,
      visits,
      acknowledged: false,
    }
    journal.answers.push(attempt)
    timeline.note(`${rep.name} submits “${token}” calls ${calls} visits ${visits}`)
    const result = await user.modal.submit()
    attempt.acknowledged = 'closed' in result
    timeline.note(`${rep.name} is told about “${token}”: ${JSON.stringify(result).slice(0, 200)}`)
    if (attempt.acknowledged) return
    await desk.fleet.upFor(200 + random() * 500)
  }
}

/** Marks all earlier lines as done; otherwise they accumulate until the summary does not list them all. */
function allDone({ modal }: UserSession): Record<string, string[]> {
  const boxes = modal.fields().filter(({ blockId }) => blockId.startsWith('done:'))
  return Object.fromEntries(boxes.map(({ blockId, options }) => [blockId, options]))
}

async function logLine(desk: Desk, date: Temporal.PlainDate): Promise<void> {
  const { user, rep, team, journal, timeline } = desk
  const before = journal.lines.filter(
    (line) => line.memberId === rep.memberId && line.date === date.toString(),
  )
  // 1, 2, 3 …: each value once a day, with a sum that the bot does not question as unusual.
  const proposals = before.length + 1
  if (proposals > 3) return
  const attempt = { memberId: rep.memberId, date: date.toString(), proposals, acknowledged: false }
  journal.lines.push(attempt)
  const private_ = () =>
    user
      .in(team.channel)
      .sees()
      .filter((seen) => seen.ephemeral && seen.words.includes('Logged for'))
  const heard = private_().length
  timeline.note(`${rep.name} logs proposals ${proposals} on ${date}`)
  const result = await user.command('/kpi', `log proposals ${proposals}`, { in: team.channel })
  if (result.ok)
    attempt.acknowledged = await user.waitFor(() => private_().length > heard, PATIENCE_MS).catch(() => false)
  timeline.note(`${rep.name} is told about proposals ${proposals} on ${date}: ${attempt.acknowledged}`)
}
