// Runs a crash test through working days: moves the clock to each due time, and lets the members act.
import type { Random } from '../../demo/random.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import { answerWarnings, nudgeAll } from './managers.ts'
import type { Member, Phase } from './members.ts'
import { REPORT_PHASE_MS, REPORT_PHASES, type Reporters } from './reports.ts'
import type { Timeline } from './timeline.ts'
import { FIRST_DAY, isReportDay, managerId, TEAMS, ZONE } from './world.ts'

/** `calm`: the probability that the clock moves on only after all work is done, instead of during it. */
const PHASES: readonly { phase: Phase; at: string; calm: number }[] = [
  { phase: 'prompt', at: '09:00:01', calm: 0.9 },
  { phase: 'remind', at: '10:30:01', calm: 0.3 },
  { phase: 'close', at: '11:00:01', calm: 0.3 },
  { phase: 'late', at: '13:00:01', calm: 0.3 },
]
/** Counted only while a bot runs. */
const PHASE_MS = 1500
const CALM_WITHIN_MS = 12_000

export interface Mornings {
  /** Days completed from prompt to late answers, those of the weekly report with it. */
  days: readonly Temporal.PlainDate[]
}

/** Runs whole days until `over`; resolves in the afternoon of the last one. */
export async function playMornings(
  fleet: Fleet,
  sandbox: Sandbox,
  people: { members: readonly Member[]; reporters: Reporters; beginReport: () => void },
  journal: Journal,
  timeline: Timeline,
  random: Random,
  over: () => boolean,
): Promise<Mornings> {
  const { members, reporters, beginReport } = people
  const days: Temporal.PlainDate[] = []
  for (let date = FIRST_DAY; !over(); date = nextWorkingDay(date)) {
    for (const { phase, at, calm } of PHASES) {
      const isCalm = random() < calm && !over()
      sandbox.clock.set(momentOf(date, at).epochMilliseconds)
      timeline.note(`clock: ${date} ${at}, ${phase}`)
      if (phase === 'remind') addBotSomewhere(sandbox, date, journal, timeline)
      const leading = [
        ...(phase === 'remind' ? [nudgeAll(sandbox, fleet, date, random, timeline)] : []),
        answerWarnings(sandbox, fleet, nextWorkingDay(date), random, journal, timeline),
      ]
      const acting = members.map((member) => member.act(phase, date, isCalm))
      await Promise.all([fleet.upFor(PHASE_MS), ...leading, ...acting])
      if (isCalm) await fleet.calm(CALM_WITHIN_MS)
    }
    if (isReportDay(date)) {
      for (const { phase, at, calm } of REPORT_PHASES) {
        const isCalm = random() < calm
        sandbox.clock.set(momentOf(date, at).epochMilliseconds)
        timeline.note(`clock: ${date} ${at}, report ${phase}`)
        beginReport()
        await Promise.all([fleet.upFor(REPORT_PHASE_MS), reporters.act(phase, date, isCalm)])
        if (isCalm) await fleet.calm(CALM_WITHIN_MS)
      }
    }
    days.push(date)
  }
  return { days }
}

const momentOf = (date: Temporal.PlainDate, at: string) =>
  date.toZonedDateTime({ timeZone: ZONE, plainTime: at }).toInstant()

function nextWorkingDay(date: Temporal.PlainDate): Temporal.PlainDate {
  const next = date.add({ days: 1 })
  return next.dayOfWeek > 5 ? nextWorkingDay(next) : next
}

/** Adds the bot to a channel without a team: whoever added it must get an invitation to set one up. */
function addBotSomewhere(
  sandbox: Sandbox,
  date: Temporal.PlainDate,
  journal: Journal,
  timeline: Timeline,
): void {
  const manager = sandbox.user(managerId(TEAMS[0]!))
  const { channel } = manager.createChannel(`extra-${date}`)
  journal.addedTo.push(channel.id)
  timeline.note(`the bot is added to ${channel.id}`)
  manager.addApp(channel.name)
}
