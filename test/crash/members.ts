// The members of a crash test at their Slack: they answer, edit and log, try again where it failed, and keep a journal.

import type { Chance } from '../../demo/chance.ts'
import type { Person } from '../../sandbox/actor/person.ts'
import type { Sandbox } from '../../sandbox/start.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import type { Timeline } from './timeline.ts'
import { TEAMS, type WorldMember, type WorldTeam } from './world.ts'

export type Phase = 'prompt' | 'remind' | 'close' | 'late'
/** How likely someone acts in a phase: hands in what is still open, changes what is in, logs a line. */
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
  /** Everything that comes to their mind in this phase; resolves when they are through. */
  act(phase: Phase, date: Temporal.PlainDate, isCalm: boolean): Promise<void>
}

/** In `journal` goes only what they did and were told. */
export function createMembers(
  sandbox: Sandbox,
  fleet: Fleet,
  chanceFor: (name: string) => Chance,
  journal: Journal,
  timeline: Timeline,
): Member[] {
  return TEAMS.flatMap((team) =>
    team.reps.map((rep) => {
      const desk = {
        fleet,
        rep,
        team,
        person: sandbox.person(rep.name),
        chance: chanceFor(rep.name),
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
  person: Person
  chance: Chance
  journal: Journal
  timeline: Timeline
  /** Counts what was said, so that nothing is said twice. */
  said: number
}

async function act(desk: Desk, phase: Phase, date: Temporal.PlainDate, isCalm: boolean): Promise<void> {
  const { chance, journal, rep } = desk
  const habits = HABITS[phase]
  const [wait, answers, edits, logs] = [chance() * 800, chance(), chance(), chance()]
  await desk.fleet.upFor(wait)
  const isIn = () =>
    journal.answers.some(
      (one) => one.acknowledged && one.memberId === rep.memberId && one.date === date.toString(),
    )
  if (!isIn() && answers < habits.answers) await handIn(desk, date, isCalm ? CALM_PATIENCE_MS : PATIENCE_MS)
  else if (isIn() && edits < habits.edits) await handIn(desk, date, isCalm ? CALM_PATIENCE_MS : PATIENCE_MS)
  if (logs < habits.logs) await logLine(desk, date)
}

/** Opens the form from the newest card of the date; tries the same answer again while nobody took it. */
async function handIn(desk: Desk, date: Temporal.PlainDate, patienceMs: number): Promise<void> {
  const { person, rep, team, journal, timeline, chance } = desk
  if (person.modal.isOpen) person.modal.close({ all: true })
  const button = {
    actionId: STANDUP.open,
    value: JSON.stringify({ team: team.teamId, date: date.toString() }),
  }
  const opened = await person
    .dm()
    .click(button, { timeoutMs: patienceMs })
    .then(() => person.modal.opened('', PATIENCE_MS))
    .then(() => person.modal.view.callbackId === STANDUP.form)
    .catch(() => false)
  if (!opened) return
  desk.said += 1
  const token = `${rep.name} line ${desk.said} of ${date}`
  const [calls, visits] = [1 + Math.floor(chance() * 60), Math.floor(chance() * 8)]
  const numbers = { 'number::calls': String(calls), 'number::visits': String(visits) }
  await person.modal.fill({ ...numbers, ...allDone(person), plan: token })
  for (let tries = 0; tries < TRIES && person.modal.isOpen; tries += 1) {
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
    const result = await person.modal.submit()
    attempt.acknowledged = 'closed' in result
    timeline.note(`${rep.name} is told about “${token}”: ${JSON.stringify(result).slice(0, 200)}`)
    if (attempt.acknowledged) return
    await desk.fleet.upFor(200 + chance() * 500)
  }
}

/** Every line of before is done: else they are carried on, until the channel no longer lists them all. */
function allDone({ modal }: Person): Record<string, string[]> {
  const boxes = modal.fields().filter(({ blockId }) => blockId.startsWith('done:'))
  return Object.fromEntries(boxes.map(({ blockId, options }) => [blockId, options]))
}

async function logLine(desk: Desk, date: Temporal.PlainDate): Promise<void> {
  const { person, rep, team, journal, timeline } = desk
  const before = journal.lines.filter(
    (line) => line.memberId === rep.memberId && line.date === date.toString(),
  )
  // One, two, three …: each value once a day, and their sum stays within what is usual.
  const proposals = before.length + 1
  if (proposals > 3) return
  const attempt = { memberId: rep.memberId, date: date.toString(), proposals, acknowledged: false }
  journal.lines.push(attempt)
  const private_ = () =>
    person
      .in(team.channel)
      .sees()
      .filter((seen) => seen.ephemeral && seen.words.includes('Logged for'))
  const heard = private_().length
  timeline.note(`${rep.name} logs proposals ${proposals} on ${date}`)
  const result = await person.command('/kpi', `log proposals ${proposals}`, { in: team.channel })
  if (result.ok)
    attempt.acknowledged = await person
      .waitFor(() => private_().length > heard, PATIENCE_MS)
      .catch(() => false)
  timeline.note(`${rep.name} is told about proposals ${proposals} on ${date}: ${attempt.acknowledged}`)
}
