// Simulates the members of a crash test: they press, answer, edit and log, retry after errors, and record everything in the journal.
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import { pressPrompt } from './presses.ts'
import type { Timeline } from './timeline.ts'
import { pressWarning } from './warning-presses.ts'
import { TEAMS, type WorldMember, type WorldTeam } from './world.ts'

export type Phase = 'prompt' | 'remind' | 'close' | 'late'
/** Probabilities in a phase: of submitting an open standup, editing a submitted one, logging a line or a deal, pressing in the prompt. */
const HABITS: Readonly<
  Record<Phase, { answers: number; edits: number; logs: number; deals: number; presses: number }>
> = {
  prompt: { answers: 0.6, edits: 0.3, logs: 0.3, deals: 0.1, presses: 0.4 },
  remind: { answers: 0.6, edits: 0.3, logs: 0.2, deals: 0.1, presses: 0.2 },
  close: { answers: 0.3, edits: 0, logs: 0.2, deals: 0.1, presses: 0.1 },
  late: { answers: 0.6, edits: 0, logs: 0.2, deals: 0.1, presses: 0 },
}
/** 'signed Hengxin 126,000', as the ledger has it: in cents. */
const DEAL = { typed: 'signed Hengxin 126,000', metricKey: 'newRevenue', value: 12_600_000 }
/** Of pressing a button of a warning, in any phase. */
const TAKES_ON = 0.1
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
  const [deals, presses, takesOn] = [random(), random(), random()]
  await desk.fleet.upFor(wait)
  const isIn = () =>
    journal.answers.some(
      (one) => one.acknowledged && one.memberId === rep.memberId && one.date === date.toString(),
    )
  if (presses < habits.presses) await pressPrompt(desk, date)
  if (!isIn() && answers < habits.answers) await handIn(desk, date, isCalm ? CALM_PATIENCE_MS : PATIENCE_MS)
  else if (isIn() && edits < habits.edits) await handIn(desk, date, isCalm ? CALM_PATIENCE_MS : PATIENCE_MS)
  if (logs < habits.logs) await logProposals(desk, date)
  if (deals < habits.deals) await tellDeal(desk, date)
  if (takesOn < TAKES_ON) await pressWarning({ ...desk, userId: rep.userId }, date.add({ days: 1 }))
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

async function logProposals(desk: Desk, date: Temporal.PlainDate): Promise<void> {
  // 1, 2, 3 …: each value once a day, with a sum that the bot does not question as unusual.
  const value = linesOf(desk, date, 'proposals').length + 1
  if (value <= 3) await logLine(desk, date, { typed: `proposals ${value}`, metricKey: 'proposals', value })
}

/** Once a day, so that the ledger shows whether it is doubled. */
async function tellDeal(desk: Desk, date: Temporal.PlainDate): Promise<void> {
  if (linesOf(desk, date, DEAL.metricKey).length === 0) await logLine(desk, date, DEAL)
}

const linesOf = ({ journal, rep }: Desk, date: Temporal.PlainDate, metricKey: string) =>
  journal.lines.filter(
    (line) => line.memberId === rep.memberId && line.date === date.toString() && line.metricKey === metricKey,
  )

async function logLine(
  { user, rep, team, journal, timeline }: Desk,
  date: Temporal.PlainDate,
  { typed, metricKey, value }: { typed: string; metricKey: string; value: number },
): Promise<void> {
  const attempt = { memberId: rep.memberId, date: date.toString(), metricKey, value, acknowledged: false }
  journal.lines.push(attempt)
  const private_ = () =>
    user
      .in(team.channel)
      .sees()
      .filter((seen) => seen.ephemeral && seen.words.includes('Logged for'))
  const heard = private_().length
  const line = `${metricKey} ${value} on ${date}`
  timeline.note(`${rep.name} logs ${line}`)
  const result = await user.command('/kpi', `log ${typed}`, { in: team.channel })
  if (result.ok)
    attempt.acknowledged = await user.waitFor(() => private_().length > heard, PATIENCE_MS).catch(() => false)
  timeline.note(`${rep.name} is told about ${line}: ${attempt.acknowledged}`)
}
